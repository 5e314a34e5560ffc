import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { functionScript } from '../../../src/workbench/google/known-scripts.ts';
import { receivedText, sentText, sentWhole } from '../../../src/workbench/google/sent-texts.ts';
import { openVmContext } from '../../../src/workbench/google/vm.ts';
import { workbenchFolder } from '../../e2e/workbench-server.ts';
import { openTestDesk } from '../../kit/workbench/desk.ts';

/** Makes functions of texts that say which file they are, as the add-on does of its own. */
const script = `
var file_ = function (body) { return body + '\\n//# sourceURL=rest.js'; };
function made(n) {
  var one = new Function('a', file_('this.kept = (this.kept || 0) + a; return [this === globalThis, typeof anonymous, this.kept];'));
  return [one instanceof Function, one.constructor === Function, Object.getPrototypeOf(one) === Function.prototype,
    Function instanceof Object, one.name, one.length, String(one).split('\\n')[0], one(n)];
}
function called() { return Function('a', 'b', file_('return a + b;'))(1, 2); }
function strict() { return new Function(file_("'use strict'; return typeof this;"))(); }
function stack() {
  try { new Function(file_('throw new Error("lost");'))(); }
  catch (e) { return e.stack.split('\\n')[1]; }
}
function refused(body) {
  try { return typeof new Function('a', file_(body)); }
  catch (e) { return [e instanceof SyntaxError, e.message]; }
}
function derived() {
  class Mine extends Function { more() { return 'more'; } }
  var one = new Mine(file_('return 5;'));
  return [one instanceof Mine, one.more(), one()];
}
function fileTwice() { return [1, 2].map(function () {
  return HtmlService.createTemplateFromFile('long').getRawContent().length; }); }
`;

const long = 'đ'.repeat(12_000);
const desk = () =>
  openTestDesk([['x', 1]], 'en_US', script, {
    htmlFile: (name) => (name === 'long' ? long : null),
  });

describe('a function that a script makes of a text', () => {
  it('is what V8 makes, the first time and from what was remembered', async () => {
    const { run } = await desk();
    const expected = [true, true, true, true, 'anonymous', 1, 'function anonymous(a'];
    for (let runs = 1; runs <= 3; runs += 1) {
      // Each run has a global of its own, in which nothing of the run before is left.
      expect(await run('made', [7])).toEqual([...expected, [true, 'undefined', 7]]);
      expect(await run('called')).toBe(3);
      expect(await run('strict')).toBe('undefined');
      expect(await run('derived')).toEqual([true, 'more', 5]);
    }
  });

  it('says in a stack which file it is', async () => {
    const { run } = await desk();
    for (let runs = 1; runs <= 2; runs += 1) {
      expect(await run('stack')).toMatch(/^ +at \w+ \(rest\.js:3:7\)$/);
    }
  });

  it('is refused as V8 refuses it, in the script’s own words', async () => {
    const { run } = await desk();
    for (let runs = 1; runs <= 2; runs += 1) {
      for (const body of ['return (', '}); (function () {', 'let a; let a;']) {
        expect(await run('refused', [body])).toEqual([true, expect.any(String)]);
      }
      expect(await run('refused', ['return 1;'])).toBe('function');
    }
  });

  it('is compiled once, whatever context it runs in', () => {
    const body = 'return a;\n//# sourceURL=once.js';
    const first = functionScript('a', body);
    expect(first).not.toBeNull();
    expect(functionScript('a', body)).toBe(first);
    expect(functionScript('b', body)).not.toBe(first);
    expect(functionScript('a', `${body} `)).not.toBe(first);
    expect(functionScript('a', 'return typeof anonymous;')).toBeNull();
  });

  it('hands what it was compiled to on to threads that have not compiled it', async () => {
    const prelude = await readFile(path.join(workbenchFolder, 'prelude.js'), 'utf8');
    const asked: string[] = [];
    const host = (method: string) => {
      asked.push(method);
      return '{"ok":null}';
    };
    const context = openVmContext({ prelude, code: script }, 'FULL', host, 1000);
    expect(context.compiled().functions).toEqual([]);
    context.callScript('called', '[]');
    const [made, ...others] = context.compiled().functions;
    expect(others).toEqual([]);
    expect(made).toMatchObject({ parameters: 'a,b', body: 'return a + b;\n//# sourceURL=rest.js' });
    expect(made!.bytes.length).toBeGreaterThan(100);
    expect(asked).toEqual([]);
  });
});

describe('a long text', () => {
  it('arrives at a script as it stands, as often as it is asked for', async () => {
    const { run } = await desk();
    for (let runs = 1; runs <= 2; runs += 1) {
      expect(await run('fileTwice')).toEqual([long.length, long.length]);
    }
  });

  it('is sent to a thread once, and from then on its number', async () => {
    const thread = new Worker('', { eval: true });
    const first = sentText(thread, long);
    expect(first).toEqual({ number: 0, text: long });
    expect(sentText(thread, long)).toEqual({ number: 0, text: undefined });
    expect(sentText(thread, 'short')).toBeNull();
    expect(sentWhole(thread, 'short')).toEqual({ number: 1, text: 'short' });
    expect(receivedText(first!)).toBe(long);
    expect(receivedText({ number: 0, text: undefined })).toBe(long);
    expect(() => receivedText({ number: 9, text: undefined })).toThrow('never told');
    await thread.terminate();
  });
});

import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { EventStreams } from '../../../src/workbench/server/event-streams.ts';

/** Someone who listens: what was written to them, piece by piece. */
function listener() {
  const pieces: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writableLength: 0,
    writeHead: () => undefined,
    write: (text: string) => pieces.push(text),
    end: () => undefined,
  });
  return { pieces, response: response as unknown as ServerResponse };
}

const change = (id: string) =>
  ({ type: 'change', mutation: { id, params: {} }, origin: '' }) as const;

describe('what pages are told', () => {
  it('in one turn of the server goes out in one piece, numbered by the last', async () => {
    const streams = new EventStreams();
    const { pieces, response } = listener();
    streams.add(response);
    for (const id of ['one', 'two', 'three']) streams.send(change(id));
    expect(streams.told).toBe(3);
    await turn();
    streams.send(change('four'));
    await turn();
    const said = pieces.slice(1).map((piece) => /^id: (\d+)\ndata: (.*)\n\n$/.exec(piece)!);
    expect(said.map(([, number]) => number)).toEqual(['3', '4']);
    expect(said.map(([, , data]) => JSON.parse(data!))).toEqual([
      ['one', 'two', 'three'].map(change),
      [change('four')],
    ]);
  });

  it('before somebody listens is not told to them, nor lost where the server closes', () => {
    const streams = new EventStreams();
    const [early, late] = [listener(), listener()];
    streams.add(early.response);
    streams.send(change('one'));
    streams.add(late.response);
    streams.send(change('two'));
    streams.close();
    expect(early.pieces.slice(1).map((piece) => piece.split('\n')[0])).toEqual(['id: 1', 'id: 2']);
    expect(late.pieces.slice(1).map((piece) => piece.split('\n')[0])).toEqual(['id: 2']);
  });
});

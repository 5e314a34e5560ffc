import { afterEach, describe, expect, it } from 'vitest';
import { noon, openBeyondDesk, scopes } from '../../kit/workbench/beyond-desk.ts';

type Open = Awaited<ReturnType<typeof openBeyondDesk>>;
let open: Open;
afterEach(() => open.desk.dispose());

const hour = 3_600_000;
const lan = 'lan@example.com';
const minh = 'minh@example.com';
const ran = async () => ((await open.run<string | null>('ran')) ?? '').trim().split('\n');

describe('the clock', () => {
  it('runs what is due on the way, each at its time, with what Google hands over', async () => {
    open = await openBeyondDesk();
    const id = await open.run<string>('start');
    const runs = await open.desk.advance(3 * hour);
    expect(runs.map(({ trigger }) => trigger)).toEqual([id, id, id]);
    expect(await ran()).toEqual(
      ['13', '14', '15'].map((at) => `me@example.com true ${id} 22 ${at}:00`),
    );
    expect(open.desk.now() - noon).toBeGreaterThanOrEqual(3 * hour);
  });

  it('says what would run and when, runs one now, and keeps its hours', async () => {
    open = await openBeyondDesk();
    const id = await open.run<string>('start', ['onTick', 6]);
    const [before] = open.desk.triggers();
    expect(before).toMatchObject({ id, handler: 'onTick', everyMs: 6 * hour, last: null });
    expect(Math.round((before!.nextMs - noon) / hour)).toBe(6);
    await open.desk.runTrigger(id);
    expect(open.desk.triggers()[0]).toMatchObject({ nextMs: before!.nextMs, last: { error: '' } });
    expect(await open.desk.advanceDay()).toHaveLength(4);
  });

  it('does not make up for hours that were jumped over', async () => {
    open = await openBeyondDesk();
    await open.run('start');
    await open.desk.setClock(noon + 10.5 * hour);
    expect(await open.desk.advance(hour)).toHaveLength(2);
  });

  it('keeps going when a run fails or is cut off, and says so', async () => {
    open = await openBeyondDesk();
    const id = await open.run<string>('start', ['onTickFails']);
    const [failed] = await open.desk.advance(hour);
    expect(failed?.result).toMatchObject({ error: 'tick failed' });
    expect(open.desk.triggers()[0]?.last?.error).toBe('tick failed');
    const trouble = [{ at: 1, when: 'before', what: 'kill', message: 'cut' }] as const;
    await open.run('stop');
    await open.run('start');
    expect((await open.desk.advance(hour, { trouble }))[0]?.result).toMatchObject({
      killed: 'cut',
    });
    expect(await open.desk.advance(hour)).toHaveLength(1);
    expect(id).not.toBe(open.desk.triggers()[0]?.id);
  });

  it('has nobody to show anything to', async () => {
    open = await openBeyondDesk();
    const id = await open.run<string>('start', ['onTickShows']);
    expect((await open.desk.runTrigger(id)).result).toMatchObject({
      error: 'Cannot call SpreadsheetApp.getUi() from this context.',
    });
  });

  it('is one per user and file, at most hourly, and twenty over all files', async () => {
    open = await openBeyondDesk();
    await expect(open.run('often')).rejects.toThrow('at least 1 hour');
    await open.run('start');
    await expect(open.run('start')).rejects.toThrow('too many time-based triggers');
    open.desk.user = lan;
    open.desk.external.triggers.inOtherFiles(lan, 20);
    await expect(open.run('start')).rejects.toThrow('This script has too many triggers');
  });

  it('is each user’s own: unseen by others, run as its owner whoever is at the keyboard', async () => {
    open = await openBeyondDesk();
    const start = async (user: string) => {
      open.desk.user = user;
      return open.run<string>('start');
    };
    const [hers, his] = [await start(lan), await start(minh)];
    expect(await open.run('clocks')).toEqual([[his, 'onTick', false]]);
    await open.run('stop');
    expect(open.desk.triggers().map(({ id }) => id)).toEqual([hers]);
    await open.desk.advance(hour);
    expect(await ran()).toEqual([`${lan} true ${hers} 22 13:00`]);
  });

  it('stands still where Google has switched it off, and says so', async () => {
    open = await openBeyondDesk();
    const id = await open.run<string>('start');
    open.desk.external.triggers.disable(id);
    expect(await open.run('clocks')).toEqual([[id, 'onTick', true]]);
    expect(await open.desk.advanceDay()).toEqual([]);
  });

  it('is not asked for by a simple trigger', async () => {
    open = await openBeyondDesk();
    await expect(open.run('clocks', [], { mode: 'LIMITED' })).rejects.toThrow(
      'do not have permission',
    );
    expect(await open.run('granted', [], { mode: 'LIMITED' })).toBe(true);
  });
});

describe('users', () => {
  it('have stores of their own, and share the spreadsheet’s', async () => {
    open = await openBeyondDesk();
    open.desk.user = lan;
    await open.run('keep', ['user', 'hers']);
    await open.run('keep', ['document', 'ours']);
    await open.run('keepShort', ['hers']);
    open.desk.user = minh;
    expect(await open.run('keep', ['user'])).toBeNull();
    expect(await open.run('keepShort')).toBeNull();
    expect(await open.run('keep', ['document'])).toBe('ours');
    expect(await open.run('keep', ['user'], { user: lan })).toBe('hers');
    expect(await open.run('who')).toEqual([minh, minh]);
  });

  it('who take back what they allowed are told so by every call that needs it', async () => {
    open = await openBeyondDesk();
    open.desk.user = lan;
    open.desk.revoke(lan);
    expect(await open.run('granted')).toBe(false);
    await expect(open.run('rows')).rejects.toThrow('Authorization is required');
    expect(await open.run('granted', [], { user: minh })).toBe(true);
    open.desk.grant(lan);
    expect(await open.run('rows')).toBe(1);
    open.desk.revoke(lan, scopes[3]);
    expect(await open.run('rows')).toBe(1);
    await expect(open.run('mail', [lan])).rejects.toThrow('script.send_mail');
  });
});

describe('mail', () => {
  it('goes to the outbox, a hundred a day', async () => {
    open = await openBeyondDesk();
    expect(await open.run('mail', [lan])).toBe(99);
    expect(open.desk.outbox).toMatchObject([
      { from: 'me@example.com', to: lan, subject: 'Numbers', body: 'They <b>came</b>.' },
    ]);
    expect(open.events.map(({ type }) => type)).toContain('beyond');
    open.desk.external.spend('', 'mail', 99, 100, open.desk.now());
    await expect(open.run('mail', [lan])).rejects.toThrow('too many times for one day: email');
    await expect(open.run('mail', ['nobody'])).rejects.toThrow('Invalid email');
  });
});

describe('waiting', () => {
  it('puts the clock forward where the desk hurries: scripts and what they keep grow older', async () => {
    open = await openBeyondDesk();
    await open.run('keepShort', ['x']);
    const slept = await open.run<number>('sleep', [120_000]);
    expect(Math.round(slept / 1000)).toBeGreaterThanOrEqual(120);
    expect(await open.run('keepShort')).toBeNull();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type BuiltDesk, openBuiltDesk } from '../../kit/desk/built-desk.ts';

let open: BuiltDesk;
afterEach(() => open.desk.dispose());

describe('the clock of the built add-on', () => {
  it('comes by with at most three calls of services where nothing is due', async () => {
    open = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
    const result = await open.desk.run('onTick', [{ authMode: 'FULL' }]);
    expect(result).toMatchObject({ ok: null, requests: 0 });
    expect(result.calls).toBeLessThanOrEqual(3);
    expect(open.sheets()).toEqual(['Sheet1']);
  });

  it('does nothing, and says nothing, for somebody who has taken back what they allowed', async () => {
    open = await openBuiltDesk({ language: 'vi', locale: 'vi_VN' });
    open.desk.revoke('');
    expect(await open.desk.run('onTick', [{ authMode: 'FULL' }])).toMatchObject({ ok: null });
    expect(open.desk.outbox).toEqual([]);
  });
});

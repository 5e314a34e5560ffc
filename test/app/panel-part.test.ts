import { describe, expect, it } from 'vitest';
import { ok, problem } from '../kit/desk/answers.ts';
import { openFakeDesk } from '../kit/desk/fake-desk.ts';

describe('a part of the panel that its page does not hold', () => {
  const { panel, host } = openFakeDesk();

  it('is given by its name, several in one answer', () => {
    expect(ok(panel.panelPart(['panel-wizard', 'panel-wizard-vi']))).toEqual([
      '// panel-wizard',
      '// panel-wizard-vi',
    ]);
  });

  it.each([
    [['rest']],
    [['panel-wizard', 'Code']],
    [['panel-../rest']],
    [[7]],
    ['panel-plan'],
    [null],
  ])('is refused in a sentence where it is none: %j', (names) => {
    expect(problem(panel.panelPart(names as never))).not.toBe('no problem');
    expect(host.reported).toEqual([]);
  });
});

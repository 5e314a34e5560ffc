import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Node } from '../../src/messages/compile/messages.ts';
import type { Language } from '../../src/messages/compiled/languages.ts';
import type { Plan } from '../../src/plan/model/plan.ts';
import { type Product, productWith } from '../kit/messages/product.ts';
import { kitOf, saidOtherwise } from '../kit/messages/product-desk.ts';
import { isPseudo, pseudo, translate } from '../kit/messages/pseudo.ts';
import { lan, planned } from '../kit/plans/plans.ts';

/** A language that nobody speaks. */
const third = 'xx' as Language;

let product: Product | undefined;
afterEach(() => product?.remove());

type Texts = { readonly [key: string]: Node };

/** A product with one more folder of texts; `changed` may take something out of a file of it. */
function withThird(changed: (area: string, texts: Texts) => Texts = (_, texts) => texts): Product {
  product = productWith((areas) => {
    const all = new Map(areas);
    for (const [file, texts] of areas) {
      const [language, area = ''] = file.split(/\/(.*)/s);
      if (language !== 'en') continue;
      const theirs = area === 'language.json' ? { ...texts, short: 'XX' } : pseudo(texts);
      all.set(`${third}/${area}`, changed(area, theirs as Texts));
    }
    return all;
  });
  return product;
}

const plan = (): Plan =>
  lan(
    { language: third },
    ['TRAFFIC', 'LEADS', 'CPL', 'MKTSPEND', 'CSAT'].map((kpi) =>
      planned(kpi, { baseline: 10, target: 20 }),
    ),
  );

describe('a third language', () => {
  it('is one folder: the panel’s answers and every sheet speak it', async () => {
    const other = withThird();
    expect(other.build('messages')).toBe('');
    const { openFakeDesk, catalogue } = await kitOf(other);
    // Titles of the catalogue stand in code yet.
    translate(catalogue, third);
    const desk = openFakeDesk();
    desk.host.user = 'xx_XX';
    expect(desk.panel.openPlan('nobody')).toMatchObject({
      problem: expect.toSatisfy(isPseudo),
    });
    expect(desk.panel.buildPlan({ plan: plan(), sample: false })).toHaveProperty('ok');
    const view = desk.panel.openPlan(plan().id);
    expect(view).toMatchObject({ ok: { plan: plan(), noticed: [], problems: [] } });
    expect(saidOtherwise(desk, isPseudo, plan())).toEqual([]);
  });

  it('stops the build where one of its texts is missing, and says which', () => {
    const other = withThird((area, texts) =>
      area === 'app.json'
        ? Object.fromEntries(Object.entries(texts).filter(([key]) => key !== 'menuOpen'))
        : texts,
    );
    expect(other.build()).toContain('src/messages/xx/app.json: “menuOpen” is missing.');
    expect(existsSync(path.join(other.folder, 'dist'))).toBe(false);
  });
});

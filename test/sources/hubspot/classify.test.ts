import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../src/app/refresh/error-messages.ts';
import { languages } from '../../../src/messages/compiled/languages.ts';
import { classify } from '../../../src/sources/hubspot/classify.ts';
import { hubspotCrm } from '../../../src/sources/hubspot/entry.ts';
import { recorded } from './recorded-answers.ts';

/** 10 o’clock in the evening in Vietnam on 22 November 2026; the day is over two hours later. */
const evening = Date.UTC(2026, 10, 22, 15);
const hour = 3_600_000;

describe('an answer of HubSpot', () => {
  it.each(Object.entries(recorded))(
    'that is %s',
    (_, { response, is, kind, detail, afterMs, until }) => {
      const verdict = classify(response, evening, 'Asia/Ho_Chi_Minh');
      expect(verdict.is).toBe(is);
      if (verdict.is === 'ok') return;
      expect(verdict.trouble.kind).toBe(kind);
      if (detail !== undefined) expect(verdict.trouble.detail).toBe(detail);
      if (verdict.is === 'retry' && afterMs !== undefined) expect(verdict.afterMs).toBe(afterMs);
      if (verdict.is === 'wait') {
        const ms = until === 'midnight' ? 2 * hour + 60_000 : 2 * hour;
        expect(verdict.untilMs).toBe(evening + ms);
      }
      const said = languages.map((language) => {
        const { what, way } = wordsFor(verdict.trouble, hubspotCrm, language);
        return `${what({ where: 'HubSpot · Lan', detail: verdict.trouble.detail })} ${way}`;
      });
      expect(new Set(said).size).toBe(languages.length);
      for (const sentence of said) {
        expect(sentence).toContain('HubSpot · Lan');
        expect(sentence).not.toMatch(/[{}<>]/);
      }
    },
  );

  it('of a spent day in New York is waited for until it is midnight there', () => {
    const spent = recorded['a limit of the day']?.response;
    if (!spent) throw new Error('It is gone.');
    const verdict = classify(spent, evening, 'US/Eastern');
    expect(verdict).toMatchObject({ untilMs: Date.UTC(2026, 10, 23, 5, 1) });
  });

  it('says which numbers are missing and which permission they need, in both languages', () => {
    const detail = 'dealsWon, revenue, crm.objects.deals.read';
    const said = languages.map((language) =>
      wordsFor({ kind: 'blockedMetric', detail }, hubspotCrm, language).what({
        where: 'HubSpot · Lan',
        detail,
      }),
    );
    expect(said).toEqual([
      'HubSpot · Lan: the key works, but it may not read some numbers (deals won (by close date), amount of deals won (by close date)): it lacks crm.objects.deals.read.',
      'HubSpot · Lan: khóa dùng được nhưng chưa có quyền đọc một số chỉ số (deal thắng (theo ngày chốt), giá trị deal thắng (theo ngày chốt)): thiếu crm.objects.deals.read.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/kpi/catalogue.ts';
import type { Language } from '../../../src/messages/compiled/languages.ts';
import { fold } from '../../../src/messages/fold.ts';
import { indexOf, type KpiSearch, search } from '../../../src/sidebar/ui/search.ts';

const index = indexOf(catalogue);
const names = (query: string, language: Language = 'vi', filters: Partial<KpiSearch> = {}) =>
  search(index, { query, role: '', stage: '', ...filters }, language).map(({ name }) => name);

describe('folding', () => {
  it('takes marks, capitals and đ away, however they are encoded', () => {
    expect(fold('Đường Tỷ LỆ')).toBe('duong ty le');
    expect(fold('Tỷ lệ'.normalize('NFD'))).toBe('ty le');
  });
});

describe('searching', () => {
  it('puts the function of that name first, in any case', () => {
    for (const name of ['CPL', 'CTR', 'ROI', 'CAC', 'NPS']) {
      expect(names(name)[0]).toBe(name);
      expect(names(` ${name.toLowerCase()} `)[0]).toBe(name);
    }
  });

  it('finds by the code of a KPI', () => {
    expect(names('k35')[0]).toBe('CPL');
    expect(names('K63')).toContain('RETENTION');
  });

  it('finds Vietnamese words with and without marks, and in both encodings', () => {
    const marked = names('chi phí cho mỗi khách hàng tiềm năng');
    expect(marked[0]).toBe('CPL');
    expect(names('chi phi cho moi khach hang tiem nang')[0]).toBe('CPL');
    expect(names('chi phí cho mỗi khách hàng tiềm năng'.normalize('NFD'))).toEqual(marked);
    expect(names('CHI PHÍ CHO MỖI KHÁCH HÀNG TIỀM NĂNG')).toEqual(marked);
  });

  it('prefers the marks that were typed', () => {
    const found = names('thoát');
    expect(found[0]).toBe('BOUNCE');
    expect(names('thoat')).toContain('BOUNCE');
  });

  it('finds English words while the panel speaks Vietnamese, and the other way round', () => {
    expect(names('cost per lead', 'vi')[0]).toBe('CPL');
    expect(names('tỷ lệ rời bỏ', 'en')[0]).toBe('CHURN');
  });

  it('finds what is also called so, before what only mentions it', () => {
    const found = names('ROMI', 'en');
    expect(found[0]).toBe('ROI');
  });

  it('finds the beginnings of words, in any order, and needs every word', () => {
    expect(names('lead co', 'en')).toContain('CPL');
    expect(names('lead zebra', 'en')).toEqual([]);
  });

  it('finds by what a function is calculated from', () => {
    expect(names('impressions', 'en')).toEqual(expect.arrayContaining(['CTR', 'CPM']));
  });

  it('finds counts too', () => {
    expect(names('followers', 'en')).toContain('FOLLOWERS');
  });

  it('shows everything for an empty query, and survives signs', () => {
    expect(names('')).toHaveLength(catalogue.length);
    expect(names('  ·  ')).toHaveLength(catalogue.length);
    expect(() => names('[a-z]+(*)')).not.toThrow();
  });

  it('filters by role and stage; functions for any stage stay', () => {
    const kpis = search(index, { query: '', role: 'social', stage: 'engagement' }, 'en');
    expect(kpis.length).toBeGreaterThan(0);
    for (const { roles, funnel } of kpis) {
      expect(roles).toContain('social');
      expect(['engagement', 'any']).toContain(funnel);
    }
    expect(names('', 'en', { stage: 'lead' })).toContain('CPL');
    expect(names('', 'en', { stage: 'retention' })).not.toContain('CPL');
  });
});

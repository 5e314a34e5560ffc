/** By what records can be told apart, and the property that says it. */
export const dimensions = { source: 'hs_analytics_source', pipeline: 'pipeline' } as const;
export type Dimension = keyof typeof dimensions;

export const isDimension = (name: string): name is Dimension =>
  Object.keys(dimensions).includes(name);

/**
 * Where a person came from first, as HubSpot’s own screen calls it. Names of segments stand on sheets,
 * which do not change with the language of whoever looks at them.
 */
const sources: Readonly<Record<string, string>> = {
  ORGANIC_SEARCH: 'Organic search',
  PAID_SEARCH: 'Paid search',
  EMAIL_MARKETING: 'Email marketing',
  SOCIAL_MEDIA: 'Organic social',
  REFERRALS: 'Referrals',
  OTHER_CAMPAIGNS: 'Other campaigns',
  DIRECT_TRAFFIC: 'Direct traffic',
  OFFLINE: 'Offline sources',
  PAID_SOCIAL: 'Paid social',
  AI_REFERRALS: 'AI referrals',
};

export const sourceNames: readonly string[] = Object.values(sources);

/** What a source is called; one that HubSpot has added since stands as it is. */
export const sourceName = (value: string): string =>
  Object.keys(sources).includes(value) ? (sources[value] ?? value) : value;

export const sourceValue = (name: string): string =>
  Object.entries(sources).find(([, each]) => each === name)?.[0] ?? name;

/**
 * The ads of the example workbook: made up, but of the shape real exports have. Most ads are small,
 * a few are large, many were never clicked, some brought no lead. The same seed gives the same file.
 */

/** The campaigns of the example, by the number they have in the file. */
const campaigns = [
  { id: 1201, ads: 90, from: 0, days: 31, impressions: 6_400, spread: 1.35, price: 1.72 },
  { id: 1202, ads: 428, from: 20, days: 56, impressions: 5_600, spread: 1.35, price: 1.31 },
  { id: 1203, ads: 625, from: 0, days: 92, impressions: 118_000, spread: 1.5, price: 1.49 },
] as const;

/** Leads of an ad that is hardly seen, and how many of them buy. */
const leadsOf = { 1201: 0.85, 1202: 1.5, 1203: 0.95 } as const;
const saleShare = 0.34;

const seed = 2026_07;
const firstDay = Date.UTC(2026, 6, 1);
const header =
  'Date,ad_id,xyz_campaign_id,fb_campaign_id,age,gender,interest,Impressions,Clicks,Spent,Total_Conversion,Approved_Conversion';
const ages = ['30-34', '35-39', '40-44', '45-49'];

/** The example file: day-month-year dates in the third quarter of 2026, decimal points, 1,143 ads. */
export function makeAdsCsv(): string {
  const random = randomNumbers(seed);
  const lines = [header];
  let adId = 810_406;
  let groupId = 120_311;
  for (const campaign of campaigns) {
    for (let i = 0; i < campaign.ads; i += 1) {
      adId += 1 + Math.floor(random() * 9);
      if (random() < 0.8) groupId += 1 + Math.floor(random() * 2);
      const day = campaign.from + Math.floor((i * campaign.days) / campaign.ads);
      const about = [
        dayMonthYear(day),
        adId,
        campaign.id,
        groupId,
        ages[Math.floor(random() ** 1.4 * ages.length)],
        random() < 0.52 ? 'M' : 'F',
        2 + Math.floor(random() ** 1.7 * 66),
      ];
      lines.push([...about, ...outcome(campaign, random)].join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Impressions, clicks, spend, leads and sales of one ad. */
function outcome(campaign: (typeof campaigns)[number], random: () => number): (number | string)[] {
  const impressions = Math.max(
    87,
    Math.round(campaign.impressions * Math.exp(campaign.spread * bell(random))),
  );
  const clicks = drawn((impressions / 5_600) * Math.exp(0.35 * bell(random)), random);
  const cost = clicks * (campaign.price + 0.22 * bell(random));
  const leads = drawn(leadsOf[campaign.id] + impressions / 98_000, random);
  const sales = Math.min(leads, drawn(leads * saleShare, random));
  return [impressions, clicks, clicks === 0 ? 0 : money(Math.max(0.18, cost)), leads, sales];
}

const money = (amount: number): string => String(Math.round(amount * 100) / 100);

function dayMonthYear(day: number): string {
  const [year, month, date] = new Date(firstDay + day * 86_400_000).toISOString().split(/[-T]/);
  return `${date}-${month}-${year}`;
}

/** Evenly distributed numbers in 0…1, always the same ones for a seed (mulberry32). */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number around 0 with spread 1, as sizes and prices scatter. */
function bell(random: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += random();
  return sum;
}

/** How often something happens that is expected `mean` times. */
function drawn(mean: number, random: () => number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * bell(random)));
  const limit = Math.exp(-mean);
  let times = 0;
  for (let product = random(); product > limit; product *= random()) times += 1;
  return times;
}

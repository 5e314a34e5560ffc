import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** Answers of 9 or 10 on the scale from 0 to 10. */
export const promoters: Quantity = {
  ...counted,
  called: 'promoters',
  sample: { each: 31 },
};

/** Answers of 7 or 8. */
export const passives: Quantity = {
  ...counted,
  called: 'passives',
  sample: { each: 18 },
};

/** Answers from 0 to 6. */
export const detractors: Quantity = {
  ...counted,
  called: 'detractors',
  sample: { each: 9 },
};

/** Answers of 4 or 5 on the scale from 1 to 5. */
export const satisfied: Quantity = {
  ...counted,
  called: 'satisfied',
  sample: { of: 'CSAT.responses', share: 0.86 },
};

export const responses: Quantity = {
  ...counted,
  called: 'responses',
  sample: { each: 60 },
};

/** People in one survey who know the brand, unprompted or prompted as the survey says. */
export const aware: Quantity = {
  ...counted,
  called: 'aware',
  sample: { of: 'AWARENESS.asked', share: 0.46 },
};

/** People in one survey who recognise the logo, colours or name when shown. */
export const recognised: Quantity = {
  ...counted,
  called: 'recognised',
  sample: { of: 'AWARENESS.asked', share: 0.61 },
};

export const respondents: Quantity = {
  ...counted,
  called: 'respondents',
  sample: { each: 100 },
};

export const positiveReviews: Quantity = {
  ...counted,
  called: 'positiveReviews',
  sources: { platform: 'reviews of 4 and 5 stars' },
  sample: { of: 'POSITIVESHARE.reviews', share: 0.83 },
};

export const reviews: Quantity = {
  ...counted,
  called: 'reviews',
  sources: { platform: 'reviews' },
  sample: { each: 26 },
};

export const stars: Quantity = {
  called: 'stars',
  unit: 'score',
  over: 'whole',
  min: 1,
  sources: { platform: 'average rating' },
  sample: { level: 4.3, drift: 0.01 },
};

/** A judgement on the written scale from 1 to 5, with the rater's name beside it. */
export const visionRating: Quantity = {
  called: 'visionRating',
  unit: 'score',
  over: 'whole',
  min: 1,
  max: 5,
  sample: { level: 3.8, drift: 0.02 },
};

export const brandValueIndex: Quantity = {
  called: 'brandValueIndex',
  unit: 'index',
  over: 'whole',
  min: 0,
  sample: { level: 104, drift: 0.4 },
};

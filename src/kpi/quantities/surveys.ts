import type { Quantity } from '../define.ts';
import { counted } from './shapes.ts';

/** Answers of 9 or 10 on the scale from 0 to 10. */
export const promoters: Quantity = {
  ...counted,
  title: { en: 'promoters', vi: 'số người ủng hộ' },
  sample: { each: 31 },
};

/** Answers of 7 or 8. */
export const passives: Quantity = {
  ...counted,
  title: { en: 'passives', vi: 'số người trung lập' },
  sample: { each: 18 },
};

/** Answers from 0 to 6. */
export const detractors: Quantity = {
  ...counted,
  title: { en: 'detractors', vi: 'số người không hài lòng' },
  sample: { each: 9 },
};

/** Answers of 4 or 5 on the scale from 1 to 5. */
export const satisfied: Quantity = {
  ...counted,
  title: { en: 'satisfied answers', vi: 'số người hài lòng' },
  sample: { of: 'CSAT.responses', share: 0.86 },
};

export const responses: Quantity = {
  ...counted,
  title: { en: 'survey responses', vi: 'số người trả lời khảo sát' },
  none: { en: 'no survey responses', vi: 'không có ai trả lời khảo sát' },
  sample: { each: 60 },
};

/** People in one survey who know the brand, unprompted or prompted as the survey says. */
export const aware: Quantity = {
  ...counted,
  title: { en: 'people who know the brand', vi: 'số người biết đến thương hiệu' },
  sample: { of: 'AWARENESS.asked', share: 0.46 },
};

/** People in one survey who recognise the logo, colours or name when shown. */
export const recognised: Quantity = {
  ...counted,
  title: { en: 'people who recognise the brand', vi: 'số người nhận ra thương hiệu' },
  sample: { of: 'AWARENESS.asked', share: 0.61 },
};

export const respondents: Quantity = {
  ...counted,
  title: { en: 'people asked', vi: 'số người được hỏi' },
  none: { en: 'nobody was asked', vi: 'không có ai được hỏi' },
  sample: { each: 100 },
};

export const positiveReviews: Quantity = {
  ...counted,
  title: { en: 'positive reviews', vi: 'số đánh giá tích cực' },
  sources: { platform: 'reviews of 4 and 5 stars' },
  sample: { of: 'POSITIVESHARE.reviews', share: 0.83 },
};

export const reviews: Quantity = {
  ...counted,
  title: { en: 'reviews', vi: 'tổng số đánh giá' },
  none: { en: 'no reviews', vi: 'không có đánh giá' },
  sources: { platform: 'reviews' },
  sample: { each: 26 },
};

export const stars: Quantity = {
  title: { en: 'average rating', vi: 'điểm đánh giá trung bình' },
  unit: 'score',
  over: 'whole',
  min: 1,
  sources: { platform: 'average rating' },
  sample: { level: 4.3, drift: 0.01 },
};

/** A judgement on the written scale from 1 to 5, with the rater's name beside it. */
export const visionRating: Quantity = {
  title: { en: 'vision rating', vi: 'điểm phù hợp với tầm nhìn' },
  unit: 'score',
  over: 'whole',
  min: 1,
  max: 5,
  sample: { level: 3.8, drift: 0.02 },
};

export const brandValueIndex: Quantity = {
  title: { en: 'brand value index', vi: 'chỉ số giá trị thương hiệu' },
  unit: 'index',
  over: 'whole',
  min: 0,
  sample: { level: 104, drift: 0.4 },
};

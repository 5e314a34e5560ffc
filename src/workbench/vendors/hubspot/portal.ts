import { businessFirstDay, businessZone } from '../business/people.ts';
import { startOf } from '../days.ts';

/** The account that is played. */
export const portal = {
  id: 147_893_286,
  name: 'Nội thất Lan',
  zone: businessZone,
  currency: 'VND',
  createdMs: startOf(businessZone, businessFirstDay) - 86_400_000,
} as const;

/** A lifecycle stage of its own, which has a number for a name. */
export const ownStage = { id: '94628104', label: 'Khách giới thiệu bạn bè' } as const;

const stages: readonly (readonly [string, string])[] = [
  ['subscriber', 'Subscriber'],
  ['lead', 'Lead'],
  ['marketingqualifiedlead', 'Marketing Qualified Lead'],
  ['salesqualifiedlead', 'Sales Qualified Lead'],
  ['opportunity', 'Opportunity'],
  ['customer', 'Customer'],
  ['evangelist', 'Evangelist'],
  ['other', 'Other'],
  [ownStage.id, ownStage.label],
];

export const lifecycleOptions = stages.map(([value, label], displayOrder) => ({
  value,
  label,
  displayOrder,
  hidden: false,
  description: '',
}));

/** Pipelines of deals; the second one’s stages have numbers for names, as those that people add do. */
export const pipelines = [
  {
    id: 'default',
    label: 'Bán lẻ',
    stages: [
      ['appointmentscheduled', 'Đã hẹn', 'false', '0.2'],
      ['contractsent', 'Đã gửi hợp đồng', 'false', '0.9'],
      ['closedwon', 'Thắng', 'true', '1.0'],
      ['closedlost', 'Thua', 'true', '0.0'],
    ],
  },
  {
    id: '75300114',
    label: 'Đại lý',
    stages: [
      ['141790401', 'Trao đổi', 'false', '0.4'],
      ['123456', 'Ký đại lý', 'true', '1.0'],
      ['123457', 'Không ký', 'true', '0.0'],
    ],
  },
] as const;

/** Where a deal of each pipeline stands. */
export const dealStages = {
  sales: { pipeline: 'default', open: 'contractsent', won: 'closedwon', lost: 'closedlost' },
  partners: { pipeline: '75300114', open: '141790401', won: '123456', lost: '123457' },
} as const;

const made = { createdAt: '2025-01-01T00:00:00Z', updatedAt: '2025-01-01T00:00:00Z' };

export const pipelinesAnswer = (): object => ({
  results: pipelines.map(({ id, label, stages: all }, displayOrder) => ({
    label,
    displayOrder,
    id,
    stages: all.map(([stage, name, isClosed, probability], order) => ({
      label: name,
      displayOrder: order,
      metadata: { isClosed, probability },
      id: stage,
      ...made,
      writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
      archived: false,
    })),
    ...made,
    archived: false,
  })),
});

/** What an account says of itself; older versions of the API do not say what it is called and since when it is. */
export function accountAnswer(isLatest: boolean, hasCurrency: boolean): object {
  return {
    portalId: portal.id,
    accountType: 'STANDARD',
    timeZone: portal.zone,
    companyCurrency: hasCurrency ? portal.currency : null,
    additionalCurrencies: [],
    utcOffset: '+07:00',
    utcOffsetMilliseconds: 25_200_000,
    uiDomain: 'app.hubspot.com',
    dataHostingLocation: 'na1',
    ...(isLatest ? named : {}),
  };
}

const named = { portalName: portal.name, createdAt: portal.createdMs };

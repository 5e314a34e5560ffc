import { languageWords } from '../../messages/compiled/language.ts';
import type { Language } from '../../messages/compiled/languages.ts';
import type { WorkbenchWords } from '../../messages/compiled/workbench.ts';
import type { Mail } from '../google/external.ts';
import type { ClockTrigger } from '../google/triggers.ts';
import type { ClockRequest, ExternalState, FaultRequest } from '../server/protocol.ts';
import type { MenuItem, TopMenu } from './menu.ts';

export interface ExternalActions {
  clock(change: ClockRequest): void;
  fault(change: FaultRequest): void;
  read(mail: Mail): void;
  copy(text: string): Promise<void>;
}

const hoursOfDay = 24;

/** The workbench's own menus: its clock, the mails that left, what goes wrong elsewhere. */
export function externalMenus(
  external: ExternalState,
  { beyond: say }: WorkbenchWords,
  language: Language,
  actions: ExternalActions,
): TopMenu[] {
  const moment = (ms: number) => momentAt(ms, external.zone, language);
  const title = (label: string): MenuItem => ({ kind: 'title', label });
  const forward = (label: string, hours: number): MenuItem => ({
    kind: 'item',
    label,
    act: () => actions.clock({ hours }),
  });
  const whose = ({ user, last }: ClockTrigger): string => {
    const owner = say.triggerOf({ user: user || say.you });
    if (!last) return owner;
    const { atMs, error } = last;
    const came = error
      ? say.lastFailed({ moment: moment(atMs), error })
      : say.lastRun({ moment: moment(atMs) });
    return `${owner} · ${came}`;
  };
  const triggers = external.triggers.flatMap((trigger): MenuItem[] => [
    title(
      trigger.disabled
        ? say.triggerOff({ handler: trigger.handler })
        : say.trigger({ handler: trigger.handler, next: moment(trigger.nextMs) }),
    ),
    title(whose(trigger)),
    { kind: 'item', label: say.runNow, act: () => actions.clock({ run: trigger.id }) },
    { kind: 'separator' },
  ]);
  // The newest first, as in every outbox.
  const mails = [...external.outbox]
    .reverse()
    .flatMap((mail): MenuItem[] => [
      title(say.mail({ to: mail.to, moment: moment(mail.atMs) })),
      { kind: 'item', label: mail.subject, act: () => actions.read(mail) },
    ]);
  const faults = external.faults.flatMap(({ vendor, all, on }): MenuItem[] => [
    title(vendor),
    ...all.map(
      (fault): MenuItem => ({
        kind: 'item',
        label: say.fault[fault],
        on: on.includes(fault),
        act: () => actions.fault({ vendor, fault, on: !on.includes(fault) }),
      }),
    ),
  ]);
  // Who tries a system here has no key of its own; a press copies one.
  const keys = external.faults.flatMap(({ vendor, keys }): MenuItem[] => {
    const fields = Object.entries(keys);
    if (fields.length === 0) return [];
    return [
      title(vendor),
      ...fields.map(
        ([field, value]): MenuItem => ({
          kind: 'item',
          label: `${field}: ${value}`,
          act: () => void actions.copy(value),
        }),
      ),
    ];
  });
  const today = say.today({ day: dayAt(Date.now() + external.aheadMs, external.zone, language) });
  return [
    {
      label: say.clock,
      quiet: true,
      items: [
        title(today),
        { kind: 'separator' } as const,
        ...(triggers.length > 0
          ? triggers
          : [title(say.noTriggers), { kind: 'separator' } as const]),
        forward(say.hour, 1),
        forward(say.day, hoursOfDay),
      ],
    },
    {
      label: say.outbox,
      quiet: true,
      items: mails.length > 0 ? mails : [title(say.noMail)],
    },
    ...(keys.length > 0
      ? [{ label: say.keys, quiet: true, items: [title(say.keysWay), ...keys] }]
      : []),
    {
      label: say.faults,
      quiet: true,
      items: faults.length > 0 ? faults : [title(say.noVendors)],
    },
  ];
}

/** `14:05 CN, 22/11/2026` */
export const momentAt = (ms: number, zone: string, language: Language): string =>
  `${shown(ms, zone, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} ${dayAt(ms, zone, language)}`;

const dayAt = (ms: number, zone: string, language: Language): string =>
  shown(ms, zone, language, {
    weekday: 'short',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });

const shown = (
  ms: number,
  timeZone: string,
  language: Language,
  parts: Intl.DateTimeFormatOptions,
): string =>
  new Intl.DateTimeFormat(languageWords(language).datesAs, { timeZone, ...parts }).format(ms);

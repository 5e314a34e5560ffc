import { useEffect, useState } from 'preact/hooks';
import type { DataStart, Schedule } from '../../app/api/data-api.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';
import { ProblemBox, SelectField } from '../ui/fields.tsx';
import { useData, useDataWords } from './data-context.tsx';

type Way = Schedule['every'] | 'none';

const ways: readonly Way[] = ['none', 'hour', 'day', 'week'];
/** Before people come to work, when nobody is in the way. */
const proposed: Schedule = { every: 'day', hour: 7, weekday: 1, mail: true };

/** When data comes by itself, and whether the clock for it stands. */
export function ScheduleForm({ start }: { readonly start: DataStart }) {
  const { client, announce } = usePanel();
  const { take } = useData();
  const say = useDataWords().schedule;
  const task = useRequest();
  const [way, setWay] = useState<Way>(start.schedule?.every ?? 'none');
  const [filled, setFilled] = useState<Schedule>(start.schedule ?? proposed);
  const [saved, setSaved] = useState(false);
  // Somebody else may have changed it.
  useEffect(() => {
    setWay(start.schedule?.every ?? 'none');
    setFilled(start.schedule ?? proposed);
  }, [JSON.stringify(start.schedule)]);
  const put = (part: Partial<Schedule>) => {
    setFilled((last) => ({ ...last, ...part }));
    setSaved(false);
  };
  const save = () =>
    task.run(
      () => client.setSchedule(way === 'none' ? null : { ...filled, every: way }),
      (now) => {
        take(now);
        setSaved(true);
        announce(say.saved);
      },
    );
  return (
    <section class="schedule">
      <h2>{say.title}</h2>
      {start.schedule === null && <p class="muted">{say.off}</p>}
      {start.schedule !== null && !start.clockStands && <p class="notice">{say.noClock}</p>}
      <Beats start={start} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <SelectField<Way>
          id="schedule-every"
          label={say.every}
          value={way}
          options={ways.map((each) => [each, say.ways[each]])}
          choose={(next) => {
            setWay(next);
            setSaved(false);
          }}
        />
        {(way === 'day' || way === 'week') && (
          <div class="pair">
            {way === 'week' && (
              <SelectField
                id="schedule-weekday"
                label={say.weekday}
                value={String(filled.weekday)}
                options={say.weekdays.map((day, at) => [String(at + 1), day])}
                choose={(day) => put({ weekday: Number(day) })}
              />
            )}
            <SelectField
              id="schedule-hour"
              label={say.hour}
              value={String(filled.hour)}
              options={hours}
              choose={(hour) => put({ hour: Number(hour) })}
            />
          </div>
        )}
        {way !== 'none' && (
          <>
            <p class="muted">{say.zone({ zone: start.zone })}</p>
            <label class="option">
              <input
                type="checkbox"
                checked={filled.mail}
                onChange={(event) => put({ mail: event.currentTarget.checked })}
              />
              <span>{say.mail}</span>
            </label>
          </>
        )}
        {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
        <p class="actions">
          <button type="submit" aria-disabled={task.busy}>
            {task.busy ? say.saving : say.save}
          </button>
        </p>
        {saved && <p class="good">{say.saved}</p>}
      </form>
    </section>
  );
}

const hours = Array.from({ length: 24 }, (_, hour): readonly [string, string] => [
  String(hour),
  `${String(hour).padStart(2, '0')}:00`,
]);

function Beats({ start: { schedule, lastTick, nextRun } }: { readonly start: DataStart }) {
  const say = useDataWords().schedule;
  const lines = [
    lastTick !== '' && say.last({ when: lastTick }),
    schedule !== null && nextRun !== '' && say.next({ when: nextRun }),
  ].filter(Boolean);
  return lines.length > 0 ? <p class="muted">{lines.join(' ')}</p> : null;
}

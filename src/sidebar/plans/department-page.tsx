import { useState } from 'preact/hooks';
import { sameQuarter } from '../../plan/calendar/calendar.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useHeading } from '../shell/use-heading.ts';
import { useRequest } from '../shell/use-request.ts';
import { BackHome } from '../ui/back-home.tsx';
import { ProblemBox, SelectField, TextField } from '../ui/fields.tsx';
import { byQuarter, quarterKey, quarterOfKey, quarterOptions } from '../wizard/quarters.ts';
import { usePlans, useSay } from './plans-context.ts';
import { SheetChanged } from './sheet-changed.tsx';

/** As many activities as a budget block can hold, and as long as one can be. */
const mostActivities = 30;

/** One sheet over all plans of a quarter. */
export function DepartmentPage() {
  const { client, language, announce } = usePanel();
  const { start, renew, go } = usePlans();
  const words = useSay();
  const say = words.department;
  const heading = useHeading('department');
  const task = useRequest();
  const quarters = byQuarter(start.plans).map(({ quarter }) => quarter);
  const [key, setKey] = useState(quarters[0] ? quarterKey(quarters[0]) : '');
  const [name, setName] = useState(say.nameExample);
  const [activities, setActivities] = useState(say.activitiesDefault);
  const quarter = quarterOfKey(quarters, key);
  const standing =
    quarter !== undefined && start.departments.some((each) => sameQuarter(each, quarter));
  const build = () => {
    if (!quarter || name.trim() === '') return;
    const lines = activities.split('\n').map((line) => line.trim());
    const named = [...new Set(lines.filter(Boolean))].slice(0, mostActivities);
    task.run(
      () => client.buildDepartment({ quarter, name: name.trim(), activities: named }),
      ({ sheet, start: now }) => {
        renew(now);
        announce(words.build.done({ sheet }));
        go('home');
      },
    );
  };
  return (
    <main>
      <BackHome />
      <h1 ref={heading} tabIndex={-1}>
        {say.title}
      </h1>
      <SheetChanged />
      <p class="muted">{say.why}</p>
      {quarters.length === 0 ? (
        <p>{say.noPlans}</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            build();
          }}
        >
          <SelectField
            id="department-quarter"
            label={say.quarter}
            value={key}
            options={quarterOptions(quarters, start.circumstances.firstMonth, language)}
            choose={setKey}
          />
          <TextField
            id="department-name"
            label={say.name}
            value={name}
            required={true}
            wrong={name.trim() === '' ? say.nameMissing : ''}
            change={setName}
          />
          <TextField
            id="department-activities"
            label={say.activities}
            value={activities}
            hint={say.activitiesHint}
            rows={5}
            change={setActivities}
          />
          {task.error && <ProblemBox>{task.error.problem}</ProblemBox>}
          <button type="submit" class="main" aria-disabled={task.busy}>
            {task.busy ? say.building : standing ? say.update : say.build}
          </button>
        </form>
      )}
    </main>
  );
}

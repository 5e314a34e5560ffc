import { useState } from 'preact/hooks';
import { catalogue } from '../../../kpi/catalogue.ts';
import type { Direction } from '../../../kpi/define.ts';
import type { Unit } from '../../../kpi/units.ts';
import { fold } from '../../../messages/fold.ts';
import { freeCustomKpiName } from '../../../plan/model/edit-kpis.ts';
import type { CustomKpi, Plan } from '../../../plan/model/plan.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { defining } from '../draft.ts';

type Way = 'sum' | 'last' | 'whole' | 'ratio';

interface Filled {
  readonly title: string;
  readonly unit: Unit;
  readonly better: Direction;
  readonly way: Way;
  readonly top: string;
  readonly bottom: string;
}

const empty: Filled = {
  title: '',
  unit: 'count',
  better: 'higher',
  way: 'sum',
  top: '',
  bottom: '',
};
/** The units in which people define KPIs of their own. */
const offered: readonly Unit[] = ['count', 'money', 'fraction', 'score', 'hours', 'times'];

interface OwnKpiFormProps {
  readonly plan: Plan;
  readonly shape: (next: (plan: Plan) => Plan) => void;
}

/** A KPI that is in no catalogue: its name, unit, direction, and how it adds up. */
export function CustomKpiForm({ plan, shape }: OwnKpiFormProps) {
  const { words, announce } = usePanel();
  const say = useSay().own;
  const [filled, setFilled] = useState(empty);
  const [tried, setTried] = useState(false);
  const name = freeCustomKpiName(plan);
  const put = (part: Partial<Filled>) => setFilled((last) => ({ ...last, ...part }));
  const ratio = filled.way === 'ratio';
  const blank = (text: string) => (tried && text.trim() === '' ? say.missing : '');
  const taken = isTaken(filled.title, plan);
  const complete =
    filled.title.trim() !== '' &&
    !taken &&
    (!ratio || (filled.top.trim() !== '' && filled.bottom.trim() !== ''));

  const add = () => {
    setTried(true);
    if (!complete || name === null) return;
    shape((last) => defining(last, ownOf(name, filled)));
    announce(`${say.added}: ${filled.title.trim()}`);
    setFilled(empty);
    setTried(false);
  };
  return (
    <details class="own">
      <summary>{say.title}</summary>
      {name === null ? (
        <p class="muted">{say.mostOwn}</p>
      ) : (
        <>
          <TextField
            id="own-title"
            label={say.name}
            value={filled.title}
            placeholder={say.nameExample}
            wrong={taken ? say.taken : blank(filled.title)}
            change={(title) => put({ title })}
          />
          <div class="pair">
            <SelectField<Unit>
              id="own-unit"
              label={say.unit}
              value={filled.unit}
              options={offered.map((unit) => [unit, words.units[unit]])}
              choose={(unit) => put({ unit })}
            />
            <SelectField<Direction>
              id="own-better"
              label={say.better}
              value={filled.better}
              options={Object.entries(words.better) as [Direction, string][]}
              choose={(better) => put({ better })}
            />
          </div>
          <SelectField<Way>
            id="own-way"
            label={say.how}
            value={filled.way}
            options={Object.entries(say.ways) as [Way, string][]}
            choose={(way) => put({ way })}
          />
          {ratio && (
            <>
              <TextField
                id="own-top"
                label={say.top}
                value={filled.top}
                placeholder={say.topExample}
                wrong={blank(filled.top)}
                change={(top) => put({ top })}
              />
              <TextField
                id="own-bottom"
                label={say.bottom}
                value={filled.bottom}
                placeholder={say.bottomExample}
                wrong={blank(filled.bottom)}
                change={(bottom) => put({ bottom })}
              />
            </>
          )}
          <button type="button" onClick={add}>
            {say.add}
          </button>
        </>
      )}
    </details>
  );
}

function ownOf(name: string, filled: Filled): CustomKpi {
  const { title, unit, better, way, top, bottom } = filled;
  const how: CustomKpi['how'] =
    way === 'ratio'
      ? { is: 'ratio', top: top.trim(), bottom: bottom.trim() }
      : { is: 'typed', over: way };
  return { name, title: title.trim(), unit, better, how };
}

/** Two KPIs of one name could not be told apart on the sheet. */
function isTaken(title: string, plan: Plan): boolean {
  const wanted = fold(title.trim());
  const inPlan = plan.kpis.flatMap(({ kpi }) => catalogue.filter(({ name }) => name === kpi));
  return (
    wanted !== '' &&
    (plan.own.some((own) => fold(own.title) === wanted) ||
      inPlan.some((kpi) => fold(kpi.title.vi) === wanted || fold(kpi.title.en) === wanted))
  );
}

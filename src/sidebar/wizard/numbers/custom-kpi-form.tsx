import { useState } from 'preact/hooks';
import { catalogue } from '../../../kpi/catalogue.ts';
import type { Direction } from '../../../kpi/define.ts';
import type { Unit } from '../../../kpi/units.ts';
import { kpiTitle } from '../../../messages/catalogue.ts';
import type { Language } from '../../../messages/compiled/languages.ts';
import { languages } from '../../../messages/compiled/languages.ts';
import { fold } from '../../../messages/fold.ts';
import { withTotalling } from '../../../plan/custom-kpi/answer.ts';
import { readCustomKpi } from '../../../plan/custom-kpi/read-custom-kpi.ts';
import { measureOfUnit } from '../../../plan/custom-kpi/reading.ts';
import { freeCustomKpiName } from '../../../plan/model/edit-kpis.ts';
import type { CustomKpi, Plan } from '../../../plan/model/plan.ts';
import { useSay } from '../../plans/plans-context.ts';
import { usePanel } from '../../shell/panel-context.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { defining } from '../draft.ts';

type Way = 'sum' | 'last' | 'whole' | 'ratio';

/** `''`: not chosen. */
interface Filled {
  readonly title: string;
  readonly unit: Unit;
  readonly better: Direction | '';
  readonly way: Way | '';
  readonly top: string;
  readonly bottom: string;
}

const empty: Filled = { title: '', unit: 'count', better: '', way: '', top: '', bottom: '' };

/** What a name says of itself; what it does not say stays open until somebody chooses. */
function readName(title: string, unit: Unit | null, language: Language): Omit<Filled, 'title'> {
  const measure = unit === null || unit === 'count' ? null : measureOfUnit(unit);
  const read = readCustomKpi({ title, measure, unit: '', like: [], language });
  const { how, better } = read;
  const parts = how?.is === 'ratio' ? how : { top: '', bottom: '' };
  return {
    unit:
      unit ??
      (offered.includes(read.unit) ? read.unit : read.unit === 'moneyEach' ? 'money' : 'count'),
    better: better ?? '',
    way: how === null ? '' : how.is === 'ratio' ? 'ratio' : how.over,
    top: parts.top,
    bottom: parts.bottom,
  };
}
/** The units in which people define KPIs of their own. */
const offered: readonly Unit[] = ['count', 'money', 'fraction', 'score', 'hours', 'times'];

interface OwnKpiFormProps {
  readonly plan: Plan;
  readonly shape: (next: (plan: Plan) => Plan) => void;
}

/** A KPI that is in no catalogue: its name, unit, direction, and how it adds up. */
export function CustomKpiForm({ plan, shape }: OwnKpiFormProps) {
  const { words, announce, language } = usePanel();
  const say = useSay().own;
  const [chosen, setChosen] = useState<Partial<Filled>>({});
  const [tried, setTried] = useState(false);
  const name = freeCustomKpiName(plan);
  const { title = '', unit: chosenUnit = null } = chosen;
  const proposed = title.trim() === '' ? empty : readName(title, chosenUnit, language);
  const filled: Filled = { ...empty, ...proposed, ...chosen };
  const put = (part: Partial<Filled>) => setChosen((last) => ({ ...last, ...part }));
  const ratio = filled.way === 'ratio';
  const blank = (text: string) => (tried && text.trim() === '' ? say.missing : '');
  const taken = isTaken(filled.title, plan);
  const complete =
    filled.title.trim() !== '' &&
    !taken &&
    filled.better !== '' &&
    filled.way !== '' &&
    (!ratio || (filled.top.trim() !== '' && filled.bottom.trim() !== ''));

  /** Nothing stands for chosen before somebody has. */
  const withOpen = <Value extends string>(
    value: Value | '',
    options: readonly (readonly [Value, string])[],
  ): readonly (readonly [Value | '', string])[] =>
    value === '' ? [['', say.choose], ...options] : options;

  const add = () => {
    setTried(true);
    if (!complete || name === null) return;
    const own = ownOf(name, filled);
    if (own) shape((last) => defining(last, own));
    announce(`${say.added}: ${filled.title.trim()}`);
    setChosen({});
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
            <SelectField<Direction | ''>
              id="own-better"
              label={say.better}
              value={filled.better}
              wrong={blank(filled.better)}
              options={withOpen(
                filled.better,
                Object.entries(words.better) as [Direction, string][],
              )}
              choose={(better) => put({ better })}
            />
          </div>
          <SelectField<Way | ''>
            id="own-way"
            label={say.how}
            value={filled.way}
            wrong={blank(filled.way)}
            options={withOpen(filled.way, Object.entries(say.ways) as [Way, string][])}
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

/** `null` where something is not chosen yet. */
function ownOf(name: string, filled: Filled): CustomKpi | null {
  const { title, unit, better, way, top, bottom } = filled;
  if (better === '' || way === '') return null;
  const how: CustomKpi['how'] =
    way === 'ratio'
      ? { is: 'ratio', top: top.trim(), bottom: bottom.trim() }
      : { is: 'typed', over: way };
  return withTotalling({ name, title: title.trim(), unit, better, how, unsaid: [] }, how);
}

/** Two KPIs of one name could not be told apart on the sheet. */
function isTaken(title: string, plan: Plan): boolean {
  const wanted = fold(title.trim());
  const inPlan = plan.kpis.flatMap(({ kpi }) => catalogue.filter(({ name }) => name === kpi));
  return (
    wanted !== '' &&
    (plan.own.some((own) => fold(own.title) === wanted) ||
      inPlan.some((kpi) => languages.some((language) => fold(kpiTitle(kpi, language)) === wanted)))
  );
}

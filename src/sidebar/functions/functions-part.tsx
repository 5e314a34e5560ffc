import { useState } from 'preact/hooks';
import { catalogue, isCalculated } from '../../kpi/catalogue.ts';
import type { Calculated } from '../../kpi/define.ts';
import type { PanelLocation } from '../shell/session.ts';
import { emptyForm, type Form } from './function-form.ts';
import { FunctionList } from './function-list.tsx';
import { FunctionPage } from './function-page.tsx';

interface FunctionsProps {
  readonly place: PanelLocation;
  readonly setPlace: (next: (last: PanelLocation) => PanelLocation) => void;
  readonly move: (to: Partial<PanelLocation>) => void;
  readonly recent: readonly string[];
  readonly inserted: (recent: readonly string[]) => void;
}

/** All about functions: those there are, and one of them. */
export function Functions({ place, setPlace, move, recent, inserted }: FunctionsProps) {
  const [cameFrom, setCameFrom] = useState('');
  const kpi = place.view === 'function' ? functionNamed(place.name) : undefined;
  if (!kpi) return <FunctionList place={place} recent={recent} move={move} focusOn={cameFrom} />;
  const leave = () => {
    setCameFrom(place.name);
    move({ view: 'find' });
  };
  return (
    <FunctionPage
      key={kpi.name}
      kpi={kpi}
      form={place.forms[kpi.name] ?? emptyForm}
      change={(form: Form) =>
        setPlace((last) => ({ ...last, forms: { ...last.forms, [kpi.name]: form } }))
      }
      leave={leave}
      inserted={inserted}
    />
  );
}

const functionNamed = (name: string): Calculated | undefined =>
  catalogue.filter(isCalculated).find((kpi) => kpi.name === name);

import { answer, refuse, type Shown, type Speak } from './answer.ts';
import { type CellKpi, type CellTable, cellKpiNamed } from './cell-kpi.ts';
import { isOwnSentence } from './own-sentence.ts';
import { isBlankValue, isError } from './read.ts';
import { total } from './total.ts';

/** `KPI(name; …)`: any function by its name, for when another add-on owns the name. */
export function byName(
  name: unknown,
  given: readonly unknown[],
  table: CellTable,
  speak: Speak,
): Shown {
  const found = find('KPI', name, table, speak);
  return typeof found === 'string' ? found : answer(found, given, table, speak);
}

/** `KPI_TOTAL(name; …)`: any function over totalled inputs. */
export function totalByName(
  name: unknown,
  given: readonly unknown[],
  table: CellTable,
  speak: Speak,
): Shown {
  const found = find('KPI_TOTAL', name, table, speak);
  return typeof found === 'string' ? found : total(found, given, table, speak);
}

function find(caller: string, name: unknown, table: CellTable, speak: Speak): CellKpi | string {
  if (name === undefined || Array.isArray(name)) return refuse(caller, { why: 'noName' }, speak);
  if (isBlankValue(name)) return '';
  const value = String(name).trim();
  if (isError(value)) return refuse(caller, { why: 'unknownName', value, near: [] }, speak);
  if (isOwnSentence(value, table)) return value;
  const wanted = value.toUpperCase();
  const found = cellKpiNamed(wanted, table);
  if (found) return found;
  const near = Object.keys(table).filter((known) => resembles(known, wanted));
  return refuse(caller, { why: 'unknownName', value, near: near.slice(0, 3) }, speak);
}

const resembles = (known: string, wanted: string): boolean =>
  known.startsWith(wanted.slice(0, 3)) || (wanted.length > 2 && known.includes(wanted));

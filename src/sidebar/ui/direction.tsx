import type { Direction } from '../../kpi/define.ts';
import { usePanel } from '../shell/panel-context.ts';

const shapes: Readonly<Record<Direction, string>> = { higher: '↑', lower: '↓', 'on plan': '◎' };

/** The direction a KPI should go: a shape, and in words. */
export function DirectionMark({ better, inWords }: { better: Direction; inWords: boolean }) {
  const { words } = usePanel();
  return (
    <span class="direction">
      <span aria-hidden="true" class="shape">
        {shapes[better]}
      </span>
      <span class={inWords ? '' : 'unseen'}>{words.better[better]}</span>
    </span>
  );
}

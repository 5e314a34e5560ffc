import type { Direction } from '../../kpi/define.ts';
import { usePanel } from '../shell/panel-context.ts';

const shapes: Readonly<Record<Direction, string>> = { higher: '↑', lower: '↓', 'on plan': '◎' };

interface DirectionMarkProps {
  /** `null`: nobody has said it, and nothing is shown. */
  readonly better: Direction | null;
  readonly inWords: boolean;
}

/** The direction a KPI should go: a shape, and in words. */
export function DirectionMark({ better, inWords }: DirectionMarkProps) {
  const { words } = usePanel();
  if (better === null) return null;
  return (
    <span class="direction">
      <span aria-hidden="true" class="shape">
        {shapes[better]}
      </span>
      <span class={inWords ? '' : 'unseen'}>{words.better[better]}</span>
    </span>
  );
}

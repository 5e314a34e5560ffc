import { useEffect, useState } from 'preact/hooks';
import type { Built, Progress } from '../../app/api/plan-api.ts';
import type { Plan } from '../../plan/model/plan.ts';
import { usePanel } from '../shell/panel-context.ts';
import { useRequest } from '../shell/use-request.ts';

/** How often is asked how far it is, in milliseconds. */
const pause = 700;

export interface Building {
  readonly busy: boolean;
  readonly progress: Progress | null;
  readonly error: { readonly problem: string; readonly field?: string } | null;
  readonly build: (plan: Plan, sample: boolean) => void;
}

/** Builds a plan's sheet; while that lasts, asks how far it is. */
export function useBuild(id: string, done: (built: Built) => void): Building {
  const { client } = usePanel();
  const task = useRequest();
  const [progress, setProgress] = useState<Progress | null>(null);

  useEffect(() => {
    if (!task.busy) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = async () => {
      const answer = await client.buildProgress(id);
      if (!current) return;
      // A question that got no answer is no reason to worry anybody: the build itself answers.
      if ('ok' in answer && answer.ok) setProgress(answer.ok);
      timer = setTimeout(ask, pause);
    };
    timer = setTimeout(ask, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [task.busy, id]);

  return {
    busy: task.busy,
    progress,
    error: task.error,
    build: (plan, sample) => {
      setProgress(null);
      task.run(() => client.buildPlan({ plan, sample }), done);
    },
  };
}

import { usePlans, useSay } from '../plans/plans-context.ts';
import { TextField } from './fields.tsx';

/** Asks once for a name, where the platform does not say who is at the keyboard. */
export function AuthorField({ wrong }: { readonly wrong: boolean }) {
  const { start, who, setWho } = usePlans();
  const say = useSay().plan;
  if (start.who !== null) return null;
  return (
    <TextField
      id="who"
      label={say.who}
      value={who}
      hint={say.whoWhy}
      wrong={wrong && who.trim() === '' ? say.whoMissing : ''}
      change={setWho}
    />
  );
}

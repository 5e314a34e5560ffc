import { useDataWords } from '../data-context.tsx';
import { sourceNamed, useSources } from '../use-sources.ts';
import { AccountPage } from './account-page.tsx';
import { ChooseSourcePage } from './choose-source-page.tsx';
import { TablePage } from './table-page.tsx';

interface ConnectPageProps {
  /** The plan's. */
  readonly id: string;
  readonly source: string;
  /** The account that is looked at again; `''` for a new one. */
  readonly account: string;
}

/** Connects an account of a source, in the way its form says. */
export function ConnectPage({ id, source: named, account }: ConnectPageProps) {
  const say = useDataWords().page;
  const source = sourceNamed(named, useSources());
  if (named === '') return <ChooseSourcePage id={id} />;
  if (!source) {
    return (
      <main class="data">
        <p class="muted" role="status">
          {say.opening}
        </p>
      </main>
    );
  }
  if (source.form === 'tabs') return <TablePage id={id} source={source} account={account} />;
  return <AccountPage id={id} source={source} account={account} />;
}

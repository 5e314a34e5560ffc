import { render } from 'preact';
import type { Runner } from './client.ts';
import { Panel } from './panel.tsx';

declare const google: { readonly script: { readonly run: Runner } } | undefined;

const { documentElement: page, body } = document;
const root = document.getElementById('panel');
if (root) {
  render(
    <Panel
      run={typeof google === 'undefined' ? undefined : google.script.run}
      guess={/^vi\b/i.test(navigator.language) ? 'vi' : 'en'}
      openHelp={(page.dataset.view ?? body.dataset.view) === 'help'}
    />,
    root,
  );
}

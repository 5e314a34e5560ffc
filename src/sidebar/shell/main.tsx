import { render } from 'preact';
import { languageOf } from '../../messages/language-of.ts';
import type { GoogleRunner } from './client.ts';
import { Panel } from './panel.tsx';
import type { Opening } from './session.ts';

declare const google: { readonly script: { readonly run: GoogleRunner } } | undefined;

const { documentElement: page, body } = document;
const asked = page.dataset.view ?? body.dataset.view;
const opening: Opening = asked === 'insert' || asked === 'help' ? asked : 'home';
const root = document.getElementById('panel');
if (root) {
  render(
    <Panel
      run={typeof google === 'undefined' ? undefined : google.script.run}
      delivered={languageOf(page.lang)}
      opening={opening}
    />,
    root,
  );
}

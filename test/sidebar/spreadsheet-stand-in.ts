import type { FunctionRequest, PanelApi, SelectedCells } from '../../src/app/api.ts';

/** The spreadsheet's side as the panel meets it in a test. Lives in the page. */
export interface StandIn {
  selection: SelectedCells | null;
  /** Cells that hold something. */
  occupied: string[];
  /** The message of the error with which every call fails; `''` for none. */
  failure: string;
  readonly calls: [name: string, ...request: unknown[]][];
}

declare global {
  interface Window {
    standIn: StandIn;
  }
}

/** Runs in the page before the panel: a `google.script.run` that answers plausibly, soon. */
export function installStandIn(language: 'en' | 'vi'): void {
  const recent = ['CTR'];
  const standIn: StandIn = {
    selection: {
      sheet: 'My ads',
      a1: 'J2:J1144',
      reference: "'My ads'!J2:J1144",
      rows: 1143,
      columns: 1,
      header: 'Spent <b>',
    },
    occupied: [],
    failure: '',
    calls: [],
  };
  window.standIn = standIn;
  const start = () => ({ ok: { language, spreadsheetLocale: 'vi_VN', recent } });
  const formulaOf = ({ name, inputs }: FunctionRequest) => `=${name}(${inputs.join(';')})`;
  const targetOf = ({ target }: FunctionRequest) => target || 'Q2';
  const api: PanelApi = {
    panelStart: start,
    chooseLanguage: start,
    readSelection: () =>
      standIn.selection ? { ok: standIn.selection } : { problem: 'Nothing is selected.' },
    previewFunction: (request) =>
      request.inputs.includes('Z9')
        ? { problem: 'There is nothing in Z9.', field: 'leads' }
        : {
            ok: {
              formula: formulaOf(request),
              target: targetOf(request),
              answers: request.answer === 'rows' ? ['4', 'no leads', '5'] : ['4.5'],
              cells: request.answer === 'rows' ? 1143 : 1,
              note: 'A note.',
              occupied: standIn.occupied.includes(targetOf(request)),
            },
          },
    insertFunction: (request) =>
      standIn.occupied.includes(targetOf(request)) && !request.replace
        ? { problem: 'There is something.' }
        : { ok: { formula: formulaOf(request), target: targetOf(request), recent } },
  };
  type Handle = (given: unknown) => void;
  const runner = (succeed: Handle, fail: Handle): unknown =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === 'withSuccessHandler') return (handle: Handle) => runner(handle, fail);
          if (name === 'withFailureHandler') return (handle: Handle) => runner(succeed, handle);
          return (...request: unknown[]) => {
            standIn.calls.push([name, ...(JSON.parse(JSON.stringify(request)) as unknown[])]);
            setTimeout(() => {
              if (standIn.failure) return fail(new Error(standIn.failure));
              const call = api[name as keyof PanelApi] as (...request: unknown[]) => unknown;
              succeed(call(...request));
            }, 5);
          };
        },
      },
    );
  Object.assign(window, { google: { script: { run: runner(console.error, console.error) } } });
}

import type { Permission, Services } from '../app/ports/services.ts';

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Google's names for what the add-on itself needs; a source says its own. */
const scopes: Readonly<Record<Exclude<Permission, `https://${string}`>, string>> = {
  sheet: scope('spreadsheets.currentonly'),
  fetch: scope('script.external_request'),
  clock: scope('script.scriptapp'),
  mail: scope('script.send_mail'),
  address: scope('userinfo.email'),
};

/** Not every version of the service says which permissions are given. */
type Info = GoogleAppsScript.Script.AuthorizationInfo & { getAuthorizedScopes?: () => string[] };

const info = (): Info => ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);

/** `undefined` before it is asked; `null` where everything is given, or nobody says what is not. */
let given: readonly string[] | null | undefined;

function askGiven(): readonly string[] | null {
  try {
    const asked = info();
    if (asked.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED) return null;
    return asked.getAuthorizedScopes?.() ?? null;
  } catch {
    // What is missing the call that needs it will say.
    return null;
  }
}

/** Nobody gives or takes a permission while a script runs: it is asked once a run, and when it is needed. */
export const lacks: Services['lacks'] = (needed) => {
  if (needed.length === 0) return [];
  if (given === undefined) given = askGiven();
  const all = given;
  return all === null ? [] : needed.filter((each) => !all.includes(scopeOf(each)));
};

const scopeOf = (permission: Permission): string =>
  Object.keys(scopes).includes(permission) ? scopes[permission as keyof typeof scopes] : permission;

export const consentUrl: Services['consentUrl'] = () => {
  try {
    const url: string | null = info().getAuthorizationUrl();
    return url?.startsWith('https://') ? url : null;
  } catch {
    return null;
  }
};

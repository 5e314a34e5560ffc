/** What of the add-on's manifest decides what its scripts may do. */
export interface Manifest {
  readonly oauthScopes?: readonly string[];
  readonly urlFetchWhitelist?: readonly string[];
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** Which scope a call needs, by the beginning of its name; the first that fits. Others need none. */
const needed: readonly (readonly [RegExp, string])[] = [
  [/^Ui\.(?:show|alert)/, scope('script.container.ui')],
  [/^(?:SpreadsheetApp|Spreadsheet|Sheet|Range)\./, scope('spreadsheets.currentonly')],
  [/^UrlFetchApp\./, scope('script.external_request')],
  [/^ScriptApp\.(?:newTrigger|deleteTrigger|get\w+Triggers)$/, scope('script.scriptapp')],
  [/^MailApp\./, scope('script.send_mail')],
  [/^Session\.get(?:Active|Effective)User$/, scope('userinfo.email')],
];

const scopeOf = (method: string): string | null =>
  needed.find(([begins]) => begins.test(method))?.[1] ?? null;

/** Who has allowed what. */
export interface Grants {
  /** Takes back what a user has allowed: one scope, or everything. */
  revoke(user: string, scope?: string): void;
  grant(user: string): void;
  /** What a user has allowed of what the manifest asks for: each scope may be left unticked alone. */
  given(user: string): readonly string[];
  /** Whether a user has allowed everything the manifest asks for. */
  complete(user: string): boolean;
  /** Google's sentence where this user may not make this call; `null` where they may. */
  refusal(user: string, method: string): string | null;
}

/** A manifest that names no scopes asks for whatever its scripts use. */
export function grantsOf({ oauthScopes }: Manifest): Grants {
  const revoked = new Map<string, Set<string>>();
  return {
    revoke: (user, one) => {
      const all = revoked.get(user) ?? new Set();
      for (const each of one === undefined ? ['*'] : [one]) all.add(each);
      revoked.set(user, all);
    },
    grant: (user) => void revoked.delete(user),
    given: (user) => {
      const taken = revoked.get(user);
      if (taken?.has('*')) return [];
      return (oauthScopes ?? []).filter((each) => !taken?.has(each));
    },
    complete: (user) => !revoked.has(user),
    refusal: (user, method) => {
      const wanted = scopeOf(method);
      if (wanted === null) return null;
      const taken = revoked.get(user);
      if (taken?.has('*')) return 'Authorization is required to perform that action.';
      if (oauthScopes?.includes(wanted) !== false && !taken?.has(wanted)) return null;
      return `Specified permissions are not sufficient to call ${method}. Required permissions: ${wanted}`;
    },
  };
}

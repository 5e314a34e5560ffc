import { dataWords } from '../../messages/compiled/data.ts';
import type { Access, SecretField, Secrets } from '../../sources/access.ts';
import { secretFields } from '../../sources/access.ts';
import type { SourceEntry } from '../../sources/define-source.ts';
import { Problem } from '../api/user-error.ts';
import type { Context } from '../ports/context.ts';

const longest = 1000;

/**
 * Secrets as people paste them into a form. What cannot be one of this system's is said before
 * anything is sent: with what stands before it in a header, cut in two, or another system's.
 */
export function pastedSecrets(
  typed: Readonly<Record<string, string>>,
  source: SourceEntry,
  context: Pick<Context, 'sources' | 'language'>,
): Secrets {
  const found: Record<string, string> = {};
  for (const secret of secretFields(source.access)) {
    const text = (typed[secret.field] ?? '').trim();
    if (text === '') continue;
    const wrong = wrongWith(text, secret, source, context);
    if (wrong !== null) throw new Problem(wrong, `fields.${secret.field}`);
    found[secret.field] = text;
  }
  return found;
}

function wrongWith(
  text: string,
  { field, looks }: SecretField,
  source: SourceEntry,
  { sources, language }: Pick<Context, 'sources' | 'language'>,
): string | null {
  const say = dataWords(language).secret;
  const words = source.words(language);
  const label = words.fields.find(({ id }) => id === field)?.label ?? field;
  const [, scheme] =
    /^(bearer|basic|apikey|api-key|zoho-oauthtoken|token)[\s:=]+/i.exec(text) ?? [];
  if (scheme !== undefined) return say.headed({ label, scheme });
  if (/\s/.test(text)) return say.spaced({ label });
  if (looks.test(text) && text.length <= longest && /^[\x21-\x7e]+$/.test(text)) return null;
  const other = sources.all.find(({ id, access }) => id !== source.id && isOf(text, access));
  return other
    ? say.foreign({ label, title: words.title, other: other.words(language).title })
    : say.unlike({ label, title: words.title });
}

const isOf = (text: string, access: Access): boolean =>
  secretFields(access).some(({ looks }) => looks.test(text));

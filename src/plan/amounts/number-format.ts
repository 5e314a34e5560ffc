type Style = Intl.NumberFormatOptions & { readonly currencyDisplay?: string };

const made = new Map<string, Intl.NumberFormat>();

/** A number format, made once: making one takes far longer than using it. Throws what `Intl` throws. */
export function numberFormat(locale: string, style: Style): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(style)}`;
  const known = made.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, style);
  made.set(key, format);
  return format;
}

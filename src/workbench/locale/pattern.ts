/** Whether a number format shows a date or a time: `dd/mm/yyyy`, `[h]:mm`; not `#,##0 "dong"`. */
export function isDatePattern(pattern: string): boolean {
  if (pattern === '' || pattern === 'General') return false;
  const bare = pattern
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/[#0?]\s*[%]/.test(bare);
}

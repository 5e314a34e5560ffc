/** The style of a kind of cell. What is left out is the sheet's own. */
export interface CellStyle {
  readonly background?: string;
  readonly colour?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Points; 10 when left out. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: true;
}

const ink = '#202124';
const muted = '#5f6368';
const accent = '#1a73e8';
const typedIn = '#f1f6fe';

/** Every style there is. One accent, white ground; cells to type in have a pale ground. */
export const styles = {
  plain: { colour: ink },
  /** Nobody sees it: nothing is sent for it. */
  hidden: {},
  title: { colour: ink, bold: true, size: 16 },
  subtitle: { colour: muted, size: 10 },
  heading: { colour: accent, bold: true, size: 11 },
  columnHead: { colour: muted, bold: true, size: 9, wrap: true },
  columnHeadRight: { colour: muted, bold: true, size: 9, wrap: true, align: 'right' },
  kpi: { colour: ink, bold: true, wrap: true },
  tracked: { colour: ink, wrap: true },
  unit: { colour: muted, size: 9 },
  number: { colour: ink, align: 'right' },
  strong: { colour: ink, bold: true, align: 'right' },
  faint: { colour: muted, align: 'right' },
  words: { colour: ink, wrap: true },
  faintWords: { colour: muted, size: 9, wrap: true },
  typedNumber: { background: typedIn, colour: ink, align: 'right' },
  /** One line of words, however long: it runs on over the empty cells beside it. */
  typedLine: { background: typedIn, colour: ink },
  typedWords: { background: typedIn, colour: ink, wrap: true },
  typedTick: { background: typedIn, colour: ink, align: 'center' },
  closed: { background: '#f1f3f4', colour: muted, align: 'right' },
  status: { colour: muted },
  good: { background: '#e6f4ea', colour: '#137333' },
  watch: { background: '#fef7e0', colour: '#8f4f00' },
  bad: { background: '#fce8e6', colour: '#c5221f' },
  band: { background: '#f8f9fa', colour: muted, size: 9, bold: true },
  trend: { colour: accent },
  warning: { background: '#fef7e0', colour: '#8f4f00', wrap: true },
} as const satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof styles;

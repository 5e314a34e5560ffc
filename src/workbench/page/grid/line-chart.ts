/** A chart's numbers, ready to be drawn. */
export interface LineData {
  readonly title: string;
  /** One per point, from left to right. */
  readonly labels: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly color: string;
    /** `null` leaves a gap. */
    readonly values: readonly (number | null)[];
  }[];
  /** How a number on the scale is written. */
  readonly write: (value: number) => string;
}

const namespace = 'http://www.w3.org/2000/svg';
const ink = '#202124';
const muted = '#5f6368';
const hairline = '#e8eaed';
const letters = 6;

/** Draws lines over points: a title, a legend, a calm scale, and no more. */
export function lineChart(data: LineData, width: number, height: number): SVGSVGElement {
  const svg = node('svg', {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-label': data.title,
  }) as SVGSVGElement;
  svg.append(node('rect', { width, height, fill: '#fff' }));
  svg.append(text(data.title, { x: 14, y: 22, fill: ink, 'font-size': 13, 'font-weight': 600 }));
  legend(svg, data);
  const held = data.series.flatMap(({ values }) => values.filter((value) => value !== null));
  if (held.length === 0) return svg;

  const steps = scale(Math.min(0, ...held), Math.max(0, ...held));
  const marks = steps.map(data.write);
  const left = 18 + Math.max(...marks.map((mark) => mark.length)) * letters;
  const box = { left, right: width - 16, top: 58, bottom: height - 26 };
  const [low = 0, high = 1] = [steps[0], steps[steps.length - 1]];
  const y = (value: number) =>
    box.bottom - ((value - low) / (high - low || 1)) * (box.bottom - box.top);
  const last = Math.max(1, data.labels.length - 1);
  const x = (i: number) => box.left + (i / last) * (box.right - box.left);

  steps.forEach((step, i) => {
    const at = round(y(step));
    const stroke = step === 0 ? '#bdc1c6' : hairline;
    svg.append(node('line', { x1: box.left, x2: box.right, y1: at, y2: at, stroke }));
    const place = { x: box.left - 6, y: at + 3.5, 'text-anchor': 'end' };
    svg.append(text(marks[i] ?? '', { ...place, fill: muted, 'font-size': 10 }));
  });
  const widest = Math.max(...data.labels.map((label) => label.length)) * letters;
  const room = (box.right - box.left) / last;
  const every = Math.max(1, Math.ceil((widest + 8) / room));
  data.labels.forEach((label, i) => {
    if (i % every !== 0) return;
    const place = { x: round(x(i)), y: height - 9, 'text-anchor': 'middle' };
    svg.append(text(label, { ...place, fill: muted, 'font-size': 10 }));
  });
  for (const { values, color } of data.series) {
    const points = values.map((value, i) => (value === null ? null : [x(i), y(value)]));
    svg.append(
      node('path', {
        d: path(points),
        fill: 'none',
        stroke: color,
        'stroke-width': 2,
        'stroke-linejoin': 'round',
        'stroke-linecap': 'round',
      }),
    );
    const end = [...points].reverse().find((point) => point !== null);
    if (end)
      svg.append(node('circle', { cx: round(end[0]!), cy: round(end[1]!), r: 3, fill: color }));
  }
  return svg;
}

function legend(svg: SVGSVGElement, { series }: LineData): void {
  let x = 14;
  for (const { name, color } of series) {
    svg.append(
      node('line', { x1: x, x2: x + 14, y1: 39, y2: 39, stroke: color, 'stroke-width': 2 }),
    );
    svg.append(text(name, { x: x + 19, y: 43, fill: muted, 'font-size': 11 }));
    x += 19 + name.length * (letters + 0.5) + 16;
  }
}

/** Through the points, with a break where there is none. */
function path(points: readonly (readonly number[] | null)[]): string {
  let drawing = false;
  return points
    .map((point) => {
      if (!point) {
        drawing = false;
        return '';
      }
      const step = `${drawing ? 'L' : 'M'}${round(point[0]!)} ${round(point[1]!)}`;
      drawing = true;
      return step;
    })
    .join('');
}

/** Four or five round numbers from below the lowest to above the highest. */
export function scale(low: number, high: number): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step - first);
  return Array.from({ length: Math.max(1, count) + 1 }, (_, i) => (first + i) * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;

function node(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function text(words: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = node('text', attributes);
  made.textContent = words;
  return made;
}

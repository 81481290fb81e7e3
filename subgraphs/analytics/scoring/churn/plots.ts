/** Plots of the model card, as SVG that reads on white and on black paper. Numbers are written with fixed digits, so that the same fit gives the same bytes. */

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Scatter {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Both axes go from 0 to this. */
  readonly max: number;
  readonly points: readonly Point[];
  /** From corner to corner: where the points would lie if all were right. */
  readonly hasDiagonal: boolean;
}

interface Bars {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly bars: readonly { readonly label: string; readonly value: number; readonly text: string }[];
}

const WIDTH = 560;
const HEIGHT = 420;
const MARGIN = { top: 56, right: 24, bottom: 56, left: 72 };
const INK = '#1f2933';
const FAINT = '#9aa5b1';
const MAIN = '#0b6bcb';
const OTHER = '#c2410c';
const TICKS = 5;

export function scatterPlot({ titleZh, titleEn, xLabel, yLabel, max, points, hasDiagonal }: Scatter): string {
  const inner = { width: WIDTH - MARGIN.left - MARGIN.right, height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const toX = (x: number): string => (MARGIN.left + (x / max) * inner.width).toFixed(1);
  const toY = (y: number): string => (MARGIN.top + inner.height - (y / max) * inner.height).toFixed(1);
  const ticks = Array.from({ length: TICKS + 1 }, (_, nth) => (max * nth) / TICKS);
  return svg(HEIGHT, `${titleZh} ${titleEn}`, [
    ...ticks.flatMap((tick) => [
      line(toX(tick), toY(0), toX(tick), toY(max), FAINT, 0.4),
      line(toX(0), toY(tick), toX(max), toY(tick), FAINT, 0.4),
      text(toX(tick), String(HEIGHT - MARGIN.bottom + 18), percent(tick), 'middle'),
      text(String(MARGIN.left - 8), toY(tick), percent(tick), 'end'),
    ]),
    ...(hasDiagonal ? [line(toX(0), toY(0), toX(max), toY(max), FAINT, 1.5, '6 4')] : []),
    `<polyline fill="none" stroke="${MAIN}" stroke-width="2" points="${points.map(({ x, y }) => `${toX(x)},${toY(y)}`).join(' ')}"/>`,
    ...points.map(({ x, y }) => `<circle cx="${toX(x)}" cy="${toY(y)}" r="4" fill="${MAIN}"/>`),
    text(String(MARGIN.left + inner.width / 2), String(HEIGHT - 14), xLabel, 'middle'),
    `<text x="18" y="${MARGIN.top - 14}" font-size="13">${escapeXml(yLabel)}</text>`,
  ]);
}

export function barPlot({ titleZh, titleEn, bars }: Bars): string {
  const row = 26;
  const labels = 250;
  const height = MARGIN.top + bars.length * row + 24;
  const most = Math.max(...bars.map(({ value }) => Math.abs(value)), 1e-9);
  const half = (WIDTH - labels - 90) / 2;
  const zero = labels + half;
  return svg(
    height,
    `${titleZh} ${titleEn}`,
    bars.flatMap(({ label, value, text: said }, nth) => {
      const y = MARGIN.top + nth * row;
      const width = (Math.abs(value) / most) * half;
      const x = value < 0 ? zero - width : zero;
      return [
        text(String(labels - 8), String(y + 14), label, 'end'),
        `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="18" fill="${value < 0 ? MAIN : OTHER}"/>`,
        text(String(WIDTH - 8), String(y + 14), said, 'end'),
      ];
    }),
  );
}

function svg(height: number, title: string, parts: readonly string[]): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}" font-family="'Noto Sans CJK SC', 'Noto Sans SC', sans-serif" font-size="12" fill="${INK}">`;
  const sheet = `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`;
  const heading = `<text x="18" y="26" font-size="16" font-weight="600">${escapeXml(title)}</text>`;
  return `${[head, `<title>${escapeXml(title)}</title>`, sheet, heading, ...parts, '</svg>'].join('\n')}\n`;
}

function line(
  x1: string,
  y1: string,
  x2: string,
  y2: string,
  stroke: string,
  width: number,
  dash = '',
): string {
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${stroke}" stroke-width="${width}"${dashed}/>`;
}

function text(x: string, y: string, said: string, anchor: 'middle' | 'end'): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escapeXml(said)}</text>`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function escapeXml(said: string): string {
  return said.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

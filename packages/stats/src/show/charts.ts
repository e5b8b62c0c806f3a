import {
  type Cell,
  formatBand,
  type FunnelRow,
  type RateRow,
  readAge,
  readSex,
  type TabulateRow,
  type TrendRow,
} from '@cleanclaim/core/statistics';
import { draw } from './draw.ts';

const WIDTH = 760;
const BLUE = '#1f5f99';
const GREY = '#8a8f98';
/** Room for one line of text, in pixels. */
const LINE = 22;

const labelOf = (by: Readonly<Record<string, string>>): string => Object.values(by).join(', ') || 'all';
const marginFor = (labels: readonly string[]): number => Math.min(320, 24 + 6.2 * Math.max(4, ...labels.map((label) => label.length)));

/** Standardised rates with their intervals, crude ones hollow beside them: before and after standardising. */
export async function ratesChart(rows: readonly RateRow[]): Promise<string> {
  const shown = rows.map((row) => ({
    label: labelOf(row.by),
    rate: row.rate,
    low: row.rateCi?.[0] ?? null,
    high: row.rateCi?.[1] ?? null,
    crude: row.crude,
  }));
  const [first] = rows;
  return draw((plot) => ({
    width: WIDTH,
    height: 70 + LINE * shown.length,
    marginLeft: marginFor(shown.map(({ label }) => label)),
    marginBottom: 44,
    x: {
      zero: true,
      labelOffset: 40,
      grid: true,
      label: first
        ? `for each ${first.per.toLocaleString('en-US')}; ● ${first.standardTitle}, ${first.method} ${100 * first.confidence} %; ○ crude`
        : '',
    },
    y: { label: null, domain: shown.map(({ label }) => label) },
    marks: [
      plot.ruleY(shown, { y: 'label', x1: 'low', x2: 'high', stroke: BLUE, strokeWidth: 2 }),
      plot.dot(shown, { y: 'label', x: 'crude', stroke: GREY, r: 4 }),
      plot.dot(shown, { y: 'label', x: 'rate', fill: BLUE, r: 4 }),
      plot.ruleX([0]),
    ],
  }));
}

/** The leading causes, largest first; one panel a group. */
export async function causesChart(rows: readonly TabulateRow[], most = 15): Promise<string> {
  const ranked = rows.filter((row) => row.rank !== null && row.rank <= most && row.share !== null);
  const shown = ranked.map((row) => ({ panel: labelOf(row.by), title: row.title, percent: 100 * (row.share ?? 0) }));
  const titles = [...new Set(shown.toSorted((one, other) => other.percent - one.percent).map(({ title }) => title))];
  const panels = [...new Set(shown.map(({ panel }) => panel))];
  return draw((plot) => ({
    width: WIDTH,
    height: 70 + panels.length * (30 + LINE * titles.length),
    marginLeft: marginFor(titles),
    marginRight: panels.length > 1 ? marginFor(panels) : 20,
    marginBottom: 44,
    x: { grid: true, labelOffset: 40, label: `per cent of all deaths; list ${rows[0]?.list ?? ''}` },
    y: { label: null, domain: titles },
    fy: { label: null, domain: panels },
    marks: [plot.barX(shown, { fy: 'panel', y: 'title', x: 'percent', fill: BLUE }), plot.ruleX([0])],
  }));
}

/** Rates by year with their intervals; one line a group. */
export async function trendChart(rows: readonly TrendRow[]): Promise<string> {
  const points = rows.flatMap((row) =>
    row.points
      .filter(({ rate }) => rate !== null)
      .map(({ year, rate, rateCi }) => ({ group: labelOf(row.by), year, rate, low: rateCi?.[0] ?? null, high: rateCi?.[1] ?? null })),
  );
  const years = [...new Set(points.map(({ year }) => year))].sort((one, other) => one - other);
  const [first] = rows;
  return draw((plot) => ({
    width: WIDTH,
    height: 380,
    x: { label: 'year', tickFormat: 'd', ticks: years.length <= 15 ? years : 12 },
    y: { zero: true, grid: true, label: first ? `for each ${first.per.toLocaleString('en-US')}; ${first.standard}, ${first.method}` : '' },
    color: { legend: false },
    marks: [
      plot.areaY(points, { x: 'year', y1: 'low', y2: 'high', z: 'group', fill: 'group', fillOpacity: 0.15 }),
      plot.lineY(points, { x: 'year', y: 'rate', z: 'group', stroke: 'group' }),
      plot.dot(points, { x: 'year', y: 'rate', fill: 'group', r: 3 }),
      plot.text(points, plot.selectLast({ x: 'year', y: 'rate', z: 'group', text: 'group', dx: 8, textAnchor: 'start' })),
      plot.ruleY([0]),
    ],
    marginRight: 120,
  }));
}

/** People by age, men to the left and women to the right; one panel a group. Undefined where sex or bands of age are not there. */
export async function pyramidChart(people: readonly Cell[], by: readonly string[]): Promise<string | undefined> {
  const sums = new Map<string, { panel: string; age: string; start: number; sex: 'male' | 'female'; people: number }>();
  for (const { values, count, population } of people) {
    const sex = readSex(values['sex'] ?? '');
    const age = readAge(values['age'] ?? '');
    if ((sex !== 'male' && sex !== 'female') || age.kind !== 'band') continue;
    const panel = labelOf(
      Object.fromEntries(by.filter((column) => !/^sex$/i.test(column)).map((column) => [column, values[column] ?? ''])),
    );
    const key = `${panel}\u0001${sex}\u0001${age.band.start}`;
    const before = sums.get(key)?.people ?? 0;
    sums.set(key, { panel, age: formatBand(age.band), start: age.band.start, sex, people: before + (population ?? count) });
  }
  const bars = [...sums.values()]
    .sort((one, other) => one.start - other.start)
    .map((bar) => ({ ...bar, side: bar.sex === 'male' ? -bar.people : bar.people }));
  if (bars.length === 0) return undefined;
  const ages = [...new Set(bars.map(({ age }) => age))].reverse();
  const panels = [...new Set(bars.map(({ panel }) => panel))];
  return draw((plot) => ({
    width: WIDTH,
    height: 70 + 16 * ages.length,
    marginLeft: 60,
    x: { grid: true, label: '← men, women →; people', tickFormat: (value: number) => Math.abs(value).toLocaleString('en-US') },
    y: { label: null, domain: ages },
    fx: { label: null, domain: panels },
    marks: [
      plot.barX(bars, { fx: 'panel', y: 'age', x: 'side', fill: (bar: { sex: string }) => (bar.sex === 'male' ? BLUE : '#b4532a') }),
      plot.ruleX([0]),
    ],
  }));
}

/** Places by their size, with the limits of a place of each size around the average; those beyond them are named. */
export async function funnelChart(rows: readonly FunnelRow[]): Promise<string> {
  const points = rows.filter((row) => row.value !== null && row.size > 0).map((row) => ({ ...row, label: labelOf(row.by) }));
  const lines = points
    .toSorted((one, other) => one.size - other.size)
    .map(({ size, inner, outer }) => ({ size, low: inner?.[0], high: inner?.[1], far: outer?.[0], farHigh: outer?.[1] }));
  const [first] = points;
  return draw((plot) => ({
    width: WIDTH,
    height: 440,
    marginLeft: 60,
    marginRight: 90,
    x: { grid: true, label: first?.kind === 'ratio' ? 'expected events' : 'people' },
    y: { grid: true, label: first ? `${first.kind}${first.per === 1 ? '' : ` for each ${first.per.toLocaleString('en-US')}`}` : '' },
    marks: [
      plot.lineY(lines, { x: 'size', y: 'far', stroke: GREY }),
      plot.lineY(lines, { x: 'size', y: 'farHigh', stroke: GREY }),
      plot.lineY(lines, { x: 'size', y: 'low', stroke: GREY, strokeDasharray: '4 4' }),
      plot.lineY(lines, { x: 'size', y: 'high', stroke: GREY, strokeDasharray: '4 4' }),
      plot.ruleY(first ? [first.average] : [], { stroke: GREY }),
      plot.dot(points, { x: 'size', y: 'value', fill: (row: FunnelRow) => (row.flag === 'within' ? GREY : BLUE), r: 3.5 }),
      plot.text(
        points.filter(({ flag }) => flag !== 'within'),
        { x: 'size', y: 'value', text: 'label', dx: 8, textAnchor: 'start' },
      ),
    ],
  }));
}

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
import { type Figure, FILE_LOOK, labelOf, LINE, type Look, shareBars, sideLabels } from './figure.ts';

export { type Figure, FILE_LOOK, type Look, type PlotLibrary } from './figure.ts';

/** Standardised rates with their intervals, crude ones hollow beside them: before and after standardising. */
export function ratesFigure(rows: readonly RateRow[], look: Look = FILE_LOOK): Figure {
  const shown = rows.map((row) => ({
    label: labelOf(row.by),
    rate: row.rate,
    low: row.rateCi?.[0] ?? null,
    high: row.rateCi?.[1] ?? null,
    crude: row.crude,
  }));
  const [first] = rows;
  const side = sideLabels(
    shown.map(({ label }) => label),
    look,
  );
  return (plot) => ({
    width: look.width,
    height: 70 + LINE * shown.length,
    marginLeft: side.margin,
    marginBottom: 44,
    x: {
      zero: true,
      labelOffset: 40,
      grid: true,
      label: first
        ? `for each ${first.per.toLocaleString('en-US')}; ● ${first.standardTitle}, ${first.method} ${100 * first.confidence} %; ○ crude`
        : '',
    },
    y: { label: null, tickFormat: side.tickFormat, domain: shown.map(({ label }) => label) },
    marks: [
      plot.ruleY(shown, { y: 'label', x1: 'low', x2: 'high', stroke: look.main, strokeWidth: 2 }),
      plot.dot(shown, { y: 'label', x: 'crude', stroke: look.muted, r: 4 }),
      plot.dot(shown, { y: 'label', x: 'rate', fill: look.main, r: 4 }),
      plot.ruleX([0]),
    ],
  });
}

/** The leading causes, largest first; one panel a group. */
export function causesFigure(rows: readonly TabulateRow[], look: Look = FILE_LOOK, most = 15): Figure {
  const ranked = rows.filter((row) => row.rank !== null && row.rank <= most && row.share !== null);
  const shown = ranked.map((row) => ({ panel: labelOf(row.by), name: row.title, percent: 100 * (row.share ?? 0) }));
  const titles = [...new Set(shown.toSorted((one, other) => other.percent - one.percent).map(({ name }) => name))];
  return shareBars(shown, titles, `per cent of all deaths; list ${rows[0]?.list ?? ''}`, look);
}

/** Rates by year with their intervals; one line a group. */
export function trendFigure(rows: readonly TrendRow[], look: Look = FILE_LOOK): Figure {
  const points = rows.flatMap((row) =>
    row.points
      .filter(({ rate }) => rate !== null)
      .map(({ year, rate, rateCi }) => ({ group: labelOf(row.by), year, rate, low: rateCi?.[0] ?? null, high: rateCi?.[1] ?? null })),
  );
  const years = [...new Set(points.map(({ year }) => year))].sort((one, other) => one - other);
  const [first] = rows;
  return (plot) => ({
    width: look.width,
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
  });
}

/** People by age, men to the left and women to the right; one panel a group. Undefined where sex or bands of age are not there. */
export function pyramidFigure(people: readonly Cell[], by: readonly string[], look: Look = FILE_LOOK): Figure | undefined {
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
  return (plot) => ({
    width: look.width,
    height: 70 + 16 * ages.length,
    marginLeft: 60,
    x: { grid: true, label: '← men, women →; people', tickFormat: (value: number) => Math.abs(value).toLocaleString('en-US') },
    y: { label: null, domain: ages },
    fx: { label: null, domain: panels },
    marks: [
      plot.barX(bars, { fx: 'panel', y: 'age', x: 'side', fill: (bar: { sex: string }) => (bar.sex === 'male' ? look.main : look.other) }),
      plot.ruleX([0]),
    ],
  });
}

/** Places by their size, with the limits of a place of each size around the average; those beyond them are named. */
export function funnelFigure(rows: readonly FunnelRow[], look: Look = FILE_LOOK): Figure {
  const points = rows.filter((row) => row.value !== null && row.size > 0).map((row) => ({ ...row, label: labelOf(row.by) }));
  const lines = points
    .toSorted((one, other) => one.size - other.size)
    .map(({ size, inner, outer }) => ({ size, low: inner?.[0], high: inner?.[1], far: outer?.[0], farHigh: outer?.[1] }));
  const [first] = points;
  return (plot) => ({
    width: look.width,
    height: 440,
    marginLeft: 60,
    marginRight: 90,
    x: { grid: true, label: first?.kind === 'ratio' ? 'expected events' : 'people' },
    y: { grid: true, label: first ? `${first.kind}${first.per === 1 ? '' : ` for each ${first.per.toLocaleString('en-US')}`}` : '' },
    marks: [
      plot.lineY(lines, { x: 'size', y: 'far', stroke: look.muted }),
      plot.lineY(lines, { x: 'size', y: 'farHigh', stroke: look.muted }),
      plot.lineY(lines, { x: 'size', y: 'low', stroke: look.muted, strokeDasharray: '4 4' }),
      plot.lineY(lines, { x: 'size', y: 'high', stroke: look.muted, strokeDasharray: '4 4' }),
      plot.ruleY(first ? [first.average] : [], { stroke: look.muted }),
      plot.dot(points, { x: 'size', y: 'value', fill: (row: FunnelRow) => (row.flag === 'within' ? look.muted : look.main), r: 3.5 }),
      plot.text(
        points.filter(({ flag }) => flag !== 'within'),
        { x: 'size', y: 'value', text: 'label', dx: 8, textAnchor: 'start' },
      ),
    ],
  });
}

/** Rates in their order, lowest first, with their intervals and the rate of all together: a caterpillar. */
export function caterpillarFigure(rows: readonly RateRow[], reference: number | null, look: Look = FILE_LOOK): Figure {
  const shown = rows
    .filter((row) => row.rate !== null)
    .toSorted((one, other) => (one.rate ?? 0) - (other.rate ?? 0))
    .map((row) => ({ label: labelOf(row.by), rate: row.rate, low: row.rateCi?.[0] ?? null, high: row.rateCi?.[1] ?? null }));
  const [first] = rows;
  const side = sideLabels(
    shown.map(({ label }) => label),
    look,
  );
  return (plot) => ({
    width: look.width,
    height: 70 + LINE * shown.length,
    marginLeft: side.margin,
    marginBottom: 44,
    x: {
      zero: true,
      grid: true,
      labelOffset: 40,
      label: first ? `for each ${first.per.toLocaleString('en-US')}; ${first.standard}, ${first.method}` : '',
    },
    y: { label: null, tickFormat: side.tickFormat, domain: shown.map(({ label }) => label) },
    marks: [
      plot.ruleX(reference === null ? [] : [reference], { stroke: look.muted, strokeDasharray: '4 4' }),
      plot.ruleY(shown, { y: 'label', x1: 'low', x2: 'high', stroke: look.main, strokeWidth: 2 }),
      plot.dot(shown, { y: 'label', x: 'rate', fill: look.main, r: 4 }),
      plot.ruleX([0]),
    ],
  });
}

/** Crude rates to the left, standardised ones to the right: lines that cross are orders that age made. */
export function beforeAfterFigure(rows: readonly RateRow[], look: Look = FILE_LOOK): Figure {
  const ends = rows
    .filter((row) => row.crude !== null && row.rate !== null)
    .flatMap((row) => [
      { group: labelOf(row.by), at: 'crude', rate: row.crude },
      { group: labelOf(row.by), at: 'standardised', rate: row.rate },
    ]);
  const [first] = rows;
  const text = (value: number | null): string => (value === null ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 1 }));
  return (plot) => ({
    width: look.width,
    height: 320,
    marginBottom: 46,
    marginTop: 20,
    marginLeft: 20,
    marginRight: 20,
    x: {
      type: 'point',
      domain: ['crude', 'standardised'],
      label: first ? `for each ${first.per.toLocaleString('en-US')}; ${first.standard}` : null,
      labelAnchor: 'center',
      labelOffset: 40,
      padding: 0.9,
    },
    // Every point has its number beside it.
    y: { zero: true, axis: null },
    marks: [
      plot.lineY(ends, { x: 'at', y: 'rate', z: 'group', stroke: look.main }),
      plot.dot(ends, { x: 'at', y: 'rate', fill: look.main, r: 4 }),
      plot.text(
        ends.filter(({ at }) => at === 'standardised'),
        { x: 'at', y: 'rate', text: (end: { rate: number | null }) => text(end.rate), dx: 10, textAnchor: 'start' },
      ),
      plot.text(
        ends.filter(({ at }) => at === 'crude'),
        {
          x: 'at',
          y: 'rate',
          text: (end: { group: string; rate: number | null }) => `${end.group} ${text(end.rate)}`,
          dx: -10,
          textAnchor: 'end',
        },
      ),
      plot.ruleY([0]),
    ],
  });
}

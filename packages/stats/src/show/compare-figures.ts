import type { CompareRow, QualityRow } from '@cleanclaim/core/statistics';
import { type Figure, FILE_LOOK, labelOf, LINE, type Look, marginFor, shareBars, sideLabels } from './figure.ts';

const pairOf = ({ by, one, other }: CompareRow): string => {
  const where = Object.values(by).join(', ');
  return `${where === '' ? '' : `${where}: `}${one.value} / ${other.value}`;
};

/** Ratios of standardised rates with their intervals, on a scale where twice and half lie equally far from 1. */
export function ratiosFigure(rows: readonly CompareRow[], look: Look = FILE_LOOK): Figure | undefined {
  const shown = rows.flatMap((row) =>
    row.ratio === null || row.ratio <= 0
      ? []
      : [{ label: pairOf(row), ratio: row.ratio, low: positive(row.ratioCi?.[0]), high: positive(row.ratioCi?.[1]) }],
  );
  const [first] = rows;
  if (shown.length === 0 || !first) return undefined;
  const labels = shown.map(({ label }) => label);
  const side = sideLabels(labels, look);
  return (plot) => ({
    width: look.width,
    height: 70 + LINE * shown.length,
    marginLeft: side.margin,
    marginBottom: 44,
    x: {
      type: 'log',
      grid: true,
      ticks: ratioTicks(shown.flatMap(({ ratio, low, high }) => [low ?? ratio, high ?? ratio])),
      tickFormat: String,
      labelOffset: 40,
      label: `ratio of standardised rates; ${first.standardTitle}, ${100 * first.confidence} %`,
    },
    y: { label: null, tickFormat: side.tickFormat, domain: labels },
    marks: [
      plot.ruleX([1], { stroke: look.muted }),
      plot.ruleY(shown, { y: 'label', x1: 'low', x2: 'high', stroke: look.main, strokeWidth: 2 }),
      plot.dot(shown, { y: 'label', x: 'ratio', fill: look.main, r: 4 }),
    ],
  });
}

/** 1, and round ratios evenly far from each other: Plot labels few of its own on a logarithmic scale. */
function ratioTicks(ratios: readonly number[]): number[] {
  const [low, high] = [Math.log(Math.min(1, ...ratios)), Math.log(Math.max(1, ...ratios))];
  const ticks = Array.from({ length: 6 }, (_, at) => Number(Math.exp(low + ((high - low) * at) / 5).toPrecision(2)));
  return [...new Set([...ticks.filter((tick) => Math.abs(Math.log(tick)) > (high - low) / 12), 1])];
}

/** A limit that a logarithmic scale can show. */
const positive = (limit: number | undefined): number | null => (limit !== undefined && limit > 0 ? limit : null);

/** Each crude difference as two bars: what the age structure makes of it, and what the rates at each age do. */
export function structureFigure(rows: readonly CompareRow[], look: Look = FILE_LOOK): Figure | undefined {
  const shown = rows.flatMap((row) =>
    row.decomposition === null
      ? []
      : [
          { pair: pairOf(row), part: 'age structure', difference: row.decomposition.structure },
          { pair: pairOf(row), part: 'rates at each age', difference: row.decomposition.rates },
        ],
  );
  const [first] = rows;
  if (shown.length === 0 || !first) return undefined;
  const pairs = [...new Set(shown.map(({ pair }) => pair))];
  return (plot) => ({
    width: look.width,
    height: 70 + pairs.length * 3 * LINE,
    marginLeft: 130,
    marginRight: marginFor(pairs, 0.4 * look.width),
    marginBottom: 44,
    x: { grid: true, labelOffset: 40, label: `part of the crude difference, for each ${first.per.toLocaleString('en-US')}` },
    y: { label: null },
    fy: { label: null, axis: 'right', domain: pairs },
    marks: [plot.barX(shown, { fy: 'pair', y: 'part', x: 'difference', fill: look.main }), plot.ruleX([0])],
  });
}

/** Shares of deaths by what is wrong with their cause, one panel a group. */
export function qualityFigure(rows: readonly QualityRow[], look: Look = FILE_LOOK): Figure | undefined {
  const shown = rows.flatMap((row) =>
    [row.illDefined, ...row.garbage, ...row.checks].flatMap(({ check, count, share }) =>
      count > 0 && share !== null ? [{ panel: labelOf(row.by), name: check, percent: 100 * share }] : [],
    ),
  );
  if (shown.length === 0) return undefined;
  return shareBars(shown, [...new Set(shown.map(({ name }) => name))], 'per cent of deaths', look);
}

/** Observable Plot, given by whoever draws: the command line into a document of its own, the page into its own. */
export type PlotLibrary = typeof import('@observablehq/plot');
type PlotOptions = import('@observablehq/plot').PlotOptions;
/** A figure that is ready to be drawn. */
export type Figure = (plot: PlotLibrary) => PlotOptions;

/** Colours of a figure: of a file that stands alone, or the page's own, which follow light and dark. */
export interface Look {
  readonly width: number;
  readonly main: string;
  readonly other: string;
  readonly muted: string;
}
export const FILE_LOOK: Look = { width: 760, main: '#1f5f99', other: '#b4532a', muted: '#8a8f98' };

/** Room for one line of text, in pixels. */
export const LINE = 22;

/** How a group is named beside an axis. */
export const labelOf = (by: Readonly<Record<string, string>>): string => Object.values(by).join(', ') || 'all';
const EDGE = 24;
const CHARACTER = 6.2;
/** Room that labels of these lengths need, in pixels. */
export const marginFor = (labels: readonly string[], most = 320): number =>
  Math.min(most, EDGE + CHARACTER * Math.max(4, ...labels.map((label) => label.length)));

/** Names beside an axis: as much room as they need, up to nearly half of the figure, and cut where that is too little. */
export function sideLabels(
  labels: readonly string[],
  look: Look,
): { readonly margin: number; readonly tickFormat: (label: string) => string } {
  const margin = marginFor(labels, Math.min(320, 0.45 * look.width));
  const most = Math.floor((margin - EDGE) / CHARACTER);
  return { margin, tickFormat: (label) => (label.length > most + 1 ? `${label.slice(0, most)}…` : label) };
}

/** A share in per cent of one panel's whole. */
export interface Share {
  readonly panel: string;
  readonly name: string;
  readonly percent: number;
}

/** Bars of shares, one panel a group; `names` in the order in which they stand. */
export function shareBars(shares: readonly Share[], names: readonly string[], label: string, look: Look): Figure {
  const panels = [...new Set(shares.map(({ panel }) => panel))];
  const side = sideLabels(names, look);
  return (plot) => ({
    width: look.width,
    height: 70 + panels.length * (30 + LINE * names.length),
    marginLeft: side.margin,
    marginRight: panels.length > 1 ? marginFor(panels, 0.2 * look.width) : 20,
    marginBottom: 44,
    x: { grid: true, labelOffset: 40, label },
    y: { label: null, tickFormat: side.tickFormat, domain: names },
    fy: { label: null, domain: panels, axis: panels.length > 1 ? 'right' : null },
    marks: [plot.barX(shares, { fy: 'panel', y: 'name', x: 'percent', fill: look.main }), plot.ruleX([0])],
  });
}

import { addDays, day } from '../day.ts';

/** Days (YYYY-MM-DD) from the first to the last; open when there is no last. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
}

/** The days that are covered, in order, with spans that meet or overlap made one: four quarters are a year. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (!last || (last.to !== null && from > addDays(day(last.to), 1))) joined.push({ from, to });
    else if (last.to !== null && (to === null || to > last.to)) joined[joined.length - 1] = { from: last.from, to };
  }
  return joined;
}

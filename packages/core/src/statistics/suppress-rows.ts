import { inRanges, readRanges } from './causes/code-range.ts';
import { suppressSmall } from './suppress.ts';
import type { TabulateRow } from './tabulate.ts';

/**
 * Hides the counts below `threshold` of a tabulation, and with them as many others as it takes that none can be worked out from
 * totals and sums of the list. What is hidden has neither count, share, rank nor mentions.
 */
export function suppressRows(rows: readonly TabulateRow[], threshold: number): TabulateRow[] {
  const keys = rows.map((row) => JSON.stringify(row.by));
  const places = [...new Set(keys)];
  const leaves = [...new Set(rows.filter((row) => !row.total).map((row) => row.group))];
  const counts = new Map(rows.map((row, at) => [`${keys[at]} ${row.group}`, row.count ?? 0]));
  const state = suppressSmall(
    places.map((place) => leaves.map((group) => counts.get(`${place} ${group}`) ?? 0)),
    { threshold, totals: 'both', sums: sumsOf(rows, leaves) },
  );
  const [placeAt, leafAt] = [new Map(places.map((place, at) => [place, at])), new Map(leaves.map((leaf, at) => [leaf, at]))];
  return rows.map((row, at): TabulateRow => {
    const small = (count: number | null | undefined): boolean => typeof count === 'number' && count > 0 && count < threshold;
    const hidden = row.total
      ? small(row.count)
        ? 'small'
        : 'shown'
      : (state[placeAt.get(keys[at] ?? '') ?? -1]?.[leafAt.get(row.group) ?? -1] ?? 'shown');
    if (hidden !== 'shown')
      return {
        ...row,
        count: null,
        share: null,
        rank: null,
        suppressed: hidden,
        ...(row.mentions === undefined ? {} : { mentions: null }),
      };
    return small(row.mentions) ? { ...row, mentions: null } : row;
  });
}

/** Which groups each sum of the list adds up, as places in `leaves`. */
function sumsOf(rows: readonly TabulateRow[], leaves: readonly string[]): number[][] {
  const rangesOf = (group: string) => readRanges(rows.find((row) => row.group === group)?.codes ?? '');
  const firsts = leaves.map((group) => rangesOf(group)[0]?.first);
  const totals = [...new Set(rows.filter((row) => row.total && row.codes !== '').map((row) => row.group))];
  return totals.map((total) => {
    const ranges = rangesOf(total);
    return firsts.flatMap((first, at) => (first !== undefined && inRanges(first, ranges) ? [at] : []));
  });
}

/**
 * The age columns of the WHO Mortality Database. A layout (`Frmat`) uses some of the columns 2–25; each begins at its own age
 * and runs to the next one used, the last one open. Column 1 is all ages, 26 unknown age.
 * Source: WHO Mortality Database documentation, annex table 1.
 */
const STARTS: Readonly<Record<number, number>> = Object.fromEntries([
  ...[0, 1, 2, 3, 4].map((age, at) => [at + 2, age]),
  ...Array.from({ length: 19 }, (_, at) => [at + 7, 5 + 5 * at]),
]);

const run = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const LAYOUTS: Readonly<Record<string, readonly number[]>> = {
  '00': run(2, 25),
  '01': run(2, 23),
  '02': [2, 3, ...run(7, 23)],
  '03': run(2, 21),
  '04': [2, 3, ...run(7, 21)],
  '05': [2, 3, ...run(7, 20)],
  '06': [2, 3, ...run(7, 19)],
  '07': [2, 3, 7, 9, 11, 13, 15, 17, 19, 21],
  '08': [2, 3, 7, 9, 11, 13, 15, 17, 19],
  '09': [],
};

export interface LayoutBand {
  /** 1–26, as in `Deaths7` or `Pop7`. */
  readonly column: number;
  /** `0`, `1-4`, `85+`, `unknown` or `all`. */
  readonly age: string;
}

/** The columns of a layout with their ages, unknown age last; undefined for a layout the WHO does not define. */
export function whoLayout(frmat: string): readonly LayoutBand[] | undefined {
  const used = LAYOUTS[frmat.trim().padStart(2, '0')];
  if (!used) return undefined;
  if (used.length === 0) return [{ column: 1, age: 'all' }];
  const bands = used.map((column, at): LayoutBand => {
    const start = STARTS[column] ?? 0;
    const next = used[at + 1];
    const end = next === undefined ? undefined : (STARTS[next] ?? 0);
    if (end === undefined) return { column, age: `${start}+` };
    return { column, age: end === start + 1 ? String(start) : `${start}-${end - 1}` };
  });
  return [...bands, { column: 26, age: 'unknown' }];
}

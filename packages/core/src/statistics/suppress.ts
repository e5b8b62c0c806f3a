/**
 * Hides small counts of a table whose row and column totals are shown, and as many more cells as it takes that neither a hidden
 * cell nor a small sum of hidden cells can be worked out as total less the rest. Returns which cells are hidden, in the table's shape,
 * and why. `threshold`: counts below it are hidden (CDC WONDER: 10). Zeros are shown unless `hideZero`. `sums`: columns whose sum is
 * shown in each row besides, as the chapters of a cause list.
 */
export function suppressSmall(
  table: readonly (readonly number[])[],
  options: {
    readonly threshold: number;
    readonly hideZero?: boolean;
    readonly totals?: 'both' | 'rows' | 'columns' | 'none';
    readonly sums?: readonly (readonly number[])[];
  },
): ('shown' | 'small' | 'complementary')[][] {
  const { threshold, hideZero = false, totals = 'both', sums = [] } = options;
  const state = table.map((row) =>
    row.map((count): 'shown' | 'small' | 'complementary' => (count < threshold && (count > 0 || hideZero) ? 'small' : 'shown')),
  );
  const columns = Math.max(0, ...table.map((row) => row.length));
  const lines: (readonly [number, number])[][] = [];
  if (totals === 'both' || totals === 'rows') table.forEach((row, r) => lines.push(row.map((_, c) => [r, c])));
  if (totals === 'both' || totals === 'columns')
    for (let c = 0; c < columns; c++) lines.push(table.flatMap((row, r) => (c < row.length ? [[r, c] as const] : [])));
  table.forEach((_, r) => {
    for (const sum of sums) lines.push(sum.map((c) => [r, c]));
  });
  // Each round hides at least one more cell, so this ends.
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) {
      const hidden = line.filter(([r, c]) => state[r]?.[c] !== 'shown');
      const away = hidden.reduce((sum, [r, c]) => sum + (table[r]?.[c] ?? 0), 0);
      if (hidden.length === 0 || (hidden.length > 1 && away >= threshold)) continue;
      const next = line
        .filter(([r, c]) => state[r]?.[c] === 'shown')
        // A hidden zero protects nothing where zeros are shown; the smallest other count loses least.
        .toSorted(([r1, c1], [r2, c2]) => rank(table[r1]?.[c1] ?? 0) - rank(table[r2]?.[c2] ?? 0))[0];
      if (!next) continue;
      const row = state[next[0]];
      if (row) row[next[1]] = 'complementary';
      changed = true;
    }
  }
  return state;
}

function rank(count: number): number {
  return count === 0 ? Number.MAX_VALUE : count;
}

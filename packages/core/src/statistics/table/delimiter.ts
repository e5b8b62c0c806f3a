const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The sign between cells: the one that splits the first lines into the most cells of equal number. */
export function delimiterOf(start: string): string {
  const lines = start
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  // The last line may be cut off.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const widths = whole.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(delimiter).length - 1);
    const first = widths[0] ?? 0;
    const agreeing = widths.filter((width) => width === first).length;
    const score = first === 0 ? 0 : (first * agreeing) / widths.length;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

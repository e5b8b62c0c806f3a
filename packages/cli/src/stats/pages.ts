import { writeFileSync } from 'node:fs';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { draw, type Figure, reportHtml } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import { flag } from './read.ts';

/** A figure or a report asked for beside the answer. */
export interface Page {
  readonly given: Given;
  readonly title: string;
  /** Drawn only when asked for; the first is the figure of `--plot`. */
  readonly figures: readonly { readonly figure: () => Figure | undefined; readonly caption: string }[];
  readonly methods: readonly string[];
}

/** Writes `--plot FILE.svg` and `--report FILE.html`. Throws `usage/unreadable-file` where they cannot be written. */
export async function writePages(
  { given, title, figures, methods }: Page,
  table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly problems: readonly string[] },
): Promise<void> {
  const plot = flag(given, 'plot');
  const report = flag(given, 'report');
  if (plot === undefined && report === undefined) return;
  const drawn: { svg: string; caption: string }[] = [];
  for (const { figure, caption } of report === undefined ? figures.slice(0, 1) : figures) {
    const made = figure();
    if (made) drawn.push({ svg: await draw(made), caption });
  }
  if (plot !== undefined) write(plot, drawn[0]?.svg ?? '');
  if (report !== undefined)
    write(report, reportHtml({ title, command: commandOf(given), made: given.today, figures: drawn, methods, ...table }));
}

function commandOf({ words, flags }: Given): string {
  const set = Object.entries(flags).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : typeof value === 'string' ? [`--${name}`, value] : [],
  );
  return ['cleanclaim', 'stats', ...words, ...set].map((word) => (/[\s"'$]/.test(word) ? JSON.stringify(word) : word)).join(' ');
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be written (${code}).`);
  }
}

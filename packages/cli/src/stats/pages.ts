import { writeFileSync } from 'node:fs';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { draw, type Figure, reportHtml, toPng } from '@cleanclaim/stats';
import type { Given } from '../given.ts';
import { flag } from './flags.ts';

/** A figure or a report asked for beside the answer. */
export interface Page {
  readonly given: Given;
  readonly title: string;
  /** Drawn only when asked for; the first is the figure of `--plot`. */
  readonly figures: readonly { readonly name: string; readonly figure: () => Figure | undefined; readonly caption: string }[];
  readonly methods: readonly string[];
}

/** Writes `--plot FILE.svg` or `.png` and `--report FILE.html`. Throws `usage/unreadable-file` where they cannot be written. */
export async function writePages(
  { given, title, figures, methods }: Page,
  table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly problems: readonly string[] },
): Promise<void> {
  const plot = flag(given, 'plot');
  const report = flag(given, 'report');
  if (plot === undefined && report === undefined) return;
  const drawn: { svg: string; caption: string }[] = [];
  const chosen = chosenFigure(given, figures, plot !== undefined);
  for (const { figure, caption } of report === undefined ? chosen : [...chosen, ...figures.filter((each) => !chosen.includes(each))]) {
    const made = figure();
    if (made) drawn.push({ svg: await draw(made), caption });
  }
  if (plot !== undefined) {
    const svg = drawn[0]?.svg;
    if (svg === undefined) throw new CleanclaimError('input/empty', 'There is nothing to draw.');
    write(plot, /\.png$/i.test(plot) ? await toPng(svg) : svg);
  }
  if (report !== undefined)
    write(report, reportHtml({ title, command: commandOf(given), made: given.today, figures: drawn, methods, ...table }));
}

/** The figure of `--plot`: the one `--figure` names, else the first. Throws `input/out-of-range`, `usage/missing-argument`. */
function chosenFigure(given: Given, figures: Page['figures'], plot: boolean): Page['figures'] {
  const name = flag(given, 'figure');
  if (plot && figures.length === 0)
    throw new CleanclaimError('usage/missing-argument', 'This answer has no figure; --report makes a page of its table.');
  if (name === undefined) return figures.slice(0, 1);
  const found = figures.filter((each) => each.name === name);
  if (found.length === 0)
    throw new CleanclaimError(
      'input/out-of-range',
      `--figure takes ${figures.map((each) => each.name).join(', ')} here, not ${quote(name)}.`,
    );
  return found;
}

function commandOf({ words, flags }: Given): string {
  const set = Object.entries(flags).flatMap(([name, value]) =>
    value === true ? [`--${name}`] : typeof value === 'string' ? [`--${name}`, value] : [],
  );
  return ['cleanclaim', 'stats', ...words, ...set].map((word) => (/[\s"'$]/.test(word) ? JSON.stringify(word) : word)).join(' ');
}

export function write(path: string, text: string | Uint8Array): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CleanclaimError('usage/unreadable-file', `${quote(path)} cannot be written (${code}).`);
  }
}

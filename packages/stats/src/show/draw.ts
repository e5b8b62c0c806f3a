import { CleanclaimError } from '@cleanclaim/core/errors';
import type { Figure, PlotLibrary } from './figures.ts';

type PlotDocument = NonNullable<import('@observablehq/plot').PlotOptions['document']>;
interface Dom {
  parseHTML(html: string): { document: PlotDocument };
}

/**
 * Draws with Observable Plot into a document of its own, as SVG that stands alone. Throws `table/needs-plot` where the two
 * optional packages are not installed.
 */
export async function draw(figure: Figure): Promise<string> {
  const [plot, dom] = await load();
  const { document } = dom.parseHTML('<!doctype html><html><body></body></html>');
  const drawn = plot.plot({ ...figure(plot), document });
  // linkedom draws it here; what Plot declares is the browser's element, which this package has no types of.
  const svg = (drawn as unknown as { outerHTML: string }).outerHTML;
  return svg.includes('xmlns=') ? svg : svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
}

async function load(): Promise<[PlotLibrary, Dom]> {
  try {
    return await Promise.all([import('@observablehq/plot'), import('linkedom') as unknown as Promise<Dom>]);
  } catch {
    throw new CleanclaimError('table/needs-plot', 'Plots are drawn with Observable Plot, which is not installed here.');
  }
}

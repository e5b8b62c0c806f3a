import { CleanclaimError } from '@cleanclaim/core/errors';

/** Pixels for each unit of the drawing: sharp in print and on fine screens. */
const SCALE = 2;
/** Font size of a drawing of ours, in its units. */
const FONT_SIZE = 10;

/** A drawing of ours as PNG on white. Throws `table/needs-plot` where the optional package is not installed. */
export async function toPng(svg: string): Promise<Uint8Array> {
  let canvas: typeof import('@napi-rs/canvas');
  try {
    canvas = await import('@napi-rs/canvas');
  } catch {
    throw new CleanclaimError('table/needs-plot', 'PNG is drawn with @napi-rs/canvas, which is not installed here; SVG needs no more.');
  }
  // It knows no places in ems.
  const plain = svg.replace(/\b(d?[xy])="(-?[\d.]+)em"/g, (_, name: string, ems: string) => `${name}="${Number(ems) * FONT_SIZE}"`);
  const image = await canvas.loadImage(Buffer.from(plain));
  const sheet = canvas.createCanvas(image.width * SCALE, image.height * SCALE);
  const context = sheet.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(image, 0, 0, sheet.width, sheet.height);
  return sheet.toBuffer('image/png');
}

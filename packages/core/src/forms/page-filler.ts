import type { FormBox, FormBoxPlace, FormTrouble } from './form.ts';
import { plainText } from './form-text.ts';

/**
 * Fills the boxes of one page. A text that cannot stand in its box gives a trouble and leaves the box empty: what is
 * printed is never a part of what the claim says.
 */
export class PageFiller {
  readonly #places: ReadonlyMap<string, FormBoxPlace>;
  readonly #boxes: FormBox[] = [];
  readonly #troubles: Troubles;

  constructor(places: ReadonlyMap<string, FormBoxPlace>, troubles: Troubles) {
    this.#places = places;
    this.#troubles = troubles;
  }

  get boxes(): readonly FormBox[] {
    return this.#boxes;
  }

  /** Puts a text into a box; nothing when it is empty or left out. */
  put(box: string, text: string | undefined, path: string): void {
    if (text === undefined || text.trim() === '') return;
    const plain = plainText(text);
    if (plain === undefined) {
      this.trouble(
        'unprintable',
        box,
        path,
        `The text for box ${shown(box)} has letters that the form cannot be read with.`,
        'Write it with the letters A to Z, digits and spaces.',
      );
      return;
    }
    const width = this.#places.get(box)?.width ?? 0;
    if (plain.length > width) {
      this.trouble(
        'too-long',
        box,
        path,
        `Box ${shown(box)} holds ${width} characters; the claim has ${plain.length} for it.`,
        'Shorten it as the payer lists it, or send the claim electronically.',
      );
      return;
    }
    this.#boxes.push({ box, text: plain, path });
  }

  /** A text made from a field that must be readable: a day, an amount, a telephone number. Nothing when the field is left out. */
  putRead(box: string, field: string | undefined, read: (field: string) => string | undefined, path: string, wanted: string): void {
    if (field === undefined || field.trim() === '') return;
    const text = read(field);
    if (text === undefined)
      this.trouble(
        'unreadable',
        box,
        path,
        `Box ${shown(box)} needs ${wanted}; the claim's field cannot be read as one.`,
        `Write ${wanted} in the field.`,
      );
    else this.put(box, text, path);
  }

  /** A cross in one of several boxes. */
  cross(box: string, path: string): void {
    this.put(box, 'X', path);
  }

  /** Says that the form asks for a box the claim has nothing for. */
  needs(box: string, has: unknown, path: string, what: string): void {
    if (has !== undefined && has !== '') return;
    this.trouble(
      'missing',
      box,
      path,
      `Box ${shown(box)} is empty: the claim has no ${what}.`,
      `Add ${path.slice(1).replaceAll('/', '.')}.`,
    );
  }

  trouble(kind: FormTrouble['kind'], box: string, path: string, message: string, fix: string): void {
    this.#troubles.add({ kind, box, path, message, fix });
  }
}

/** The troubles of a form, each told once however many of its pages meet it. */
export class Troubles {
  readonly #byPlace = new Map<string, FormTrouble>();

  get list(): readonly FormTrouble[] {
    return [...this.#byPlace.values()];
  }

  add(trouble: FormTrouble): void {
    const place = `${trouble.kind} ${trouble.box} ${trouble.path}`;
    if (!this.#byPlace.has(place)) this.#byPlace.set(place, trouble);
  }
}

/** `24.1F` as people say it: 24F of line 1; `33.1` is 33. */
function shown(box: string): string {
  const line = /^(24|4[2-8])\.(\d+)([A-Z]?)/.exec(box);
  return line ? `${line[1]}${line[3]} of line ${line[2]}` : box.replace(/[.:].*$/, '');
}

export function placesByBox(places: readonly FormBoxPlace[]): ReadonlyMap<string, FormBoxPlace> {
  return new Map(places.map((place) => [place.box, place]));
}

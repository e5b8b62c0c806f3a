/** A claim on paper: which text stands in which box of which page. Where a box is on the paper is data of its own (`FormBoxPlace`). */

export type FormId = 'cms-1500' | 'ub-04';

/** One filled box. */
export interface FormBox {
  /** Name of the box, such as `24.1F` (first line, charge) or `1:medicare` (a box to be crossed). */
  readonly box: string;
  readonly text: string;
  /** JSON path of the claim's field it comes from; empty when it was worked out from several. */
  readonly path: string;
}

export interface FormPage {
  /** 1-based. */
  readonly page: number;
  readonly boxes: readonly FormBox[];
}

/** What keeps a claim from standing on the form as it is. The box concerned stays empty: nothing is cut. */
export interface FormTrouble {
  /**
   * `missing`: the form asks for it and the claim has nothing. `left-out`: the form has one box for several things and
   * by its own rules shows the first. The other kinds mean that the paper would not say what the claim says.
   */
  readonly kind: 'missing' | 'left-out' | 'too-long' | 'too-many' | 'unprintable' | 'unreadable';
  readonly box: string;
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

export interface FilledForm {
  readonly form: FormId;
  /** The claim's own id; null when it has none. */
  readonly claim: string | null;
  readonly pages: readonly FormPage[];
  readonly troubles: readonly FormTrouble[];
}

/** Where a box stands on the pre-printed form, in print positions: 10 characters and 6 lines to the inch. */
export interface FormBoxPlace {
  readonly box: string;
  /** What stands in it, in our own words. */
  readonly label: string;
  /** Print line, 1-based. */
  readonly line: number;
  /** Print column of the first character, 1-based. */
  readonly column: number;
  /** Characters that fit. */
  readonly width: number;
  readonly align?: 'right';
}

/** True for a trouble that makes the paper say something else than the claim. */
export function isGrave({ kind }: FormTrouble): boolean {
  return kind !== 'missing' && kind !== 'left-out';
}

/** Shorthand for the tables of places. */
export function place(box: string, label: string, line: number, column: number, width: number, align?: 'right'): FormBoxPlace {
  return { box, label, line, column, width, ...(align ? { align } : {}) };
}

import type { FormBoxPlace, FormId } from '@cleanclaim/core';

/** Letter paper, in points (72 to the inch). */
export const PAPER = { width: 612, height: 792 } as const;
/** Courier at 12 points: 10 characters to the inch. */
export const PRINT_SIZE = 12;
export const PITCH = 7.2;
const LINE = 12;
const POINTS_A_MILLIMETRE = 72 / 25.4;

/**
 * Left edge of print column 1, and how far below the upper edge of the paper the foot of print line 0 lies. Between
 * what open billing programs use; every printer feeds a little differently, so that a test page comes first.
 */
const ORIGIN: Readonly<Record<FormId, { readonly x: number; readonly y: number }>> = {
  'cms-1500': { x: 24, y: 13.5 },
  'ub-04': { x: 9.8, y: 9.6 },
};

/** How far a printer is off, in millimetres: positive moves the print right and down. */
export interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Where the first of `length` characters stands, in points from the lower left corner of the paper. */
export function printPoint(form: FormId, place: FormBoxPlace, length: number, offset: Offset): { readonly x: number; readonly y: number } {
  const origin = ORIGIN[form];
  const column = place.align === 'right' ? place.column + place.width - length : place.column;
  return {
    x: origin.x + (column - 1) * PITCH + offset.x * POINTS_A_MILLIMETRE,
    y: PAPER.height - (origin.y + place.line * LINE) - offset.y * POINTS_A_MILLIMETRE,
  };
}

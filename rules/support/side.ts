import type { Icd10cmEdition, Row } from '@cleanclaim/core';

/** The side of the body a diagnosis names, as its official title says it; digits of the code never tell. */
export const SIDE = { none: 0, right: 1, left: 2, bilateral: 3, unspecified: 4 } as const;
export type Side = (typeof SIDE)[keyof typeof SIDE];

const kept = new WeakMap<Icd10cmEdition, (Side | undefined)[]>();

/** The side of a code: kept after the first call, because it is found by comparing titles. */
export function sideOf(icd: Icd10cmEdition, row: Row): Side {
  let sides = kept.get(icd);
  if (!sides) kept.set(icd, (sides = []));
  return (sides[row] ??= readSide(icd, row));
}

function readSide(icd: Icd10cmEdition, row: Row): Side {
  const title = titleOf(icd, row);
  if (title === '') return SIDE.none;
  const [right, left] = [/\bright\b/.test(title), /\bleft\b/.test(title)];
  if (right && left) return SIDE.none;
  if (right || left) {
    // "Right heart failure" names no side of the body: a real side has its mirror among the neighbours.
    const mirror = right ? title.replace('right', 'left') : title.replace('left', 'right');
    if (/\bquadrant\b/.test(title) || rowWithTitle(icd, row, mirror) < 0) return SIDE.none;
    return right ? SIDE.right : SIDE.left;
  }
  if (/\bbilateral(?:ly)?\b/.test(title) && !/\b(?:unilateral|not specified as) or bilateral\b/.test(title)) return SIDE.bilateral;
  if (!title.includes('unspecified')) return SIDE.none;
  if (title.endsWith('unspecified side')) return SIDE.unspecified;
  return sidedSibling(icd, row, 'right') >= 0 ? SIDE.unspecified : SIDE.none;
}

/** The code that says the same as an unspecified-side code but names the side; -1 when there is none. */
export function sidedSibling(icd: Icd10cmEdition, row: Row, side: 'right' | 'left'): Row {
  const title = titleOf(icd, row);
  for (let at = title.indexOf('unspecified'); at >= 0; at = title.indexOf('unspecified', at + 1)) {
    const sibling = rowWithTitle(icd, row, `${title.slice(0, at)}${side}${title.slice(at + 'unspecified'.length)}`);
    if (sibling >= 0) return sibling;
  }
  return -1;
}

/** The code of the same condition on the other side; -1 when there is none. */
export function mirrorOf(icd: Icd10cmEdition, row: Row): Row {
  const title = titleOf(icd, row);
  return rowWithTitle(icd, row, /\bright\b/.test(title) ? title.replace('right', 'left') : title.replace('left', 'right'));
}

/** The code for the same condition on both sides, with the same 7th character; -1 when the edition has none. */
export function bilateralOf(icd: Icd10cmEdition, row: Row): Row {
  const stem = stemOf(icd, row);
  const wanted = conditionWords(titleOf(icd, row));
  const seventh = icd.code(row).charAt(7);
  for (const candidate of neighbours(icd, stem)) {
    const title = (icd.display(candidate) ?? '').toLowerCase();
    if (!/\b(?:bilateral|both)\b/.test(title) || conditionWords(title) !== wanted) continue;
    const full = stem === row ? candidate : icd.row(icd.code(candidate) + seventh);
    if (full >= 0 && icd.billable(full)) return full;
  }
  return -1;
}

/** What a title says once side, number and the name of the paired part at its end are taken away. */
function conditionWords(title: string): string {
  return title
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !SIDE_WORDS.has(word))
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');
}

const SIDE_WORDS = new Set('right left bilateral unilateral both of the in eye eyes ear ears side'.split(' '));

/** Without the 7th character, which all codes of one stem share. */
function stemOf(icd: Icd10cmEdition, row: Row): Row {
  return icd.code(row).length === 8 ? icd.parent(row) : row;
}

function titleOf(icd: Icd10cmEdition, row: Row): string {
  return (icd.display(stemOf(icd, row)) ?? '').toLowerCase();
}

/** A stem near `row` with this title, first among its siblings and then among all under its grandparent; -1 when none has it. */
function rowWithTitle(icd: Icd10cmEdition, row: Row, title: string): Row {
  const stem = stemOf(icd, row);
  for (const candidate of neighbours(icd, stem)) {
    if (candidate !== stem && icd.display(candidate)?.toLowerCase() === title) return candidate;
  }
  return -1;
}

function* neighbours(icd: Icd10cmEdition, stem: Row): Generator<Row> {
  const parent = icd.parent(stem);
  if (parent < 0) return;
  yield* icd.children(parent);
  const grandparent = icd.parent(parent);
  if (grandparent < 0) return;
  const length = icd.code(stem).length;
  for (const row of icd.descendants(grandparent)) if (icd.code(row).length <= Math.max(length, 7)) yield row;
}

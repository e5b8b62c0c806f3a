import { type Icd10cmEdition, type Row, rowFact } from '@cleanclaim/core';

/** The side of the body a diagnosis names, as its official title says it; digits of the code never tell. */
export const SIDE = { none: 0, right: 1, left: 2, bilateral: 3, unspecified: 4 } as const;
export type Side = (typeof SIDE)[keyof typeof SIDE];

/** The side of a code, found by comparing titles. */
export const sideOf = rowFact(readSide);

function readSide(icd: Icd10cmEdition, row: Row): Side {
  const title = titleOf(icd, levelOf(icd, row));
  const [right, left] = [/\bright\b/.test(title), /\bleft\b/.test(title)];
  if (right && left) return SIDE.none;
  if (right || left) {
    // "Right heart failure" names no side of the body: a real side has its mirror among the neighbours.
    if (/\b(?:right|left) (?:upper|lower) quadrant\b/.test(title) || mirrorOf(icd, row) < 0) return SIDE.none;
    return right ? SIDE.right : SIDE.left;
  }
  if (/\bbilateral(?:ly)?\b/.test(title) && !/\b(?:unilateral|not specified as) or bilateral\b/.test(title)) return SIDE.bilateral;
  if (!title.includes('unspecified')) return SIDE.none;
  return title.endsWith('unspecified side') || rightSibling(icd, row) >= 0 ? SIDE.unspecified : SIDE.none;
}

/** The code that says the same as an unspecified-side code but names the right side; -1 when there is none. */
export const rightSibling = rowFact((icd, row) => sidedSibling(icd, row, 'right'));
/** The same for the left side. */
export const leftSibling = rowFact((icd, row) => sidedSibling(icd, row, 'left'));

function sidedSibling(icd: Icd10cmEdition, row: Row, side: 'right' | 'left'): Row {
  const title = titleOf(icd, levelOf(icd, row));
  for (let at = title.indexOf('unspecified'); at >= 0; at = title.indexOf('unspecified', at + 1)) {
    const sibling = rowWithTitle(icd, row, `${title.slice(0, at)}${side}${title.slice(at + 'unspecified'.length)}`);
    if (sibling >= 0) return sibling;
  }
  return -1;
}

/** The code of the same condition on the other side; -1 when there is none. */
export function mirrorOf(icd: Icd10cmEdition, row: Row): Row {
  const title = titleOf(icd, levelOf(icd, row));
  return rowWithTitle(
    icd,
    row,
    title.replace(/\b(?:right|left)\b/g, (side) => (side === 'right' ? 'left' : 'right')),
  );
}

/** The code for the same condition on both sides, with the same 7th character; -1 when the edition has none. */
export function bilateralOf(icd: Icd10cmEdition, row: Row): Row {
  const level = levelOf(icd, row);
  const wanted = conditionWords(titleOf(icd, level));
  for (const candidate of neighbours(icd, level)) {
    const title = titleOf(icd, candidate);
    if (!/\b(?:bilateral|both)\b/.test(title) || conditionWords(title) !== wanted) continue;
    const full = sameSeventh(icd, row, candidate);
    if (full >= 0 && icd.billable(full)) return full;
  }
  return -1;
}

/** What a title says once side, number and the name of the paired part at its end are taken away. */
function conditionWords(title: string): string {
  return title
    .split(' ')
    .filter((word) => !SIDE_WORDS.has(word))
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');
}

const SIDE_WORDS = new Set('right left bilateral unilateral both in eye eyes ear ears side leg legs hand'.split(' '));

/** The row whose title tells the side: the code without its 7th character, or the code itself where that character does ("…, right eye"). */
function levelOf(icd: Icd10cmEdition, row: Row): Row {
  if (icd.code(row).length < 8) return row;
  const stem = icd.parent(row);
  const extension = (icd.display(row) ?? '').slice((icd.display(stem) ?? '').length);
  return /\b(?:right|left|bilateral|unspecified eye)\b/.test(extension) ? row : stem;
}

/** Words only: titles of one family differ in commas and in "of". Kept, for each code is compared with many of its family. */
const titleOf = rowFact((icd, row) => {
  const words = (icd.display(row) ?? '').toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  return words.replace(/ (?:of|the)(?= )/g, '').trim();
});

/** The code near `row` whose side-telling title is this one, with the 7th character of `row`; -1 when none has it. */
function rowWithTitle(icd: Icd10cmEdition, row: Row, title: string): Row {
  const level = levelOf(icd, row);
  for (const candidate of neighbours(icd, level)) {
    if (candidate !== level && titleOf(icd, candidate) === title) return sameSeventh(icd, row, candidate);
  }
  return -1;
}

/** The candidate with the 7th character of `row`, padded with X where the code is short. */
function sameSeventh(icd: Icd10cmEdition, row: Row, candidate: Row): Row {
  const seventh = icd.code(row).charAt(7);
  const code = icd.code(candidate);
  return seventh === '' || code.length === 8 ? candidate : icd.row(code.padEnd(7, 'X') + seventh);
}

/** The siblings first, then what else stands under the grandparent, without 7th characters of its own. */
function* neighbours(icd: Icd10cmEdition, level: Row): Generator<Row> {
  const parent = icd.parent(level);
  if (parent < 0) return;
  yield* icd.children(parent);
  const grandparent = icd.parent(parent);
  if (grandparent < 0) return;
  const longest = icd.code(level).length === 8 ? 8 : 7;
  for (const row of icd.descendants(grandparent)) if (icd.code(row).length <= longest) yield row;
}

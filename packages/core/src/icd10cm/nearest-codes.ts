import type { Icd10cmEdition, Row } from './edition.ts';

/** Characters that are taken for one another on paper, on screen and on the keyboard. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  L: 'I1',
  I: '1L',
  '1': 'IL',
  O: '0Q',
  Q: 'O',
  '0': 'O',
  S: '5',
  '5': 'S',
  B: '8',
  '8': 'B',
  Z: '2',
  '2': 'Z',
  G: '6',
  '6': 'G',
};

/** Letters of other alphabets that look like a Latin one. */
const OTHER_ALPHABETS = new Map(
  Array.from('АAВBЕEКKМMНHОOРPСCТTХXУYІIЅSЈJΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'.matchAll(/(.)(.)/gsu), ([, from, to]) => [from, to]),
);

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MOST = 6;
/** Longer texts are no slip of one character. */
const LONGEST = 12;

/**
 * Codes in force that one slip away may have been meant: a dot in the wrong place, else a look-alike character or
 * swapped neighbours, else one character too many or missing. Suggestions only. Headers are left out when complete
 * codes are found.
 */
export function nearestCodes(edition: Icd10cmEdition, typed: string): Row[] {
  if (typed.length > LONGEST) return [];
  const characters = Array.from(typed, (character) => OTHER_ALPHABETS.get(character) ?? character)
    .join('')
    .replace(/[^0-9A-Z]/g, '');
  const headers = new Set<Row>();
  for (const slips of [[characters], likelySlips(characters), otherSlips(characters)]) {
    const complete = new Set<Row>();
    for (const slip of slips) {
      const row = edition.row(slip);
      if (row < 0) continue;
      if (edition.billable(row)) complete.add(row);
      else if (edition.inForce(row)) headers.add(row);
    }
    if (complete.size > 0) return [...complete].slice(0, MOST);
  }
  return [...headers].slice(0, MOST);
}

function* likelySlips(characters: string): Generator<string> {
  for (let at = 0; at < characters.length; at++) {
    for (const other of LOOK_ALIKE[characters[at] ?? ''] ?? '') yield characters.slice(0, at) + other + characters.slice(at + 1);
  }
  for (let at = 0; at + 1 < characters.length; at++)
    yield characters.slice(0, at) + characters[at + 1] + characters[at] + characters.slice(at + 2);
}

function* otherSlips(characters: string): Generator<string> {
  for (let at = characters.length - 1; at >= 0; at--) yield characters.slice(0, at) + characters.slice(at + 1);
  for (let at = characters.length; at > 0; at--) {
    for (const added of ALPHABET) yield characters.slice(0, at) + added + characters.slice(at);
  }
}

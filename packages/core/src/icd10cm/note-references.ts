import { withDot } from './code-key.ts';
import { NOTE_REPAIRS } from './note-repairs.ts';

/**
 * Reads the code references out of a note line of the tabular list: single codes, dashes, ranges, and the
 * "with …" lists that restrict the characters after them. A line without a readable code gives no reference,
 * so it can never raise a finding by itself.
 */
export interface Reference {
  /** Characters without dots; a single code has the same `first` and `last`. Everything below either end belongs to it. */
  readonly first: string;
  readonly last: string;
  /** A code in the range counts only if one of these holds; absent when all do. */
  readonly only?: readonly Restriction[];
}

export type Restriction =
  /** The characters after the dot begin with `text`. */
  | { readonly kind: 'begins'; readonly text: string }
  /** The characters end with `text`. */
  | { readonly kind: 'ends'; readonly text: string }
  /** The character at `position` (1-based, no dot) is one of `characters`. */
  | { readonly kind: 'character'; readonly position: number; readonly characters: string }
  /** Intent stands in the sixth place, or in the fifth where the sixth is the placeholder X or absent. */
  | { readonly kind: 'intent'; readonly characters: string };

// The second character is a digit but for QA (first used in FY2026), so that words such as "DNA" or "G6PD" are no codes.
const CODE = String.raw`(?:[A-Z]\d[0-9A-Z]|QA\d)(?:\.[0-9A-Z]{1,4})?`;
const END = String.raw`\.?-?`;
const ITEM = new RegExp(`^(${CODE})${END}(?:\\s*(?:-|to)\\s*(${CODE})${END})?$`);
const STARTS_WITH_CODE = new RegExp(`^(?:categor(?:y|ies) )?${CODE}(?![0-9A-Za-z])`);
const SPAN = `${CODE}${END}(?:-${CODE}${END})?`;
/** Outside parentheses only a code with a dot or a dash, or a list that words such as "see categories" or "code from" announce. */
const LOOSE = new RegExp(
  `(?:(?:categor(?:y|ies)|classified (?:to|in)|classifiable to|codes?(?:\\(s\\))? from)\\s+(${SPAN}(?:(?:,\\s*|,?\\s+and\\s+)${SPAN})*)|(?<![0-9A-Za-z.(/-])((?:[A-Z]\\d[0-9A-Z]|QA\\d)\\.(?:-|[0-9A-Z]{1,4}-?)(?:-${CODE}${END})?))(?![0-9A-Za-z])`,
  'g',
);
/** Words that limit a note to some of the codes at its own level: "any condition in I51.4-I51.9 due to …". */
const OWN_LEVEL = new RegExp(
  `\\b(?:any condition in|any type in|for codes|conditions? in)\\s+${CODE}(?:-${CODE})?(?:,\\s*${CODE}(?:-${CODE})?)*`,
);

/** The references of one note line, in the order written. */
export function noteReferences(line: string): Reference[] {
  const text = NOTE_REPAIRS.find((repair) => line.includes(repair.wrong));
  const mended = text ? line.replace(text.wrong, text.right) : line;
  const found: Reference[] = [];
  for (const group of mended.matchAll(/[([]([^()[\]]*)[)\]]/g)) {
    const inside = (group[1] ?? '').trim();
    if (!STARTS_WITH_CODE.test(inside)) continue;
    found.push(...readGroup(inside + conditionAfter(mended.slice(group.index + group[0].length))));
  }
  if (found.length > 0) return found;
  const open = mended.replace(OWN_LEVEL, '');
  for (const loose of open.matchAll(LOOSE)) {
    found.push(...readGroup((loose[1] ?? loose[2] ?? '') + conditionAfter(open.slice(loose.index + loose[0].length))));
  }
  return found;
}

/** A "with … character …" that stands behind the code or its parentheses, as in "(T36-T50) with fifth or sixth character 6". */
function conditionAfter(rest: string): string {
  return /^\s+with\s.*\bcharacters?\s.*/.exec(rest)?.[0] ?? '';
}

/** True when the line's own words name only part of what its level holds, so that it binds some codes there and not others. */
export function namesPartOfLevel(line: string): boolean {
  return OWN_LEVEL.test(line);
}

function readGroup(group: string): Reference[] {
  const [list = '', ...conditions] = group.replace(/^categor(?:y|ies) /, '').split(/[,\s]*(?<=[\s,-])with\s+/);
  const only = conditions.length > 0 ? readRestrictions(conditions.join(' ')) : [];
  const references: Reference[] = [];
  for (const piece of list.split(/\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+/)) {
    const item = ITEM.exec(piece.trim());
    if (!item) continue;
    const first = (item[1] ?? '').replace('.', '');
    const last = (item[2] ?? item[1] ?? '').replace('.', '');
    references.push(only.length > 0 ? { first, last, only } : { first, last });
  }
  return references;
}

const PLACE: Record<string, number> = { fourth: 4, '4th': 4, fifth: 5, '5th': 5, sixth: 6, six: 6, '6th': 6, seventh: 7, '7th': 7 };

function readRestrictions(text: string): Restriction[] {
  const place = /(fourth|4th|fifth|5th|sixth|six|6th|seventh|7th)(?: or (?:sixth|six|6th))?[- ]characters?/.exec(text);
  if (place) {
    const named = /characters?\s+\.?([0-9A-Z])(?:\s*-\s*([0-9A-Z]))?(?:,? or ([0-9A-Z]))?(?![a-z])/.exec(text);
    if (!named) return [];
    const characters = span(named[1] ?? '', named[2] ?? named[1] ?? '') + (named[3] ?? '');
    if (/ or (?:sixth|six|6th)/.test(place[0])) return [{ kind: 'intent', characters }];
    return [{ kind: 'character', position: PLACE[place[1] ?? ''] ?? 5, characters }];
  }
  const intent = /final character ([0-9])/.exec(text);
  if (intent) return [{ kind: 'intent', characters: intent[1] ?? '' }];
  const ending = /final characters? -([0-9A-Z]+)/.exec(text);
  if (ending) return [{ kind: 'ends', text: ending[1] ?? '' }];
  return [...text.matchAll(/\.([0-9A-Z]+)(?:\s*-\s*\.([0-9A-Z]+))?/g)].flatMap((each): Restriction[] => {
    const first = each[1] ?? '';
    const last = each[2] ?? first;
    const stem = first.slice(0, -1);
    return [...span(first.slice(-1), last.slice(-1))].map((character) => ({ kind: 'begins', text: stem + character }));
  });
}

const ORDER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function span(first: string, last: string): string {
  return ORDER.slice(ORDER.indexOf(first), ORDER.indexOf(last) + 1);
}

/** True when the code (characters without dot), already inside the range, meets the reference's restrictions. */
export function meetsRestrictions(reference: Reference, characters: string): boolean {
  return !reference.only || reference.only.some((each) => meets(each, characters));
}

function meets(restriction: Restriction, characters: string): boolean {
  switch (restriction.kind) {
    case 'begins':
      return characters.startsWith(restriction.text, 3);
    case 'ends':
      return characters.endsWith(restriction.text);
    case 'character': {
      const character = characters[restriction.position - 1];
      return character !== undefined && restriction.characters.includes(character);
    }
    case 'intent': {
      const sixth = characters[5];
      const character = sixth === undefined || sixth === 'X' ? characters[4] : sixth;
      return character !== undefined && restriction.characters.includes(character);
    }
  }
}

/** The reference as people write it: `N18.1–N18.6`, `E08–E13 with .42`. */
export function writeReference(reference: Reference): string {
  const range = reference.first === reference.last ? withDot(reference.first) : `${withDot(reference.first)}-${withDot(reference.last)}`;
  return reference.only ? `${range} with ${reference.only.map(writeRestriction).join(', ')}` : range;
}

function writeRestriction(restriction: Restriction): string {
  switch (restriction.kind) {
    case 'begins':
      return `.${restriction.text}`;
    case 'ends':
      return `final characters ${restriction.text}`;
    case 'character':
      return `character ${restriction.position} ${[...restriction.characters].join('/')}`;
    case 'intent':
      return `5th or 6th character ${[...restriction.characters].join('/')}`;
  }
}

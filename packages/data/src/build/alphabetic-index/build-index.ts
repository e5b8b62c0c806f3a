import { codeKey, ENTRY, type Icd10cmTable, INDEX_PARTS, type PackEdition, type PackManifest, stem, termWords } from '@cleanclaim/core';
import { wordListSections } from '../search/word-list-sections.ts';
import { TextBuilder } from '../text-builder.ts';
import { type Sections, writePack } from '../write-pack.ts';
import type { Conversions } from './conversions.ts';
import type { IndexPart } from './read-index.ts';
import { inReadingOrder, type PlacedPart, type PlacedTerm } from './reading-order.ts';
import { searchDocumentSections } from './search-documents.ts';
import { References, type Target } from './resolve-references.ts';

export interface AlphabeticIndexInput {
  readonly manifest: PackManifest;
  /** Any of the four parts, each once. */
  readonly parts: readonly IndexPart[];
  readonly conversions?: Conversions;
  /** The code table: the titles above a code help to find its terms by search. */
  readonly table?: Icd10cmTable | undefined;
}

/** Compiles the parts of the Alphabetic Index into one pack. Throws when a part is given twice or none is given. */
export function buildAlphabeticIndex(input: AlphabeticIndexInput): Uint8Array {
  const parts = INDEX_PARTS.flatMap((name) => {
    const given = input.parts.filter((part) => part.name === name);
    if (given.length > 1) throw new Error(`the part ${name} of the index was given twice`);
    return given;
  });
  if (parts.length === 0) throw new Error('no part of the Alphabetic Index was given');
  const placed = inReadingOrder(parts);
  const texts = new TextBuilder();
  const targets = resolveAll(placed.terms, placed.parts);
  const keys = Float64Array.from(new Set(placed.terms.flatMap(({ term }) => term.codes.map((each) => codeKey(each.code))))).sort();
  const sections: Sections = {
    ...termSections(placed.terms, texts),
    ...entrySections(placed.terms, keys),
    ...referenceSections(placed.terms, targets, texts),
    ...conversionSections(input.conversions ?? new Map()),
    ...wordSections(placed.terms),
    ...searchDocumentSections(placed.terms, placed.parts, targets, keys, input.table),
    ...texts.sections(),
  };
  const editions = placed.parts.map(editionOf);
  const facts = {
    parts: placed.parts.map(({ part, first, after }, at) => ({
      name: part.name,
      version: part.version,
      edition: editions[at]?.id,
      first,
      after,
      columns: [...part.columns].sort(([one], [other]) => one - other).map(([, title]) => title),
    })),
    unread: parts.flatMap((part) => part.unread),
  };
  return writePack('icd10cm-index', input.manifest, editions, facts, sections);
}

const TITLES = {
  main: 'Index to Diseases and Injuries',
  neoplasm: 'Table of Neoplasms',
  drugs: 'Table of Drugs and Chemicals',
  externalCauses: 'External Cause of Injuries Index',
} as const;

const ID = { main: 'main', neoplasm: 'neoplasm', drugs: 'drugs', externalCauses: 'external-causes' } as const;

/** A file states its fiscal year, which begins on 1 October of the year before. */
function editionOf({ part, first, after }: PlacedPart): PackEdition {
  const year = Number(part.version);
  if (!Number.isInteger(year) || year < 2009 || year > 2100) throw new Error(`"${part.version}" is no fiscal year of the index`);
  return {
    id: `icd10cm-index-${ID[part.name]}-${year}`,
    title: `ICD-10-CM ${TITLES[part.name]} FY${year}`,
    from: `${year - 1}-10-01`,
    to: `${year}-09-30`,
    published: null,
    rows: after - first,
  };
}

function resolveAll(terms: readonly PlacedTerm[], parts: readonly PlacedPart[]): Target[][] {
  const references = new References(terms, parts);
  return parts.flatMap(({ part, first, after }) =>
    terms.slice(first, after).map(({ term }) => term.references.map((reference) => references.resolve(reference.text, part.name))),
  );
}

function termSections(terms: readonly PlacedTerm[], texts: TextBuilder): Sections {
  return {
    'term.level': ['u8', Uint8Array.from(terms, (placed) => placed.level)],
    'term.parent': ['i32', Int32Array.from(terms, (placed) => placed.parent)],
    'term.after': ['u32', Uint32Array.from(terms, (placed) => placed.after)],
    'term.title': ['u32', Uint32Array.from(terms, ({ term }) => texts.add(term.title))],
    'term.modifiers': ['u32', Uint32Array.from(terms, ({ term }) => texts.add(term.modifiers))],
  };
}

/** Codes as numbers into the sorted list of keys; from each key back to the terms that lead to it. */
function entrySections(terms: readonly PlacedTerm[], keys: Float64Array): Sections {
  if (keys.length > 65_536) throw new Error(`${keys.length} different codes do not fit 16-bit numbers`);
  const number = new Map(Array.from(keys, (key, at) => [key, at]));
  const entries = terms.map(({ term }) => term.codes.map((each) => ({ ...each, number: number.get(codeKey(each.code)) ?? 0 })));
  const uses: number[][] = Array.from(keys, () => []);
  entries.forEach((each, at) => {
    for (const entry of each) uses[entry.number]?.push(at);
  });
  const flat = entries.flat();
  return {
    'code.key': ['f64', keys],
    'code.use.start': ['u32', starts(uses)],
    'code.use.term': ['u32', Uint32Array.from(uses.flat())],
    'entry.start': ['u32', starts(entries)],
    'entry.column': ['u8', Uint8Array.from(flat, ({ column }) => (typeof column === 'number' ? column : ENTRY[column]))],
    'entry.code': ['u16', Uint16Array.from(flat, (entry) => entry.number)],
    'entry.more': ['u8', Uint8Array.from(flat, (entry) => Number(entry.more))],
  };
}

function referenceSections(terms: readonly PlacedTerm[], targets: readonly (readonly Target[])[], texts: TextBuilder): Sections {
  const flat = terms.flatMap(({ term }) => term.references);
  return {
    'reference.start': ['u32', starts(terms.map(({ term }) => term.references))],
    'reference.kind': ['u8', Uint8Array.from(flat, ({ kind }) => (kind === 'see' ? 0 : 1))],
    'reference.text': ['u32', Uint32Array.from(flat, ({ text }) => texts.add(text))],
    'reference.target': ['i32', Int32Array.from(targets.flat(), (target) => target.term)],
    'reference.exact': ['u8', Uint8Array.from(targets.flat(), (target) => Number(target.exact))],
    'reference.column': ['u8', Uint8Array.from(targets.flat(), (target) => target.column)],
  };
}

function conversionSections(conversions: Conversions): Sections {
  const from = [...conversions.keys()].sort((one, other) => one - other);
  const to = from.map((key) => [...(conversions.get(key) ?? [])].sort((one, other) => one - other));
  return {
    'conversion.from': ['f64', Float64Array.from(from)],
    'conversion.start': ['u32', starts(to)],
    'conversion.to': ['f64', Float64Array.from(to.flat())],
  };
}

/** Terms by the words of their titles and modifiers, as written and as stems. */
function wordSections(terms: readonly PlacedTerm[]): Sections {
  const byWord = new Map<string, Set<number>>();
  terms.forEach(({ term }, at) => {
    for (const word of termWords(`${term.title} ${term.modifiers}`)) {
      for (const form of [word, stem(word)]) {
        const known = byWord.get(form);
        if (known) known.add(at);
        else byWord.set(form, new Set([at]));
      }
    }
  });
  const words = [...byWord.keys()].sort();
  const uses = words.map((word) => [...(byWord.get(word) ?? [])]);
  return {
    ...wordListSections('term.word', words),
    'term.word.use.start': ['u32', starts(uses)],
    'term.word.use.term': ['u32', Uint32Array.from(uses.flat())],
  };
}

/** Where each list begins when all are laid end to end, and where the last one ends. */
function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const start = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => (start[at + 1] = (start[at] ?? 0) + list.length));
  return start;
}

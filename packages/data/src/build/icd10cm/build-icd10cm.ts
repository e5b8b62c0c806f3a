import {
  codeKey,
  COMPOSED,
  keyAfter,
  keyCharacters,
  lowerBound,
  meetsRestrictions,
  NO_TITLE,
  NOTE_FLAG,
  NOTE_KINDS,
  type NoteKind,
  noteReferences,
  type PackEdition,
  type PackManifest,
  type Reference,
  withoutDot,
} from '@cleanclaim/core';
import { TextBuilder } from '../text-builder.ts';
import { type Sections, writePack } from '../write-pack.ts';
import type { ListedOrDerived } from './addenda.ts';
import { plainTitle } from './expand.ts';
import type { TabularNode } from './read-tabular.ts';

export interface Icd10cmInput {
  readonly manifest: PackManifest;
  readonly editions: readonly Icd10cmEditionInput[];
  /** Code lists in order of time; editions name them by number. */
  readonly codeReleases: readonly ReadonlyMap<string, ListedOrDerived>[];
  /** Tabular lists in order of time; editions name them by number. The last one gives chapters and blocks. */
  readonly noteReleases: readonly (readonly TabularNode[])[];
  /** Sections that search adds, made from the finished tables. */
  readonly moreSections?: (sections: Sections) => Sections;
}

export interface Icd10cmEditionInput {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string | null;
  readonly published: string | null;
  readonly codes: number;
  readonly notes: number;
  readonly notesAsOf: string | null;
}

interface NoteRow {
  holder: number;
  kind: number;
  text: number;
  releases: number;
  flags: number;
  character: number;
  references: Reference[];
}

/** Compiles code lists and tabular lists into one pack of all editions. Throws where the inputs contradict each other. */
export function buildIcd10cm(input: Icd10cmInput): Uint8Array {
  const texts = new TextBuilder();
  const codes = gatherCodes(input.codeReleases, texts);
  const blocks = gatherBlocks(input.noteReleases.at(-1) ?? [], texts);
  const rowOf = new Map(codes.characters.map((characters, row) => [characters, row]));
  const notes = gatherNotes(input.noteReleases, rowOf, codes.characters.length, blocks, texts);
  const references = compileReferences(notes, codes);
  const editions = input.editions.map((edition): PackEdition => ({ ...edition, rows: codes.countIn(edition.codes) }));
  const sections: Sections = { ...codes.sections, ...blocks.sections, ...noteSections(notes), ...references, ...texts.sections() };
  return writePack('icd10cm', input.manifest, editions, {}, { ...sections, ...input.moreSections?.(sections) });
}

function gatherCodes(releases: Icd10cmInput['codeReleases'], texts: TextBuilder) {
  const keyed = new Map<number, ListedOrDerived[]>();
  releases.forEach((release, at) => {
    for (const listed of release.values()) {
      const key = codeKey(listed.code);
      if (key < 0) throw new Error(`${listed.code} does not have the form of an ICD-10-CM code`);
      const versions = keyed.get(key) ?? [];
      versions[at] = listed;
      keyed.set(key, versions);
    }
  });
  const keys = Float64Array.from(keyed.keys()).sort();
  const characters = Array.from(keys, keyCharacters);
  const editions = new Uint8Array(keys.length);
  const billable = new Uint8Array(keys.length);
  const title = new Uint32Array(keys.length);
  const parent = new Int32Array(keys.length);
  const revised: number[] = [];
  const open: number[] = [];
  keys.forEach((key, row) => {
    const code = characters[row] ?? '';
    while (open.length > 0 && !code.startsWith(characters[open.at(-1) ?? 0] ?? '')) open.pop();
    parent[row] = open.at(-1) ?? -1;
    open.push(row);
    const versions = keyed.get(key) ?? [];
    const refs = new Map<number, number>();
    versions.forEach((listed, at) => {
      if (!listed) return;
      editions[row] = (editions[row] ?? 0) | (1 << at);
      if (listed.billable) billable[row] = (billable[row] ?? 0) | (1 << at);
      const ref = listed.title === null ? NO_TITLE : texts.add(listed.title) + (listed.under === undefined ? 0 : COMPOSED);
      if (listed.under !== undefined && listed.under !== characters[parent[row] ?? -1])
        throw new Error(`${code} is not under ${listed.under}`);
      refs.set(ref, (refs.get(ref) ?? 0) | (1 << at));
    });
    // The newest wording is the row's; older ones are exceptions.
    const [newest, ...older] = [...refs.keys()].reverse();
    title[row] = newest ?? NO_TITLE;
    for (const ref of older) revised.push(row, refs.get(ref) ?? 0, ref);
  });
  for (let at = 2; at < revised.length; at += 3) {
    if ((revised[at] ?? 0) >= COMPOSED)
      throw new Error(`the extension of ${characters[revised[at - 2] ?? 0]} changed its wording: not foreseen`);
  }
  return {
    keys,
    characters,
    sections: {
      'code.key': ['f64', keys],
      'code.parent': ['i32', parent],
      'code.editions': ['u8', editions],
      'code.billable': ['u8', billable],
      'code.title': ['u32', title],
      'code.revised': ['u32', Uint32Array.from(revised)],
    } satisfies Sections,
    countIn: (release: number) => editions.reduce((sum, bits) => sum + ((bits >> release) & 1), 0),
  };
}

function gatherBlocks(chapters: readonly TabularNode[], texts: TextBuilder) {
  const listed = chapters.flatMap((chapter, at) =>
    chapter.under.map((section) => {
      const [first = '', last = first] = section.id.split('-');
      return { id: section.id, title: untag(section.title), first: codeKey(first), after: keyAfter(last), chapter: at };
    }),
  );
  // A wide block stands before the ones inside it.
  const blocks = listed.sort((one, other) => one.first - other.first || other.after - one.after);
  // A chapter reaches to the next one's first code: a new category may come before the list draws its block (QA1, FY2027).
  const firsts = chapters.map((_, at) => Math.min(...blocks.filter((block) => block.chapter === at).map((block) => block.first)));
  const spans = firsts.map((first) => ({ first, after: Math.min(...firsts.filter((each) => each > first), keyAfter('ZZZ')) }));
  return {
    ids: new Map(blocks.map((block, at) => [block.id, at])),
    sections: {
      'block.first': ['f64', Float64Array.from(blocks, (block) => block.first)],
      'block.after': ['f64', Float64Array.from(blocks, (block) => block.after)],
      'block.id': ['u32', Uint32Array.from(blocks, (block) => texts.add(block.id))],
      'block.title': ['u32', Uint32Array.from(blocks, (block) => texts.add(plainTitle(block.title)))],
      'chapter.first': ['f64', Float64Array.from(spans, (span) => span.first)],
      'chapter.after': ['f64', Float64Array.from(spans, (span) => span.after)],
      'chapter.title': ['u32', Uint32Array.from(chapters, (chapter) => texts.add(plainTitle(untag(chapter.title))))],
    } satisfies Sections,
  };
}

/** Chapter and block titles carry their range in parentheses; the range is data of its own. */
function untag(title: string): string {
  return title.replace(/\s*\([A-Z0-9]{3}(?:-[A-Z0-9]{3})?\)\s*$/, '').trim();
}

function gatherNotes(
  releases: Icd10cmInput['noteReleases'],
  rowOf: ReadonlyMap<string, number>,
  codeCount: number,
  blocks: ReturnType<typeof gatherBlocks>,
  texts: TextBuilder,
): NoteRow[] {
  const rows: NoteRow[] = [];
  const same = new Map<string, NoteRow>();
  const blockCount = blocks.ids.size;
  releases.forEach((chapters, release) => {
    const visit = (node: TabularNode, chapter: number): void => {
      const holder = holderOf(node, chapter);
      if (holder !== undefined) addNotes(node, holder, release);
      for (const below of node.under) visit(below, chapter);
    };
    const holderOf = (node: TabularNode, chapter: number): number | undefined => {
      if (node.tag === 'chapter') return codeCount + blockCount + chapter;
      // A block that a later release redrew keeps its notes with the block that begins where it began.
      if (node.tag === 'section') return codeCount + (blocks.ids.get(node.id) ?? blockWithStart(node.id, blocks.ids));
      return rowOf.get(withoutDot(node.id));
    };
    chapters.forEach((chapter, at) => visit(chapter, at));
  });
  function addNotes(node: TabularNode, holder: number, release: number): void {
    for (const { kind, character, flags, text, references } of notesOf(node)) {
      const identity = [holder, kind, character, flags, text].join('\t');
      const known = same.get(identity);
      if (known && !(known.releases & (1 << release))) {
        known.releases |= 1 << release;
        continue;
      }
      const row: NoteRow = { holder, kind, text: texts.add(text), releases: 1 << release, flags, character, references: references() };
      rows.push(row);
      same.set(identity, row);
    }
  }
  // A stable sort keeps the printed order within a level.
  return rows.sort((one, other) => one.holder - other.holder);
}

function blockWithStart(id: string, known: ReadonlyMap<string, number>): number {
  const first = id.split('-')[0] ?? '';
  const found = [...known].find(([block]) => block.startsWith(`${first}-`) || block === first);
  if (!found) throw new Error(`no block begins where ${id} did`);
  return found[1];
}

/** A note line of one level, its wording weighed. */
export interface WeighedNote {
  readonly kind: number;
  /** Of a 7th-character definition; 0 for none. */
  readonly character: number;
  readonly flags: number;
  readonly text: string;
  readonly references: () => Reference[];
}

/** The notes of a level in the printed order. A heading speaks for the lines after it in the same element. */
export function* notesOf(node: TabularNode): Generator<WeighedNote> {
  let element = -1;
  let heading = 0;
  for (const note of node.notes) {
    if (note.element !== element) {
      element = note.element;
      heading = 0;
    }
    const own = wordingFlags(note.text);
    const isHeading = note.text.endsWith(':');
    const flags = own | heading | (isHeading ? NOTE_FLAG.heading : 0);
    if (isHeading) heading = own;
    yield {
      kind: NOTE_KINDS.indexOf(note.kind as NoteKind),
      character: note.character?.charCodeAt(0) ?? 0,
      flags,
      text: note.text,
      references: () => (note.kind === 'sevenCharacter' ? [] : noteReferences(note.text)),
    };
  }
}

function wordingFlags(text: string): number {
  const conditional = /\bif\b|\bwhe(?:n|re) (?:applicable|specified|present)\b|\bany associated\b/i.test(text);
  const example = /\bsuch as\b|\be\.g\.|\bfor example\b/i.test(text);
  return (conditional ? NOTE_FLAG.conditional : 0) | (example ? NOTE_FLAG.example : 0);
}

function noteSections(notes: readonly NoteRow[]): Sections {
  return {
    'note.holder': ['u32', Uint32Array.from(notes, (note) => note.holder)],
    'note.kind': ['u8', Uint8Array.from(notes, (note) => note.kind)],
    'note.text': ['u32', Uint32Array.from(notes, (note) => note.text)],
    'note.releases': ['u8', Uint8Array.from(notes, (note) => note.releases)],
    'note.flags': ['u8', Uint8Array.from(notes, (note) => note.flags)],
    'note.character': ['u8', Uint8Array.from(notes, (note) => note.character)],
  };
}

/** Turns references into runs of rows. A restricted reference becomes the runs of the codes that meet it. */
function compileReferences(notes: readonly NoteRow[], codes: { keys: Float64Array; characters: readonly string[] }): Sections {
  const starts = new Uint32Array(notes.length + 1);
  const runs: number[] = [];
  notes.forEach((note, at) => {
    for (const reference of note.references) addRuns(reference, codes, runs);
    starts[at + 1] = runs.length / 2;
  });
  return { 'note.reference': ['u32', starts], 'reference.run': ['u32', Uint32Array.from(runs)] };
}

/** Adds the runs of rows that a reference takes in: first row, and the row after the last. */
export function addRuns(
  reference: Reference,
  { keys, characters }: { readonly keys: Float64Array; readonly characters: readonly string[] },
  runs: number[],
): void {
  const first = lowerBound(keys, codeKey(reference.first));
  const after = lowerBound(keys, keyAfter(reference.last));
  if (!reference.only) {
    if (first < after) runs.push(first, after);
    return;
  }
  let open = -1;
  for (let row = first; row <= after; row++) {
    const meets = row < after && meetsRestrictions(reference, characters[row] ?? '');
    if (meets && open < 0) open = row;
    else if (!meets && open >= 0) {
      runs.push(open, row);
      open = -1;
    }
  }
}

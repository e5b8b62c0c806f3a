import { type Icd10cmEdition, NOTE_FLAG, type NoteKind, type NoteLine, type Row, rowFact } from '@cleanclaim/core';

/**
 * Lines of a note that speak together: a heading such as "underlying disease, such as:" with the lines under it, or
 * the lines of one level that stand without a heading. A "use additional code" line without a heading speaks alone,
 * since each asks for a code of its own.
 */
export interface NoteGroup {
  readonly heading: NoteLine | undefined;
  /** Lines that are not the heading. */
  readonly lines: readonly GroupLine[];
  /** "if applicable", "if known", "any associated": binds only when the condition is there. */
  readonly conditional: boolean;
  /** "such as": the codes are examples. */
  readonly example: boolean;
  /** The heading and the lines in one text, to ask for words. */
  readonly wording: string;
  /** True when some line gives a code. */
  readonly namesCodes: boolean;
}

export interface GroupLine {
  readonly note: NoteLine;
  /** Pairs: first row, row after the last. */
  readonly runs: readonly number[];
}

const NONE: readonly NoteGroup[] = [];

/** The note groups of a kind, own and inherited, outermost level first. Worked out once a code. */
export const noteGroups = {
  codeFirst: rowFact((icd, row) => group(icd, row, 'codeFirst')),
  useAdditionalCode: rowFact((icd, row) => group(icd, row, 'useAdditionalCode')),
  codeAlso: rowFact((icd, row) => group(icd, row, 'codeAlso')),
};

/** True when a line of the group names the code. */
export function groupNames(group: NoteGroup, row: Row): boolean {
  for (const line of group.lines) if (lineNames(line, row)) return true;
  return false;
}

/** True when the line names the code. */
export function lineNames({ runs }: GroupLine, row: Row): boolean {
  for (let at = 0; at < runs.length; at += 2) {
    if (row >= (runs[at] ?? 0) && row < (runs[at + 1] ?? 0)) return true;
  }
  return false;
}

/** The lines of a group as a person reads them, shortened where the list is long. Written once a group. */
export function writeGroup(group: NoteGroup): string {
  let text = WRITTEN.get(group);
  if (text === undefined) WRITTEN.set(group, (text = write(group)));
  return text;
}

const WRITTEN = new WeakMap<NoteGroup, string>();

function write({ heading, lines }: NoteGroup): string {
  const shown = lines.slice(0, 4).map((line) => tidy(line.note.text));
  const rest = lines.length > shown.length ? `; and ${lines.length - shown.length} more` : '';
  return `${heading ? `${tidy(heading.text)} ` : ''}${shown.join('; ')}${rest}`;
}

function tidy(text: string): string {
  return text.replace(/^,\s*|\.$/g, '');
}

/** A line that opens a sentence of its own, so that a heading before it does not speak for it. */
const OPENS = /^(?:codes?\b|code\(s\)|external cause code|cause code|,|any |underlying |the )/;

function group(icd: Icd10cmEdition, row: Row, kind: NoteKind): readonly NoteGroup[] {
  const notes = icd.notes(row, [kind]);
  if (notes.length === 0) return NONE;
  const runs = runsByNote(icd.references(row, kind).runs);
  const groups: NoteGroup[] = [];
  let heading: NoteLine | undefined;
  let lines: GroupLine[] = [];
  let holder = '';
  const close = (): void => {
    if (heading || lines.length > 0) groups.push(finish(heading, lines));
    heading = undefined;
    lines = [];
  };
  for (const note of notes) {
    const opens = (note.flags & NOTE_FLAG.heading) !== 0;
    const alone = !heading && kind === 'useAdditionalCode';
    if (opens || alone || note.holder.id !== holder || (heading && OPENS.test(note.text))) close();
    holder = note.holder.id;
    if (opens) heading = note;
    else lines.push({ note, runs: runs.get(note.id) ?? [] });
  }
  close();
  return groups;
}

function finish(heading: NoteLine | undefined, lines: readonly GroupLine[]): NoteGroup {
  const all = heading ? [heading, ...lines.map((line) => line.note)] : lines.map((line) => line.note);
  const flags = heading ? heading.flags : lines.reduce((common, line) => common & line.note.flags, -1);
  const wording = all.map((note) => note.text).join(' ');
  return {
    heading,
    lines,
    conditional: (flags & NOTE_FLAG.conditional) !== 0,
    example: (flags & NOTE_FLAG.example) !== 0,
    wording,
    namesCodes: lines.some((line) => line.runs.length > 0),
  };
}

function runsByNote(triples: Int32Array): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = 0; at < triples.length; at += 3) {
    const id = triples[at + 2] ?? 0;
    const own = runs.get(id) ?? [];
    own.push(triples[at] ?? 0, triples[at + 1] ?? 0);
    runs.set(id, own);
  }
  return runs;
}

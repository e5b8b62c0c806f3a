import type { NoteKind, NotesAnswer } from '@cleanclaim/core';

type Line = NotesAnswer['notes'][number];

/** The lines of one kind that stand at one level. */
export interface NoteRun {
  readonly from: string;
  readonly level: Line['level'];
  readonly own: boolean;
  readonly lines: readonly Line[];
}

export interface NoteGroup {
  readonly kind: NoteKind;
  readonly runs: readonly NoteRun[];
}

/** What to do first, then what not to do, then what the code means. Seventh characters have their own place on the page. */
const ORDER: readonly NoteKind[] = [
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'excludes1',
  'excludes2',
  'includes',
  'inclusionTerm',
  'notes',
  'sevenCharacterNote',
];

/** Notes by kind; within a kind the code's own first, then from the nearest level to the farthest. */
export function groupNotes(lines: readonly Line[], code: string): NoteGroup[] {
  return ORDER.flatMap((kind) => {
    const runs = new Map<string, NoteRun & { lines: Line[] }>();
    for (const line of lines) {
      if (line.kind !== kind) continue;
      const run = runs.get(line.from) ?? { from: line.from, level: line.level, own: line.from === code, lines: [] };
      run.lines.push(line);
      runs.set(line.from, run);
    }
    // The operation lists the chapter first and the code last.
    return runs.size === 0 ? [] : [{ kind, runs: [...runs.values()].toReversed() }];
  });
}

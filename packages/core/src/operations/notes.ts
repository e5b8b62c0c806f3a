import * as z from 'zod/mini';
import { noteReferences, writeReference } from '../icd10cm/note-references.ts';
import { NOTE_FLAG, NOTE_KINDS } from '../icd10cm/notes.ts';
import { beyondIcd10cm } from './beyond-icd10cm.ts';
import { groundOf, knownCode } from './known-code.ts';
import { codeField, dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const note = z.object({
  kind: z.enum(NOTE_KINDS),
  text: z.string(),
  /** References as written on the line: single codes, ranges, "with" lists. */
  codes: z.array(z.string()),
  /** The level the note stands at: a code, a block such as `E08-E13`, or a chapter number. */
  from: z.string(),
  level: z.enum(['chapter', 'block', 'code']),
  inherited: z.boolean(),
  /** A 7th character this line defines. */
  character: z.optional(z.string()),
  conditional: z.optional(z.literal(true)),
  heading: z.optional(z.literal(true)),
});

const output = z.object({
  input: z.string(),
  status: z.enum(['found', 'unknown', 'no-data']),
  code: z.nullable(z.string()),
  notes: z.array(note),
  edition: z.nullable(z.string()),
  notesAsOf: z.optional(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  fix: z.optional(z.string()),
});
export type NotesAnswer = z.infer<typeof output>;

/** The instructions that bind a code: its own and those it inherits from category, block and chapter. */
export const notes = operation({
  id: 'codes.notes',
  title: 'Notes of a code, own and inherited',
  input: z.object({ code: codeField, on: dayField }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [{ says: 'What E11.22 asks to be coded with it', input: { code: 'E11.22', on: '2026-04-02' } }],
  run({ code, on: onText }, context): NotesAnswer {
    const on = onDay(onText, context);
    const known = knownCode(code, on, context);
    if (known.status !== 'found') {
      const { status, code: own, edition, fix } = beyondIcd10cm(code, on, context, 'list of notes');
      return { input: code, status, code: own, notes: [], edition, fix };
    }
    const { icd, row } = known;
    if (!icd.hasNotes) {
      const fix = `${icd.edition.id} was added as a code list, without notes: look into the tabular list of that year.`;
      return { input: code, status: 'no-data', code: null, notes: [], edition: icd.edition.id, fix };
    }
    const own = icd.code(row);
    return {
      input: code,
      status: 'found',
      code: own,
      notes: icd.notes(row).map((line) => ({
        kind: line.kind,
        text: line.text,
        codes: line.kind === 'sevenCharacter' ? [] : noteReferences(line.text).map(writeReference),
        from: line.holder.id,
        level: line.holder.level,
        inherited: line.holder.id !== own,
        ...(line.character === null ? {} : { character: line.character }),
        ...(line.flags & NOTE_FLAG.conditional ? { conditional: true as const } : {}),
        ...(line.flags & NOTE_FLAG.heading ? { heading: true as const } : {}),
      })),
      ...groundOf(icd, on, true),
    };
  },
});

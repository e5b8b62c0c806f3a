import * as z from 'zod/mini';
import { namedBy as notesNaming } from '../icd10cm/named-by.ts';
import { NOTE_KINDS } from '../icd10cm/notes.ts';
import { beyondIcd10cm } from './beyond-icd10cm.ts';
import { groundOf, knownCode } from './known-code.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const output = z.object({
  input: z.string(),
  status: z.enum(['found', 'unknown', 'no-data']),
  code: z.nullable(z.string()),
  notes: z.array(
    z.object({
      /** The code, block or chapter whose note names this code. */
      from: z.string(),
      level: z.enum(['chapter', 'block', 'code']),
      kind: z.enum(NOTE_KINDS),
      text: z.string(),
      /** How many codes the reference takes in: a small number names this code nearly alone. */
      width: z.number(),
    }),
  ),
  edition: z.nullable(z.string()),
  notesAsOf: z.optional(z.string()),
  mayBeSuperseded: z.optional(z.literal(true)),
  fix: z.optional(z.string()),
});
export type NamedByAnswer = z.infer<typeof output>;

/** The codes, blocks and chapters whose notes name a code: the other end of its references. */
export const namedBy = operation({
  id: 'codes.named-by',
  title: 'Notes elsewhere that name a code',
  input: z.object({ code: z.string(), on: z.optional(z.string()) }),
  output,
  failures: ['input/invalid', 'input/too-long', 'input/not-a-day'],
  examples: [{ says: 'Where E11.22 is named', input: { code: 'E11.22', on: '2026-04-02' } }],
  run({ code, on: onText }, context): NamedByAnswer {
    const on = onDay(onText, context);
    const known = knownCode(code, on, context);
    const table = context.data.icd10cmTable();
    if (known.status !== 'found' || !table) {
      const { status, code: own, edition, fix } = beyondIcd10cm(code, on, context, 'list of notes');
      return { input: code, status, code: own, notes: [], edition, fix };
    }
    const { icd, row } = known;
    return {
      input: code,
      status: 'found',
      code: icd.code(row),
      notes: notesNaming(table, icd, row).map(({ note, width }) => ({
        from: note.holder.id,
        level: note.holder.level,
        kind: note.kind,
        text: note.text,
        width,
      })),
      ...groundOf(icd, on, true),
    };
  },
});

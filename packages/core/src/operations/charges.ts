import * as z from 'zod/mini';
import { type ChargedClaim, type ChargeTrouble, ClaimsOfRows } from '../charges/claims-of-rows.ts';
import { findColumns, noColumns } from '../charges/columns.ts';
import { type GuessedMapping, guessMapping } from '../charges/guess-mapping.ts';
import { readMapping } from '../charges/mapping.ts';
import type { Claim } from '../claim/model.ts';
import { operation } from './operation.ts';

const rowsField = z.array(z.array(z.string())).register(z.globalRegistry, {
  description: 'The rows of the table as texts, the headings among the first of them.',
});

/** Proposes which column of an office's table holds what. */
export const chargesGuess = operation<{ rows: string[][] }, GuessedMapping>({
  id: 'charges.guess',
  title: 'Propose a column mapping for a table of charges',
  input: z.object({ rows: rowsField }),
  output: z.object({
    mapping: z.record(z.string(), z.unknown()),
    headerRow: z.number(),
    unused: z.array(z.string()),
    open: z.array(z.string()),
  }) as unknown as z.ZodMiniType<GuessedMapping>,
  failures: ['input/invalid'],
  examples: [
    {
      says: 'Headings as a practice program writes them',
      input: {
        rows: [
          ['Claim #', 'DOS', 'CPT', 'Dx1', 'Charges'],
          ['1001', '3/14/2026', 'G0108', 'E11.9', '60.00'],
        ],
      },
    },
  ],
  run: ({ rows }) => guessMapping(rows),
});

export interface ChargesAnswer {
  readonly claims: readonly { readonly claim: Claim; readonly rows: readonly number[] }[];
  readonly troubles: readonly (ChargeTrouble & { readonly claim: string })[];
}

/** Turns the rows of an office's table into claims; a claim with a cell that cannot be read is left out, and the cell named. */
export const chargesClaims = operation<{ rows: string[][]; mapping: unknown }, ChargesAnswer>({
  id: 'charges.claims',
  title: 'Read claims from a table of charges',
  input: z.object({
    rows: rowsField,
    mapping: z.unknown().register(z.globalRegistry, {
      type: 'object',
      description: 'Which column holds what, as docs/charges.md describes and charges.guess proposes.',
    }),
  }),
  output: z.object({
    claims: z.array(z.object({ claim: z.record(z.string(), z.unknown()), rows: z.array(z.number()) })),
    troubles: z.array(
      z.object({
        claim: z.string(),
        row: z.number(),
        column: z.nullable(z.string()),
        heading: z.nullable(z.string()),
        why: z.string(),
      }),
    ),
  }) as unknown as z.ZodMiniType<ChargesAnswer>,
  failures: ['input/invalid', 'charges/wrong-mapping', 'charges/no-column'],
  examples: [
    {
      says: 'One claim of one row',
      input: {
        rows: [
          ['Claim #', 'DOS', 'CPT', 'Dx1', 'Charges'],
          ['1001', '3/14/2026', 'G0108', 'E11.9', '60.00'],
        ],
        mapping: { columns: { id: 'Claim #', 'line.from': 'DOS', 'line.code': 'CPT', 'line.diagnoses': 'Dx1', 'line.charge': 'Charges' } },
      },
    },
  ],
  run({ rows, mapping: given }): ChargesAnswer {
    const mapping = readMapping(given);
    const columns = findColumns(mapping, rows);
    if (!columns) throw noColumns(mapping, rows, 'The table');
    const reader = new ClaimsOfRows(mapping, columns, undefined);
    const claims: ChargesAnswer['claims'][number][] = [];
    const troubles: ChargesAnswer['troubles'][number][] = [];
    const take = (charged: ChargedClaim | undefined): void => {
      if (!charged) return;
      if ('claim' in charged) claims.push({ claim: charged.claim, rows: charged.rows });
      else troubles.push(...charged.troubles.map((each) => ({ claim: charged.id, ...each })));
    };
    rows.forEach((row, at) => take(reader.push(at + 1, row)));
    take(reader.end());
    return { claims, troubles };
  },
});

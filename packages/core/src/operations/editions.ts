import * as z from 'zod/mini';
import { operation } from './operation.ts';

const output = z.array(
  z.object({
    id: z.string(),
    source: z.string(),
    edition: z.string(),
    from: z.string(),
    to: z.nullable(z.string()),
    rows: z.number(),
    sha256: z.string(),
    licence: z.string(),
    publisher: z.string(),
    page: z.string(),
    retrieved: z.string(),
    notesAsOf: z.optional(z.nullable(z.string())),
    inputs: z.array(z.object({ name: z.string(), sha256: z.string(), says: z.string() })),
  }),
);
export type EditionsAnswer = z.infer<typeof output>;

/** The installed editions with where each comes from: every other answer names one of these. */
export const editions = operation({
  id: 'data.list',
  title: 'Installed editions',
  input: z.object({}),
  output,
  failures: [],
  examples: [{ says: 'What is installed', input: {} }],
  run(_, { data }): EditionsAnswer {
    return data.editions().map(({ source, edition, manifest, sha256 }) => ({
      id: edition.id,
      source,
      edition: edition.title,
      from: edition.from,
      to: edition.to,
      rows: edition.rows,
      sha256,
      licence: manifest.licence,
      publisher: manifest.publisher,
      page: manifest.page,
      retrieved: manifest.retrieved,
      ...('notesAsOf' in edition ? { notesAsOf: edition['notesAsOf'] as string | null } : {}),
      inputs: manifest.inputs.map((each) => ({ ...each })),
    }));
  },
});

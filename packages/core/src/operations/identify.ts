import * as z from 'zod/mini';
import { type Identification, identify as identifyCode } from '../identify/identify.ts';
import { anyCodeField, dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const candidate = z.object({
  system: z.string(),
  name: z.string(),
  code: z.string(),
  kind: z.string(),
  says: z.string(),
  category: z.string(),
  display: z.nullable(z.string()),
  owner: z.string(),
  rhythm: z.string(),
  certain: z.boolean(),
  next: z.string(),
});

const output = z.object({ input: z.string(), candidates: z.array(candidate), hint: z.nullable(z.string()) });

/** Which systems a code may belong to, what it says, who keeps it and what to check next. */
export const identify = operation<{ code: string; on?: string | undefined }, Identification>({
  id: 'codes.identify',
  title: 'Tell which system a code belongs to',
  input: z.object({ code: anyCodeField, on: dayField }),
  output: output as unknown as z.ZodMiniType<Identification>,
  failures: ['input/invalid', 'input/not-a-day'],
  examples: [
    { says: 'A diagnosis: why', input: { code: 'E11.9' } },
    { says: 'A procedure: what was done', input: { code: 'G0108' } },
  ],
  run: ({ code, on }, context) => identifyCode(code, { data: context.data, on: onDay(on, context) }),
});

export type { Candidate, Identification } from '../identify/identify.ts';
export type { CodeKind, SystemId } from '../identify/system.ts';

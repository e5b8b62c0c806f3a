import * as z from 'zod/mini';
import { type Candidate, type Identification, identify as identifyCode } from '../identify/identify.ts';
import type { Day } from '../day.ts';
import type { OperationContext } from './operation.ts';
import { LAST_DAY_OF_ICD9 } from '../identify/systems/icd9cm.ts';
import { anyCodeField, dayField } from './fields.ts';
import { lookUpInstalled } from './lookup-installed.ts';
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
  run({ code, on }, context) {
    const day = onDay(on, context);
    const told = identifyCode(code, { data: context.data, on: day });
    const candidates = told.candidates.map((candidate) => installed(candidate, day, context));
    return {
      ...told,
      candidates: [...candidates.filter(({ listed }) => listed), ...candidates.filter(({ listed }) => !listed)].map(
        ({ candidate }) => candidate,
      ),
    };
  },
});

/** What the table of the system adds, where one is installed for the day; a code that it does not list comes after the others. */
function installed(candidate: Candidate, on: Day, { data }: OperationContext): { candidate: Candidate; listed: boolean } {
  const day = candidate.system === 'icd9cm' && on > LAST_DAY_OF_ICD9 ? LAST_DAY_OF_ICD9 : on;
  const answer = lookUpInstalled(candidate, day, data);
  if (!answer) return { candidate, listed: true };
  if (answer.status === 'unknown')
    return { candidate: { ...candidate, certain: false, next: `Check the typing: ${answer.why}` }, listed: false };
  const next = candidate.next.replace(ADD_FILE, `Look it up on the day: cleanclaim lookup ${candidate.code} --on ${day}`);
  return { candidate: { ...candidate, display: answer.display, certain: true, next }, listed: true };
}

/** The advice to install a table, which is out of place once it is. */
const ADD_FILE = /Add [^:]*: cleanclaim data add FILE$/;

export type { Candidate, Identification } from '../identify/identify.ts';
export type { CodeKind, SystemId } from '../identify/system.ts';

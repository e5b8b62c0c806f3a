import { PARTIES } from '@cleanclaim/x12';
import type { JsonSchema } from '../served.ts';
import type { Service } from '../service.ts';
import { acknowledgeFile, type Asked, checkFile, explainFile, readAnswers, writeFile } from '../x12/questions.ts';
import * as say from './say-x12.ts';
import type { Tool } from './tool.ts';

/** Findings that an assistant is given; the report says how many more there are. */
const MOST_FINDINGS = 200;

const text = (description: string): JsonSchema => ({ type: 'string', description });
const objects = (description: string): JsonSchema => ({ type: 'array', items: { type: 'object' }, description });
const FILE = text('The file, from its ISA on.');
const FINDINGS = objects('What is wrong with the file itself: rule, severity, message, why, fix, where.');
const CONTROL: JsonSchema = {
  type: 'integer',
  minimum: 1,
  maximum: 999_999_999,
  description: 'Control number of the first interchange; 1 when left out.',
};
const COMPANION: JsonSchema = { type: 'object', description: 'What the payer asks for beyond the guide (docs/x12-companions.md).' };

const input = (required: readonly string[], properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const output = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});

/** Tools about X12 files: what `cleanclaim x12` does, for a file that the assistant was given. */
export const X12_TOOLS: readonly Tool[] = [
  tool({
    name: 'check_x12',
    title: 'Check an X12 file',
    description:
      'Check a HIPAA X12 file (837, 835, 270, 271, 276, 277, 277CA, 278, 820, 834, 999, TA1): envelopes, what its guide asks, sums, dependencies, codes on the date of service. Each finding names loop, segment, element, why and the fix. notChecked lists what was not looked at: never call such a file clean.',
    input: input(['file'], { file: FILE, companion: COMPANION }),
    output: output({
      errors: { type: 'integer' },
      warnings: { type: 'integer' },
      findings: FINDINGS,
      notChecked: objects('What was not looked at.'),
    }),
    ask: (asked, service) => checkFile(asked, service, MOST_FINDINGS),
    say: say.report,
  }),
  tool({
    name: 'explain_payment',
    title: 'Explain a payment (835)',
    description:
      'Tell an 835 in plain words: what was charged, allowed, paid, adjusted by whom and why, what the patient owes, and what to do next with its last day (fix and resend, appeal, bill the patient, write off), with the proof that it balances. Give the claims sent and the contract to compare. Names and member numbers are left out of the answer.',
    input: input(['file'], {
      file: FILE,
      claims: {
        description: 'The claims sent: an 837 as text, or a list of claims (docs/claim.md).',
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'object' } }],
      },
      contract: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'What a unit of a code is to be allowed: {"G0108": "60.00"}.',
      },
      companion: COMPANION,
      received: text('The day from which days left are counted, YYYY-MM-DD; today when left out.'),
    }),
    output: output({ payments: objects('Payments with their claims, lines and next steps.'), findings: FINDINGS }),
    ask: (asked, service) => withoutPeople(explainFile(asked, service)),
    say: say.payments,
  }),
  tool({
    name: 'read_x12_answer',
    title: 'Read an X12 answer',
    description:
      'Tell what an X12 answer says: 271 (is the patient covered, for what), 277 and 277CA (what became of the claims), 278 (was it authorised), 999 and TA1 (was the file taken), with what to do. Names and member numbers are left out of the answer.',
    input: input(['file'], { file: FILE }),
    output: output({ answers: objects('Answers, one a person, claim file or group.'), findings: FINDINGS }),
    ask: (asked, service) => withoutPeople(readAnswers(asked, service)),
    say: say.answers,
  }),
  tool({
    name: 'acknowledge_x12',
    title: 'Answer an X12 file',
    description: 'Write the TA1 and 999 that answer an X12 file, or with claims=true the 277CA that takes or refuses each claim of an 837.',
    input: input(['file'], { file: FILE, claims: { type: 'boolean', description: 'Answer each claim with a 277CA.' }, control: CONTROL }),
    output: output({ x12: text('The answer; empty when none is due.') }),
    ask: acknowledgeFile,
    say: say.acknowledged,
  }),
  tool({
    name: 'write_x12',
    title: 'Write X12',
    description:
      'Write claims (docs/claim.md) as 837P, 837I and 837D, or small forms as 270, 276 and 278 requests (docs/x12.md). What was written is checked: say what is missing, and never invent it. Sender and receiver are the billing provider and payer of the claims when left out.',
    input: input([], {
      claims: objects('Claims to be sent.'),
      requests: objects('Requests: transaction 270, 276 or 278, payer, provider, subscriber …'),
      tree: { type: 'object', description: 'The tree of loops that x12.json gives.' },
      ...Object.fromEntries(PARTIES.map((party) => [party, { type: 'string' }])),
      control: CONTROL,
      test: { type: 'boolean', description: 'Mark the file as a test.' },
    }),
    output: output({ x12: text('The file.'), errors: { type: 'integer' }, findings: FINDINGS }),
    ask: writeFile,
    say: say.written,
  }),
];

interface Wording<Said extends object> extends Omit<Tool, 'run'> {
  ask(asked: Asked, service: Service): Said;
  say(answer: Said): string;
}

function tool<Said extends object>({ ask, say: words, ...rest }: Wording<Said>): Tool {
  return {
    ...rest,
    run(asked, service) {
      const answer = ask(asked, service);
      return { structured: Object.fromEntries(Object.entries(answer)), text: words(answer) };
    },
  };
}

/** The answer without names and member numbers of people: an assistant needs none of them to explain it. */
function withoutPeople<Said extends object>(answer: Said): Said {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (PEOPLE.has(key) ? null : value))) as Said;
}

const PEOPLE: ReadonlySet<string> = new Set(['patient', 'person']);

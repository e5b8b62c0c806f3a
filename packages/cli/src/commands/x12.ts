import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import type { Flag, Given } from '../given.ts';
import type { Command } from '../command.ts';
import type { Output } from '../output.ts';
import { acknowledgeFiles } from '../x12/acknowledge-files.ts';
import { checkFiles } from '../x12/check-files.ts';
import { filesToJson } from '../x12/files-to-json.ts';
import { jsonToFiles } from '../x12/json-to-files.ts';
import { readAcknowledgments } from '../x12/read-acknowledgments.ts';
import { readAnswers } from '../x12/read-answers.ts';
import { readPayments } from '../x12/read-835.ts';

const WORDS = ['check', 'ack', 'json', 'write', 'read-835', 'read-ack', 'read-answer'] as const;
type Word = (typeof WORDS)[number];

/** `--claims` is a switch to `ack` and a file to `read-835`. */
function flagsFor(words: readonly string[]): readonly Flag[] {
  const reading = words.includes('read-835');
  return command.flags.filter(({ name, takes }) => name !== 'claims' || (takes === 'text') === reading);
}

const command: Command = {
  name: 'x12',
  usage: 'check|ack|json|write|read-835|read-ack|read-answer FILE… | -',
  says: 'Check, acknowledge, explain, read as JSON and write HIPAA X12 files',
  flags: [
    { name: 'html', takes: 'switch', says: 'check: the report as a page that stands alone' },
    { name: 'sarif', takes: 'switch', says: 'check: the findings as SARIF 2.1.0' },
    { name: 'claims', takes: 'switch', says: 'ack: answer each claim with a 277CA instead of the 999' },
    {
      name: 'claims',
      takes: 'text',
      value: 'FILE',
      says: 'read-835: the claims sent (837 or JSON), to set each payment against the claim it answers',
    },
    {
      name: 'contract',
      takes: 'text',
      value: 'FILE',
      says: 'read-835: what a unit of a code is to be allowed, as JSON: {"G0108": "60.00", "G0108-25": "55.00"}',
    },
    {
      name: 'companion',
      takes: 'text',
      value: 'FILE',
      says: 'check: what the payer asks for beyond the guide (docs/x12-companions.md); read-835: its time limits',
    },
    { name: 'received', takes: 'day', value: 'DATE', says: 'read-835: the day from which the days left are counted; today when left out' },
    { name: 'control', takes: 'number', value: 'N', says: 'ack, write: control number of the first interchange written; 1 when left out' },
    {
      name: 'sender',
      takes: 'text',
      value: 'ID',
      says: 'write: who sends, as the receiver knows it; the billing provider of the claims when left out',
    },
    { name: 'sender-name', takes: 'text', value: 'NAME', says: 'write: name of the sender' },
    { name: 'contact', takes: 'text', value: 'NAME', says: 'write: whom to ask about the file' },
    { name: 'phone', takes: 'text', value: 'NUMBER', says: 'write: phone number of the contact, digits only' },
    { name: 'receiver', takes: 'text', value: 'ID', says: 'write: who receives; the payer of the claims when left out' },
    { name: 'receiver-name', takes: 'text', value: 'NAME', says: 'write: name of the receiver' },
    { name: 'test', takes: 'switch', says: 'write: mark the file as a test (ISA15 T)' },
    {
      name: 'out',
      takes: 'text',
      value: 'FILE',
      says: 'write: to FILE, which is there whole or not at all; standard output when left out',
    },
    { name: 'overwrite', takes: 'switch', says: 'With --out: replace FILE if it is there' },
    { name: 'strict', takes: 'switch', says: 'check: exit 3 when something could not be checked' },
  ],
  flagsFor,
  examples: [
    ['cleanclaim x12 check claims.837', 'What is wrong, in which loop, segment and element, why, and the fix'],
    ['cleanclaim x12 check claims.837 --companion payer.json', 'The same, with the payer’s own companion guide'],
    ['cleanclaim x12 ack claims.837 > claims.999', 'Answer with a 999, and a TA1 where one is due'],
    ['cleanclaim x12 ack --claims claims.837 > claims.277', 'Answer each claim with a 277CA'],
    ['cleanclaim x12 read-835 payment.835 --format table', 'Payments in plain words, with the proof that they balance'],
    ['cleanclaim x12 read-ack answer.277 --format table', 'What became of each claim (277CA) or file (999, TA1), and what to do'],
    [
      'cleanclaim x12 read-835 payment.835 --claims claims.837 --format csv > post.csv',
      'Each payment beside the claim sent, a row a line, for posting',
    ],
    ['cleanclaim x12 read-answer answer.271 --format table', 'What a 271, 277 or 278 answers, in plain words'],
    ['cleanclaim x12 json payment.835 > payment.json', 'Loops as a tree'],
    ['cleanclaim x12 write payment.json > payment.835', 'The same bytes again'],
    [
      'cleanclaim x12 write claims.json --sender S1 --sender-name CLINIC --contact OFFICE --phone 5555550100 --receiver R1 --receiver-name PAYER > claims.837',
      'Claims as 837P, 837I and 837D, checked after writing; requests (docs/x12.md) as 270, 276 and 278',
    ],
    ['cleanclaim x12 write claims.ndjson --out claims.837', 'The same of claims that come one a line: any number, in flat memory'],
  ],
  csv: true,
  atLeast: 2,
  async run(given, output) {
    const [word, ...paths] = given.words;
    const known = WORDS.find((each) => each === word);
    if (!known) throw new CleanclaimError('usage/unknown-command', `x12 takes ${WORDS.join(', ')}, not ${quote(word ?? '')}.`);
    return await WORK[known](paths, given, output);
  },
};
export default command;

const WORK: Readonly<Record<Word, (paths: readonly string[], given: Given, output: Output) => Promise<number>>> = {
  check: checkFiles,
  ack: acknowledgeFiles,
  json: filesToJson,
  write: jsonToFiles,
  'read-835': readPayments,
  'read-ack': readAcknowledgments,
  'read-answer': readAnswers,
};

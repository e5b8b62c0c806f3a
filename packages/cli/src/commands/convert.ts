import { type Claim, isFailure } from '@cleanclaim/core';
import { CleanclaimError, isCleanclaimError, quote } from '@cleanclaim/core/errors';
import { writeFhir } from '@cleanclaim/fhir';
import { type FileClaim, readClaimFile } from '../claim-file.ts';
import type { Command } from '../command.ts';
import type { Given } from '../given.ts';
import { EXIT, type Output, worstExit } from '../output.ts';
import { inPlace } from '../per-item.ts';
import { tellLeftOut } from '../tell-left-out.ts';

const FORMATS = ['json', 'fhir', 'fhir-r5'] as const;
type Format = (typeof FORMATS)[number];

const command: Command = {
  name: 'convert',
  usage: 'FILE… | - --to json|fhir|fhir-r5',
  says: 'Claims from one format to another: Cleanclaim JSON, FHIR R4 or R5, X12 837 (from it here; to it: x12 write)',
  flags: [
    {
      name: 'to',
      takes: 'text',
      value: 'json|fhir|fhir-r5',
      says: 'json: Cleanclaim JSON; fhir: Bundles with a FHIR R4 Claim; fhir-r5: the same in R5',
    },
    { name: 'on', takes: 'day', value: 'DATE', says: 'The day the FHIR Claim is made (Claim.created); today when left out' },
    { name: 'strict', takes: 'switch', says: 'Exit 1 when something could not be carried over' },
  ],
  examples: [
    ['cleanclaim convert examples/office-visit.json --to fhir', 'A Bundle with the Claim, Patient, Coverage and providers'],
    ['cleanclaim convert claim.fhir.json --to json', 'Back; what is not carried over is named'],
    ['cleanclaim convert claims.837 --to json --format ndjson', 'The claims of an 837, one a line'],
    [
      'cleanclaim convert claim.fhir.json --to json | cleanclaim x12 write - --sender S1 --sender-name CLINIC --contact OFFICE --phone 5555550100 --receiver R1 --receiver-name PAYER',
      'FHIR to an 837',
    ],
  ],
  atLeast: 1,
  async run(given, output) {
    const to = FORMATS.find((each) => each === given.flags['to']);
    if (!to) {
      const wanted = given.flags['to'];
      throw new CleanclaimError(
        'usage/missing-argument',
        typeof wanted === 'string'
          ? `--to takes ${FORMATS.join(', ')}, not ${quote(wanted)}; for X12 use x12 write.`
          : `Say to what: --to ${FORMATS.join('|')}.`,
      );
    }
    const statuses: number[] = [EXIT.fine];
    for (const path of given.words) {
      for await (const { claims } of readClaimFile(path, () => import('../x12-claims.ts'))) {
        for (const claim of claims) statuses.push(convertOne(claim, to, given, output));
        await output.flush();
      }
    }
    output.end();
    return worstExit(statuses);
  },
};
export default command;

/** Writes one claim, or the failure in its place; gives the exit status it calls for. */
function convertOne({ read, text, number }: FileClaim, to: Format, given: Given, output: Output): number {
  try {
    if (isFailure(read)) throw new CleanclaimError(read.code, read.message, read.path);
    const { written, lost } = convert(read.claim, to, given);
    output.answer(written, () => JSON.stringify(written, undefined, 2));
    const left = [...read.unknown.map((field) => field.path), ...lost];
    tellLeftOut(read.claim, left, output);
    return left.length > 0 && given.flags['strict'] === true ? EXIT.finding : EXIT.fine;
  } catch (error) {
    if (!isCleanclaimError(error)) throw error;
    inPlace(output, { line: number, input: text, error: error.failure });
    return EXIT.usage;
  }
}

function convert(claim: Claim, to: Format, given: Given): { readonly written: unknown; readonly lost: readonly string[] } {
  if (to === 'json') return { written: claim, lost: [] };
  const { bundle, lost } = writeFhir(claim, to === 'fhir' ? 'r4' : 'r5', given.on);
  return { written: bundle, lost };
}

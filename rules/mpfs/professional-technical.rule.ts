import { type Context, type FeeRow, type Found, type LineView, type Outcomes, rule } from '@cleanclaim/core';
import { FACILITY, HOSPITAL } from '../support/facility.ts';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeTable, NO_ROW } from '../support/fee-row.ts';
import { practitionerManual, relativeValueFile } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Places whose technical part surely belongs to the facility: hospitals, and skilled nursing stays under Part A. */
const TECHNICAL_IS_THEIRS = new Set(['19', '21', '22', '23', '31', '51', '61']);

/** What a code is by its PC/TC indicator. */
const KINDS: Readonly<Record<string, string>> = {
  '0': 'a physician service, which has no technical part',
  '2': 'the professional part alone already',
  '3': 'the technical part alone already',
  '4': 'the whole test; its parts have codes of their own',
  '5': 'a service of auxiliary staff, which has no parts',
  '7': 'a therapy service, which has no parts',
  '9': 'of a kind without parts',
};

export default rule({
  id: 'mpfs/professional-technical',
  title: 'Professional and technical parts: modifiers 26 and TC, and who is paid in a facility',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [relativeValueFile('attachment A, PC/TC indicator'), practitionerManual('20.4.2 Site of service payment differential')],

  on: 'line',
  check(line, context): Outcomes {
    const part = partOf(line);
    const pos = line.line.pos ?? '';
    if (part === undefined && !FACILITY.has(pos) && pos !== '') return interpretation(line, pos, context);
    const row = feeTable(line, context)?.find(line.code);
    if (row === undefined) return part === undefined || feeTable(line, context) === undefined ? undefined : NO_ROW;
    return (part === undefined ? undefined : wrongPart(line, part, row, context)) ?? wrongPlace(line, part, row, pos, context);
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0108'),
      feeExample('G0109', { pctc: '1' }),
      feeExample('G0110', { pctc: '3' }),
      feeExample('G0111', { pctc: '5' }),
      feeExample('G0112', { pctc: '6' }),
      feeExample('G0113', { pctc: '7' }),
      feeExample('G0114', { pctc: '8' }),
    ],
  },
  examples: [
    { name: '26 on a diagnostic test', claim: medicareLines({ code: 'G0109', modifiers: ['26'] }), finds: 0 },
    { name: '26 on a physician service', claim: medicareLines({ modifiers: ['26'] }), finds: 1, codes: ['G0108'] },
    { name: 'TC on a technical code', claim: medicareLines({ code: 'G0110', modifiers: ['TC'] }), finds: 1 },
    { name: '26 on a laboratory interpretation', claim: medicareLines({ code: 'G0112', modifiers: ['26'] }), finds: 0 },
    { name: 'TC on a laboratory interpretation', claim: medicareLines({ code: 'G0112', modifiers: ['TC'] }), finds: 1 },
    { name: 'a whole test in an office', claim: medicareLines({ code: 'G0109' }), finds: 0 },
    { name: 'a whole test in an outpatient hospital', claim: medicareLines({ code: 'G0109', pos: '22' }), finds: 1 },
    { name: 'its interpretation there', claim: medicareLines({ code: 'G0109', pos: '22', modifiers: ['26'] }), finds: 0 },
    { name: 'its technical part there', claim: medicareLines({ code: 'G0109', pos: '22', modifiers: ['TC'] }), finds: 1 },
    { name: 'a whole test in a surgical center', claim: medicareLines({ code: 'G0109', pos: '24' }), finds: 1 },
    { name: 'a technical code in a hospital', claim: medicareLines({ code: 'G0110', pos: '21' }), finds: 1 },
    { name: 'a service of auxiliary staff in a hospital', claim: medicareLines({ code: 'G0111', pos: '22' }), finds: 1 },
    { name: 'the same in an office', claim: medicareLines({ code: 'G0111' }), finds: 0 },
    {
      name: 'an independent therapist in a hospital',
      claim: medicareLines({ code: 'G0113', pos: '22', rendering: { npi: '1558598797', taxonomy: '225100000X' } }),
      finds: 1,
    },
    { name: 'a smear interpreted for an inpatient', claim: medicareLines({ code: 'G0114', pos: '21' }), finds: 0 },
    { name: 'the same for a patient of the office', claim: medicareLines({ code: 'G0114' }), finds: 1 },
    { name: 'a code the fee schedule does not list', claim: medicareLines({ code: 'G0115', modifiers: ['26'] }), finds: 0 },
  ],
});

function partOf({ modifiers }: LineView): '26' | 'TC' | undefined {
  if (modifiers.length === 0) return undefined;
  return modifiers.includes('26') ? '26' : modifiers.includes('TC') ? 'TC' : undefined;
}

function wrongPart(line: LineView, part: '26' | 'TC', { pctc }: FeeRow, { claim }: Context): Found | undefined {
  if (pctc === '1' || ((pctc === '6' || pctc === '8') && part === '26')) return undefined;
  const kind = pctc === '6' || pctc === '8' ? 'the interpretation of a laboratory test; the test is paid elsewhere' : KINDS[pctc];
  if (kind === undefined) return undefined;
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code],
    ...weight(claim, 'error'),
    message: `Modifier ${part} cannot go on ${line.code} of line ${line.n}: the code is ${kind} (PC/TC indicator ${pctc}).`,
    why: `Modifiers 26 and TC split a service that the fee schedule prices in two parts; on any other the line is denied (CARC 4).${whose(claim)}`,
    fix: `Leave ${part} out, or bill the code of the part that was done.`,
  };
}

function wrongPlace(line: LineView, part: '26' | 'TC' | undefined, row: FeeRow, pos: string, context: Context): Found | undefined {
  const { claim } = context;
  const { pctc } = row;
  if (FACILITY.has(pos) && ((pctc === '1' && part !== '26') || pctc === '3' || pctc === '4')) {
    const sure = TECHNICAL_IS_THEIRS.has(pos);
    return {
      at: `${line.path}/pos`,
      codes: [line.code],
      ...weight(claim, sure ? 'error' : 'warning', !sure),
      message: `The technical part of ${line.code} on line ${line.n} is ${sure ? 'not paid' : 'seldom paid'} to a practitioner in place of service ${pos}.`,
      why: `In a facility the equipment and staff are the facility's, and it is paid for them; the practitioner is paid the interpretation (CARC 5 or 109).${whose(claim)}`,
      fix:
        pctc === '1' && part === undefined
          ? 'Bill the interpretation with modifier 26.'
          : 'Take the line off; bill the interpretation if it was done.',
    };
  }
  if (pctc === '5' && HOSPITAL.has(pos))
    return notThere(
      line,
      pos,
      'A service of auxiliary staff is not paid to a practitioner for a patient of a hospital (CARC 5 or 97).',
      context,
    );
  if (pctc === '7' && HOSPITAL.has(pos) && isTherapist(line, context))
    return notThere(line, pos, 'A therapist in independent practice is not paid for a patient of a hospital (CARC 5).', context);
  return pctc === '8' ? interpretation(line, pos, context) : undefined;
}

/** Indicator 8: a smear read by a physician is paid for hospital inpatients only. */
function interpretation(line: LineView, pos: string, context: Context): Found | undefined {
  if (pos === '21' || pos === '' || feeTable(line, context)?.find(line.code)?.pctc !== '8') return undefined;
  return notThere(
    line,
    pos,
    'This interpretation is paid for hospital inpatients only; elsewhere the laboratory test includes it (CARC 5 or 97).',
    context,
  );
}

function notThere(line: LineView, pos: string, why: string, { claim }: Context): Found {
  return {
    at: `${line.path}/pos`,
    codes: [line.code],
    ...weight(claim, 'error'),
    message: `${line.code} on line ${line.n} is not paid to this practitioner in place of service ${pos}.`,
    why: `${why}${whose(claim)}`,
    fix: 'Correct the place of service if it is wrong; else take the line off.',
  };
}

/** Physical and occupational therapists by their taxonomy. */
function isTherapist({ line }: LineView, { claim }: Context): boolean {
  const taxonomy = line.rendering?.taxonomy ?? claim.claim.rendering?.taxonomy ?? claim.claim.billing?.taxonomy ?? '';
  return taxonomy.startsWith('2251') || taxonomy.startsWith('225X');
}

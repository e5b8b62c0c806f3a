import { day, type Found, type LineView, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { SCREENING_CONVERTED } from '../support/manual-cites.ts';
import { isMedicare } from '../support/medicare.ts';

const CONVERTED = 'PT';
const PREVENTIVE = '33';
/** Screening of the colon or rectum as the reason of the encounter. */
const SCREENING = /^Z12\.1[0-2]/;
/** Looking into the colon, with nothing taken: Medicare has G codes of its own for it. */
const LOOKING: ReadonlySet<string> = new Set(['45330', '45378']);

export default rule({
  id: 'modifier/screening-converted',
  title: 'A screening of the colon that became an operation (PT, 33)',
  severity: 'warning',
  stage: 'stable',
  types: ['professional', 'institutional'],
  outpatient: true,
  from: day('2015-10-01'),
  withCodes: true,
  needs: [],
  cites: SCREENING_CONVERTED,

  on: 'line',
  codesBegin: '4G',
  check(line, { claim }) {
    if (line.modifiers.includes(CONVERTED)) return isScreeningCode(line.code) ? onScreening(line) : undefined;
    if (!isEndoscopy(line.code) || line.modifiers.includes(PREVENTIVE)) return undefined;
    const pointed = claim.type === 'institutional' ? claim.sequence : line.diagnoses;
    const reason = pointed.find(({ code }) => SCREENING.test(code));
    if (!reason) return undefined;
    return isMedicare(claim) ? unsaid(line, reason.code) : perhaps(line, reason.code);
  },

  examples: [
    { name: 'a polyp taken at a screening', claim: screened(['45385']), finds: 1, codes: ['45385', 'Z12.11'] },
    { name: 'the same, said', claim: screened(['45385', 'PT']), finds: 0 },
    { name: 'nothing found, with the code for illness', claim: screened(['45378']), finds: 1 },
    { name: 'nothing found, with that of Medicare', claim: screened(['G0121']), finds: 0 },
    { name: 'PT on the screening itself', claim: screened(['G0121', 'PT']), finds: 1 },
    { name: 'for bleeding', claim: { ...screened(['45385']), diagnoses: [{ code: 'K92.1' }] }, finds: 0 },
    { name: 'another payer', claim: { ...screened(['45385']), payer: { id: 'EX001', kind: 'commercial' } }, finds: 1 },
    { name: 'another payer, said', claim: { ...screened(['45385', '33']), payer: { id: 'EX001', kind: 'commercial' } }, finds: 0 },
  ],
});

/** Looking into the sigmoid colon, the colon, or the colon through a stoma. */
function isEndoscopy(code: string): boolean {
  if (code.length !== 5) return false;
  return (code >= '45330' && code <= '45350') || (code >= '45378' && code <= '45398') || (code >= '44388' && code <= '44408');
}

function isScreeningCode(code: string): boolean {
  return code === 'G0104' || code === 'G0105' || code === 'G0121';
}

function onScreening(line: LineView): Found {
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code],
    message: `Modifier PT stands on ${line.code} of line ${line.n}, which is the screening itself.`,
    why: 'PT says that a screening became another procedure, and goes on the code of that procedure.',
    fix: 'Leave PT out, or bill what was done in place of the screening.',
  };
}

function unsaid(line: LineView, reason: string): Found {
  if (LOOKING.has(line.code))
    return {
      at: `${line.path}/code`,
      codes: [line.code, reason],
      status: 'review',
      message: `Line ${line.n} bills ${line.code} for ${reason}, a screening that found nothing to treat.`,
      why: 'Medicare has codes of its own for screenings (G0105 and G0121, G0104 for the sigmoid colon); under the code for illness the patient pays a share.',
      fix: 'Bill the G code of the screening; keep the code with PT where the screening turned into a diagnostic look.',
    };
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code, reason],
    status: 'review',
    message: `Line ${line.n} bills ${line.code} for ${reason}, a screening, without modifier PT.`,
    why: 'Without PT Medicare takes the deductible from the patient, as for an illness.',
    fix: 'Add PT if the procedure began as a screening; else list what it was done for.',
  };
}

function perhaps(line: LineView, reason: string): Found {
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code, reason],
    severity: 'info',
    message: `Line ${line.n} bills ${line.code} for ${reason}, a screening, without modifier 33 or PT.`,
    why: 'Many payers waive the share of the patient only where 33 (some: PT) says that the procedure was preventive.',
    fix: 'Add the modifier that the payer asks for if the procedure began as a screening.',
  };
}

function screened([code = '', ...modifiers]: readonly string[]) {
  const claim = medicareLines({ code, modifiers });
  return { ...claim, diagnoses: [{ code: 'Z12.11' }] };
}

import { day, rule } from '@cleanclaim/core';
import { visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/mbi',
  title: 'The Medicare Beneficiary Identifier is well formed',
  severity: 'error',
  stage: 'stable',
  payers: ['medicare'],
  from: day('2020-01-01'),
  needs: [],
  cites: [
    {
      title: 'CMS: understanding the Medicare Beneficiary Identifier (MBI) format',
      url: 'https://www.cms.gov/medicare/new-medicare-card/understanding-the-mbi-with-format.pdf',
      checked: '2026-11-24',
      read: 'text',
      note: 'in a reprint',
    },
  ],

  on: 'claim',
  check({ claim }) {
    const written = claim.patient?.memberId;
    // A missing one is reported by form/required.
    if (written === undefined || isMbi(written) || written.trim() === '') return undefined;
    const at = '/patient/memberId';
    const plain = written.replace(/[\s-]/g, '').toUpperCase();
    if (isMbi(plain))
      return {
        at,
        ...(plain === written.toUpperCase()
          ? {
              severity: 'info',
              message: 'The Medicare number is written with small letters.',
              why: 'Medicare itself turns small letters into capitals, but whoever passes the claim on may not.',
            }
          : {
              severity: 'warning',
              message: 'The Medicare number is written with dashes or spaces.',
              why: 'The card shows dashes to be read easily; claims carry the eleven characters alone.',
            }),
        fix: `Write ${plain}.`,
        patch: [{ op: 'replace', path: at, value: plain }],
      };
    return {
      at,
      message: `The Medicare number ${trouble(plain)}.`,
      why: 'Medicare finds the patient by this number; a claim with another form of it is rejected before it is read.',
      fix: 'Copy the eleven characters from the card: digit, letter, letter or digit, digit, letter, letter or digit, digit, two letters, two digits; the letters S, L, O, I, B and Z are not used.',
    };
  },

  examples: [
    { name: 'a letter that MBIs do not use', claim: medicare('1EG4TE5MB73'), finds: 1 },
    { name: 'begins with 0', claim: medicare('0EG4TE5MK73'), finds: 1 },
    { name: 'ten characters', claim: medicare('1EG4TE5MK7'), finds: 1 },
    { name: 'the old number', claim: medicare('123456789A'), finds: 1 },
    { name: 'as printed on the card', claim: medicare('1EG4-TE5-MK73'), finds: 1 },
    { name: 'small letters: only a note', claim: medicare('1eg4te5mk73'), finds: 1 },
    { name: 'an MBI', claim: medicare('1EG4TE5MK73'), finds: 0 },
    { name: 'letters in the places that take both', claim: medicare('9JK8MN1PQ23'), finds: 0 },
    { name: 'another payer has its own numbers', claim: visit('2026-03-04', ['I10']), finds: 0 },
  ],
});

/** N a digit, C a digit from 1, A a letter, E either. */
const FORM = 'CAENAENAANN';

function isMbi(text: string): boolean {
  return text.length === FORM.length && firstMisfit(text) < 0;
}

/** Place of the first character that an MBI cannot have there; -1 when all fit. */
function firstMisfit(text: string): number {
  for (let at = 0; at < FORM.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = FORM.charAt(at);
    const digit = unit >= 48 && unit <= 57;
    const fits = kind === 'N' ? digit : kind === 'C' ? digit && unit > 48 : kind === 'A' ? isLetter(unit) : digit || isLetter(unit);
    if (!fits) return at;
  }
  return -1;
}

/** Says what is wrong without repeating the number: reports are kept longer and read by more people than claims. */
function trouble(text: string): string {
  if (/^\d{9}[A-Z]\w?$/.test(text)) return 'is an old one, made from a social security number';
  if (text.length !== FORM.length) return `has ${text.length} characters; an MBI has ${FORM.length}`;
  return `does not have the form of an MBI: its character ${firstMisfit(text) + 1} cannot stand there`;
}

const UNUSED = 'SLOIBZ';

function isLetter(unit: number): boolean {
  return unit >= 65 && unit <= 90 && !UNUSED.includes(String.fromCharCode(unit));
}

function medicare(memberId: string) {
  return visit('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    patient: { birthDate: '1950-06-15', sex: 'female', memberId },
  });
}

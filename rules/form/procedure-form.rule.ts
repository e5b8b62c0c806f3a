import { quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { professionalForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { isRateLine } from '../support/rate-line.ts';

export default rule({
  id: 'form/procedure-form',
  title: 'Procedure codes have the form of a procedure code',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [
    {
      title: '45 CFR 162.1002: HCPCS, CPT-4 and the Code on Dental Procedures and Nomenclature',
      url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-162/subpart-J',
      checked: '2026-11-24',
      read: 'text',
      note: 'it names the code sets; the form of their codes is from a digest',
    },
    professionalForm('item 24D'),
  ],

  on: 'line',
  check(line, { claim }) {
    if (hasForm(line.code)) return undefined;
    const at = `${line.path}/code`;
    if (line.code === '') {
      if (claim.type === 'institutional') return undefined;
      return {
        at,
        message: `Line ${line.n} has no procedure code.`,
        why: 'The procedure code says what was done (box 24D); a line without one cannot be paid.',
        fix: 'Enter the procedure code of the service.',
      };
    }
    if (claim.type === 'institutional' && isRateLine(line)) return undefined;
    return {
      at,
      codes: [line.code],
      // Workers' compensation and Medicaid programs have had codes of four digits and a letter of their own.
      severity: /^\d{4}[B-EGHJKNP-SV-Z]$/.test(line.code) ? 'warning' : 'error',
      message: `The procedure code ${quote(line.code)} of line ${line.n} has a form that no code system has.`,
      why: 'A procedure code has five characters: five digits, four digits and a letter, or a letter and four digits.',
      fix: 'Enter the code as the code book prints it; modifiers go in their own fields.',
    };
  },

  examples: [
    { name: 'none', claim: withCode(''), finds: 1 },
    { name: 'four digits', claim: withCode('0108'), finds: 1 },
    { name: 'six characters', claim: withCode('G01080'), finds: 1 },
    { name: 'a letter O for a zero', claim: withCode('G01O8'), finds: 1 },
    { name: 'a modifier behind it', claim: withCode('G0108-GT'), finds: 1 },
    { name: 'a diagnosis code in its place', claim: withCode('E11.9'), finds: 1 },
    { name: 'a letter and four digits', claim: withCode('G0108'), finds: 0 },
    { name: 'small letters are read', claim: withCode('g0108'), finds: 0 },
    { name: 'five digits, four digits and a letter', claim: withCode('00001', '0001F', '0001T', '0001U', '0001M'), finds: 0 },
    { name: 'a line of a stay', claim: stay('2026-03-04', ['I10']), finds: 0 },
    {
      name: 'a rate code of a skilled nursing stay',
      claim: stay('2026-03-04', ['I10'], { lines: [{ revenue: '0022', code: 'KAGD1', units: 3, charge: '3600.00' }] }),
      finds: 0,
    },
  ],
});

function hasForm(code: string): boolean {
  if (code.length !== 5) return false;
  for (let at = 1; at < 4; at++) if (!isDigit(code.charCodeAt(at))) return false;
  const first = code.charCodeAt(0);
  const last = code.charCodeAt(4);
  if (isDigit(last)) return isDigit(first) || (first >= 65 && first <= 90);
  return isDigit(first) && 'AFMTU'.includes(code.charAt(4));
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function withCode(...codes: string[]) {
  return visit('2026-03-04', ['I10'], { lines: codes.map((code) => exampleLine('2026-03-04', 1, { code })) });
}

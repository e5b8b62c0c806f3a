import { day, type LineView, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';
import { leftSibling, rightSibling, SIDE, sideOf } from '../support/side.ts';

export default rule({
  id: 'icd10cm/unspecified-side',
  title: 'A diagnosis that leaves the side open',
  severity: 'warning',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: (icd, row) => sideOf(icd, row) === SIDE.unspecified,
  cites: [guidelines('I.B.13 Laterality'), guidelines('I.B.18 Use of sign/symptom/unspecified codes')],

  on: 'diagnosis',
  check(diagnosis, { icd, claim }) {
    // Of a hospital stay the editor's own rule says it.
    if (claim.hospitalStay && diagnosis.mce?.has('unspecified')) return undefined;
    if (!diagnosis.known || sideOf(icd, diagnosis.row) !== SIDE.unspecified) return undefined;
    const line = diagnosis.lines.find(namesSide);
    const right = rightSibling(icd, diagnosis.row);
    const left = leftSibling(icd, diagnosis.row);
    const sided = right >= 0 && left >= 0 ? ` such as ${icd.code(right)} (right) or ${icd.code(left)} (left)` : '';
    return {
      at: diagnosis.path,
      codes: [diagnosis.code],
      severity: line ? 'warning' : 'info',
      message: line
        ? `${diagnosis.code} leaves the side open, but line ${line.n} names it (modifier ${line.modifiers.filter(isSide).join(', ')}).`
        : `${diagnosis.code} leaves the side open.`,
      why: line
        ? 'The record evidently says which side, and payers deny unspecified sides where a sided code exists.'
        : 'Codes for an unspecified side are for records that do not say which side; many payers question them.',
      fix: `Use the code for the side the record names${sided}.`,
    };
  },

  examples: [
    {
      name: 'the line says right and the diagnosis does not',
      claim: visit('2026-03-04', ['M17.10'], { lines: [exampleLine('2026-03-04', 1, { code: 'L1833', modifiers: ['RT'] })] }),
      finds: 1,
      codes: ['M17.10'],
    },
    { name: 'nothing on the claim says the side: only a note', claim: visit('2026-03-04', ['M25.569']), finds: 1 },
    { name: 'hemiplegia of an unspecified side', claim: visit('2026-03-04', ['G81.90']), finds: 1 },
    { name: 'the side is named', claim: visit('2026-03-04', ['M25.561']), finds: 0 },
    { name: 'unspecified, but of no side', claim: visit('2026-03-04', ['J18.9', 'E11.9', 'I48.91']), finds: 0 },
  ],
});

function isSide(modifier: string): boolean {
  const [first, second] = [modifier.charAt(0), modifier.charAt(1)];
  if (modifier.length !== 2) return false;
  if (modifier === 'RT' || modifier === 'LT' || modifier === '50') return true;
  if (first === 'E') return second >= '1' && second <= '4';
  return (first === 'F' || first === 'T') && (second === 'A' || (second >= '1' && second <= '9'));
}

function namesSide(line: LineView): boolean {
  return line.modifiers.some(isSide);
}

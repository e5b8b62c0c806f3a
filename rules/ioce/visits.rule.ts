import { type ClaimView, day, type Found, type LineView, rule } from '@cleanclaim/core';
import { isBloodDraw, isSurgery } from '../support/code-kinds.ts';
import { stay } from '../support/example-claim.ts';
import { isHospitalOutpatient, isHospitalVisit, outpatientEditor } from '../support/outpatient.ts';

const SEVERAL_VISITS = 'G0';

export default rule({
  id: 'ioce/visits',
  title: 'Hospital visits: two on a day, and one on the day of an operation',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['institutional'],
  outpatient: true,
  from: day('2000-08-01'),
  withCodes: true,
  needs: [],
  cites: [
    outpatientEditor('edit 21, medical visit on the same day as a procedure without modifier 25'),
    outpatientEditor('edit 42, multiple medical visits on the same day without condition code G0'),
  ],

  on: 'line',
  codesBegin: '9G',
  check(line, { claim }) {
    if (!isHospitalVisit(line) || !isHospitalOutpatient(claim)) return undefined;
    const found = [withOperation(line, claim), second(line, claim)].filter((each) => each !== undefined);
    return found.length > 0 ? found : undefined;
  },

  examples: [
    { name: 'two visits of a clinic on a day', claim: bill(['G0463', 'G0463']), finds: 1, codes: ['G0463'] },
    { name: 'with condition code G0', claim: { ...bill(['G0463', 'G0463']), conditionCodes: ['G0'] }, finds: 0 },
    { name: 'of two departments', claim: bill(['G0463', 'G0380']), finds: 0 },
    { name: 'a visit and an operation', claim: bill(['G0463', '11042']), finds: 1 },
    { name: 'a separate visit', claim: bill(['G0463 25', '11042']), finds: 0 },
    { name: 'a visit and a test', claim: bill(['G0463', 'P9612']), finds: 0 },
    { name: 'a visit and the drawing of blood', claim: bill(['G0463', '36415']), finds: 0 },
  ],
});

function withOperation(line: LineView, claim: ClaimView): Found | undefined {
  if (line.modifiers.includes('25') || line.modifiers.includes('27')) return undefined;
  const operation = claim.lines.find((other) => other.from === line.from && isSurgery(other.code) && !isBloodDraw(other.code));
  if (!operation) return undefined;
  return {
    at: `${line.path}/modifiers`,
    codes: [line.code, operation.code],
    status: 'review',
    message: `The visit ${line.code} on line ${line.n} is on the day of ${operation.code} on line ${operation.n}, without modifier 25.`,
    why: 'The outpatient editor rejects a visit on the day of a significant procedure, unless 25 says that it was apart from it (edit 21).',
    fix: `Add 25 if the record shows a separate visit; else take line ${line.n} off.`,
  };
}

function second(line: LineView, claim: ClaimView): Found | undefined {
  if (claim.claim.conditionCodes?.some((code) => code.trim().toUpperCase() === SEVERAL_VISITS)) return undefined;
  if (line.modifiers.includes('27')) return undefined;
  const earlier = claim.lines.find(
    (other) => other.index < line.index && other.from === line.from && other.line.revenue === line.line.revenue && isHospitalVisit(other),
  );
  if (!earlier) return undefined;
  return {
    at: `${line.path}/code`,
    codes: [line.code],
    status: 'review',
    message: `Lines ${earlier.n} and ${line.n} are two visits of one day under revenue code ${line.line.revenue ?? ''}, without condition code G0.`,
    why: 'The outpatient editor returns a claim with two visits of a day in one department, unless G0 says that they were distinct (edit 42).',
    fix: 'Add condition code G0 if the visits were distinct; else bill one.',
  };
}

function bill(codes: readonly string[]) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: '0131',
    lines: codes.map((each) => {
      const [code = '', ...modifiers] = each.split(' ');
      return { revenue: code === 'G0380' ? '0456' : '0510', code, modifiers, from: '2026-03-04', units: 1, charge: '60.00' };
    }),
    total: `${60 * codes.length}.00`,
  });
}

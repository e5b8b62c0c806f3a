import { type ClaimView, type Found, type LineView, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { spoken } from '../support/spoken.ts';

export default rule({
  id: 'form/units',
  title: 'Units are above zero, and whole unless a quantity is measured',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2400 SV104 and SV205 service unit count'), professionalForm('item 24G')],

  on: 'line',
  check(line, { claim }) {
    const { units } = line.line;
    if (units !== undefined && units > 0 && Number.isInteger(units)) return units > 1 ? twiceBilateral(line, claim) : undefined;
    if (units === undefined) return line.line.minutes === undefined ? missing(line, claim.type) : undefined;
    const at = `${line.path}/units`;
    if (!(units > 0 && Number.isFinite(units)))
      return {
        at,
        ...codesOf(line),
        message: `Line ${line.n} has ${String(units)} units; there must be more than none.`,
        why: 'A line without units bills for nothing, and payers reject it.',
        fix: 'Enter how many times the service was given, or the quantity in the unit that the code is defined in.',
      };
    const severity = fractionOf(line);
    if (severity === undefined) return undefined;
    return {
      at,
      ...codesOf(line),
      severity,
      message: `Line ${line.n} has ${units} units of ${spoken(line.code)}, which is counted in whole units.`,
      why: 'Only quantities of drugs, supplies and miles, and anaesthesia time, are billed in parts of a unit.',
      fix: 'Enter whole units; time is turned into units by the rule of the code.',
    };
  },

  examples: [
    { name: 'no units', claim: withUnits(undefined), finds: 1 },
    { name: 'zero', claim: withUnits(0), finds: 1 },
    { name: 'below zero', claim: withUnits(-1), finds: 1 },
    { name: 'half a visit', claim: withUnits(0.5), finds: 1 },
    { name: 'half a drug unit', claim: withUnits(0.5, 'J1885'), finds: 0 },
    { name: 'tenths of a mile', claim: withUnits(7.4, 'A0425'), finds: 0 },
    { name: 'both sides billed as one line of two to Medicare', claim: bothSides(2, '11'), finds: 1 },
    { name: 'both sides as one unit', claim: bothSides(1, '11'), finds: 0 },
    { name: 'both sides in a surgery centre', claim: bothSides(2, '24'), finds: 0 },
    { name: 'many', claim: withUnits(120), finds: 0 },
    {
      name: 'a drug named by its NDC',
      claim: visit('2026-03-04', ['I10'], {
        lines: [exampleLine('2026-03-04', 1, { units: 2.5, ndc: { code: '00000000000', quantity: 2.5, unit: 'ML' } })],
      }),
      finds: 0,
    },
    { name: 'a hospital line without units is pointed out', claim: stayWithoutUnits(), finds: 1 },
  ],
});

/** Letters of codes for drugs, blood, supplies, enteral feeding and transport, where a quantity is measured. */
const MEASURED = 'ABCJPQ';
/** Codes of states and private plans, some of them by the hour or mile: a person has to look. */
const PRIVATE = 'HST';

/** How wrong a part of a unit is; undefined when it is right. */
function fractionOf(line: LineView): 'error' | 'warning' | undefined {
  const { ndc, minutes, revenue } = line.line;
  const first = line.code.charAt(0);
  if (first === '' || ndc !== undefined || minutes !== undefined || MEASURED.includes(first)) return undefined;
  // Anaesthesia codes begin with 0 and count time.
  if (first === '0' && /^0\d{4}$/.test(line.code)) return undefined;
  return PRIVATE.includes(first) || revenue !== undefined ? 'warning' : 'error';
}

function missing(line: LineView, type: string): Found | undefined {
  if (type === 'dental' || line.line.revenue === '0001') return undefined;
  return {
    at: `${line.path}/units`,
    ...codesOf(line),
    severity: type === 'professional' ? 'error' : 'warning',
    message: `Line ${line.n} has no units.`,
    why: 'Each line says how many units were given; payers do not assume one.',
    fix: 'Enter the number of units.',
  };
}

const SURGERY_CENTRE = '24';

/** Medicare pays a line with modifier 50 for both sides already; surgery centres bill two units. */
function twiceBilateral(line: LineView, claim: ClaimView): Found | undefined {
  if (claim.payer !== 'medicare' || claim.type !== 'professional' || !line.modifiers.includes('50')) return undefined;
  if (line.line.pos === SURGERY_CENTRE) return undefined;
  return {
    at: `${line.path}/units`,
    ...codesOf(line),
    severity: 'warning',
    status: 'review',
    message: `Line ${line.n} has modifier 50 and ${String(line.line.units)} units.`,
    why: 'With modifier 50 one unit stands for both sides; two units would be paid for four or denied as too many.',
    fix: 'Enter one unit, or bill each side on a line of its own with RT and LT.',
  };
}

function codesOf(line: LineView): Pick<Found, 'codes'> {
  return line.code === '' ? {} : { codes: [line.code] };
}

function withUnits(units: number | undefined, code = 'G0108') {
  const { units: _, ...line } = exampleLine('2026-03-04', 1, { code });
  return visit('2026-03-04', ['I10'], { lines: [units === undefined ? line : { ...line, units }] });
}

function bothSides(units: number, pos: string) {
  return visit('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    lines: [exampleLine('2026-03-04', 1, { modifiers: ['50'], units, pos })],
  });
}

function stayWithoutUnits() {
  return stay('2026-03-04', ['I10'], { lines: [{ revenue: '0300', charge: '3600.00' }] });
}

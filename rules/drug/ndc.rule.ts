import { day, type Found, type LineView, quote, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';

/** International unit, gram, milligram, millilitre, unit (CTP05). */
const UNITS: ReadonlySet<string> = new Set(['F2', 'GR', 'ME', 'ML', 'UN']);

export default rule({
  id: 'drug/ndc',
  title: 'National Drug Codes: eleven digits, a quantity and its unit',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('2007-01-01'),
  needs: [],
  cites: [electronicForm('2410 LIN03 and CTP04 to CTP05'), professionalForm('item 24, shaded part')],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    for (const line of claim.lines) {
      if (line.line.ndc === undefined) {
        const wanted = claim.payer === 'medicaid' ? missing(line) : undefined;
        if (wanted) (found ??= []).push(wanted);
        continue;
      }
      found ??= [];
      const code = line.line.ndc.code?.trim() ?? '';
      if (!/^\d{11}$/.test(code)) found.push(wrongCode(line, code));
      addQuantity(line, found);
    }
    return found;
  },

  examples: [
    { name: 'eleven digits, quantity and unit', claim: withNdc({ code: '00000000001', quantity: 2.5, unit: 'ML' }), finds: 0 },
    { name: 'with hyphens, five, four and two', claim: withNdc({ code: '00000-0000-01', quantity: 1, unit: 'UN' }), finds: 1 },
    { name: 'ten digits with hyphens', claim: withNdc({ code: '0000-0000-01', quantity: 1, unit: 'UN' }), finds: 1 },
    {
      name: 'ten digits without: nobody knows where the 0 goes',
      claim: withNdc({ code: '0000000001', quantity: 1, unit: 'UN' }),
      finds: 1,
    },
    { name: 'no quantity', claim: withNdc({ code: '00000000001', unit: 'UN' }), finds: 1 },
    { name: 'none given', claim: withNdc({ code: '00000000001', quantity: 0, unit: 'UN' }), finds: 1 },
    { name: 'a unit of another list', claim: withNdc({ code: '00000000001', quantity: 1, unit: 'MG' }), finds: 1 },
    { name: 'a quantity in words', claim: withNdc({ code: '00000000001', quantity: 'one', unit: 'UN' }), finds: 1 },
    { name: 'a line without a drug', claim: visit('2026-03-04', ['I10']), finds: 0 },
    { name: 'a drug billed to Medicaid without its number', claim: toMedicaid('J1100'), finds: 1, codes: ['J1100'] },
    { name: 'a visit to Medicaid', claim: toMedicaid('T1015'), finds: 0 },
  ],
});

function wrongCode(line: LineView, code: string): Found {
  const at = `${line.path}/ndc/code`;
  const whole = withZeros(code);
  return {
    at,
    ...codesOf(line),
    message: code === '' ? `The drug of line ${line.n} has no NDC.` : `The NDC ${quote(code)} of line ${line.n} is not eleven digits.`,
    why: 'On a claim an NDC is eleven digits without hyphens: five for the labeler, four for the product, two for the package; anything else is rejected.',
    fix:
      whole === undefined
        ? 'Write it from the package; where it has ten digits, the part that is short takes a 0 in front.'
        : `Write ${whole}.`,
    ...(whole === undefined ? {} : { patch: [{ op: 'replace' as const, path: at, value: whole }] }),
  };
}

/** Written with hyphens each part can be filled to its length; ten digits without hyphens may be any of three. */
function withZeros(code: string): string | undefined {
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(code);
  if (!parts) return undefined;
  const [, labeler = '', product = '', part = ''] = parts;
  const digits = labeler.length + product.length + part.length;
  return digits < 10 ? undefined : labeler.padStart(5, '0') + product.padStart(4, '0') + part.padStart(2, '0');
}

function addQuantity(line: LineView, found: Found[]): void {
  const { quantity, unit } = line.line.ndc ?? {};
  const given = typeof quantity === 'string' && quantity.trim() !== '' ? Number(quantity) : quantity;
  if (typeof given !== 'number' || !(given > 0 && Number.isFinite(given)))
    found.push({
      at: `${line.path}/ndc/quantity`,
      ...codesOf(line),
      message: `The drug of line ${line.n} has no quantity that is more than none.`,
      why: 'The quantity of the package that was used (CTP04) goes with the NDC; payers reckon rebates and prices by it.',
      fix: 'Enter the quantity in the unit of the package.',
    });
  const written = unit?.trim().toUpperCase() ?? '';
  if (!UNITS.has(written))
    found.push({
      at: `${line.path}/ndc/unit`,
      ...codesOf(line),
      message:
        written === ''
          ? `The drug of line ${line.n} has no unit.`
          : `The unit ${quote(written)} of the drug of line ${line.n} is none of the five.`,
      why: 'The quantity of a drug is counted in UN (pieces), ML, GR, ME (milligrams) or F2 (international units).',
      fix: 'Enter UN, ML, GR, ME or F2.',
    });
}

/** Since the Deficit Reduction Act states collect rebates by NDC for drugs that practitioners give. */
function missing(line: LineView): Found | undefined {
  if (!/^J\d{4}$/.test(line.code)) return undefined;
  return {
    at: `${line.path}/ndc`,
    codes: [line.code],
    severity: 'warning',
    status: 'review',
    message: `The drug ${line.code} on line ${line.n} goes to Medicaid without an NDC.`,
    why: 'States deny drugs given by practitioners without the NDC, by which they collect rebates (section 6002 of the Deficit Reduction Act of 2005).',
    fix: 'Add the NDC of the package that was used, with quantity and unit.',
  };
}

function codesOf(line: LineView): Pick<Found, 'codes'> {
  return line.code === '' ? {} : { codes: [line.code] };
}

function withNdc(ndc: NonNullable<Parameters<typeof exampleLine>[2]>['ndc'] & object) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { code: 'J1100', ndc })] });
}

function toMedicaid(code: string) {
  return visit('2026-03-04', ['I10'], { payer: { id: 'MCD01', kind: 'medicaid' }, lines: [exampleLine('2026-03-04', 1, { code })] });
}

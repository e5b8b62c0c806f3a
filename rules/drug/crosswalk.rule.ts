import { type ClaimView, day, type KeyedTable, type LineView, type Outcome, rule } from '@cleanclaim/core';
import { mayBeDrug } from '../support/code-kinds.ts';
import { type ListedDrug, listedDrugs, ndcOf, ndcQuantity } from '../support/crosswalk.ts';
import { CROSSWALK } from '../support/drug-cites.ts';
import { medicareLines } from '../support/fee-example.ts';
import { notInstalled } from '../support/not-installed.ts';
import { spoken } from '../support/spoken.ts';
import { sharedDay } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Units this many times too many or too few are a slip of dose or package; less may be what was left in a container. */
const FAR_OFF = 2;

export default rule({
  id: 'drug/crosswalk',
  title: 'The NDC of a drug against its HCPCS code, and its quantity against the units',
  severity: 'warning',
  stage: 'draft',
  types: ['professional', 'institutional'],
  outpatient: true,
  from: day('2007-01-01'),
  withCodes: true,
  needs: [],
  cites: CROSSWALK,

  on: 'claim',
  check(claim, { data }) {
    let outcomes: Outcome[] | undefined;
    for (const line of claim.lines) {
      const ndc = line.line.ndc && ndcOf(line);
      if (ndc === undefined || claim.on === undefined || !mayBeDrug(line.code)) continue;
      // Claims without an NDC have nothing to look up: only here is the crosswalk missed.
      const table = data.table('asp-ndc', claim.on);
      if (!table) return notInstalled(data, 'asp-ndc', claim.on);
      const outcome = judge(line, ndc, claim, table);
      if (outcome) (outcomes ??= []).push(outcome);
    }
    return outcomes;
  },

  exampleTables: {
    'asp-ndc': [
      {
        ndc: '00000000101',
        code: 'J0001',
        drug: 'Made up',
        dosage: '1 MG',
        size: '0.5',
        quantity: '1',
        itemUnits: '40',
        packageUnits: '40',
      },
      {
        ndc: '00000000201',
        code: 'J0002',
        drug: 'Made up',
        dosage: '10 MG',
        size: '1',
        quantity: '1',
        itemUnits: '10',
        packageUnits: '10',
      },
    ],
  },
  examples: [
    { name: 'a syringe of forty units', claim: drug('J0001', '00000000101', 40, 0.5, 'ML'), finds: 0 },
    { name: 'the same counted as one piece', claim: drug('J0001', '00000-0001-01', 40, 1, 'UN'), finds: 0 },
    { name: 'units in milligrams where a unit is ten', claim: drug('J0002', '00000000201', 100, 1, 'UN'), finds: 1, codes: ['J0002'] },
    { name: 'one unit for a whole syringe', claim: drug('J0001', '00000000101', 1, 0.5, 'ML'), finds: 1 },
    { name: 'the number of another drug', claim: drug('J0002', '00000000101', 10, 1, 'UN'), finds: 1, codes: ['J0002', 'J0001'] },
    { name: 'a code for drugs without one, of a drug that has one', claim: drug('J3490', '00000000101', 1, 1, 'UN'), finds: 1 },
    {
      name: 'a dose and what was discarded of the vial',
      claim: medicareLines(
        { code: 'J0002', units: 3, ndc: { code: '00000000201', quantity: 0.3, unit: 'UN' } },
        { code: 'J0002', units: 7, modifiers: ['JW'], ndc: { code: '00000000201', quantity: 0.7, unit: 'UN' } },
      ),
      finds: 0,
    },
    { name: 'a dose billed with the whole vial', claim: drug('J0002', '00000000201', 6, 1, 'UN'), finds: 0 },
    { name: 'a package that is not listed', claim: drug('J0002', '00000000999', 10, 1, 'UN'), finds: 0 },
    { name: 'a quantity by weight is not reckoned', claim: drug('J0002', '00000000201', 100, 0.1, 'GR'), finds: 0 },
  ],
});

function judge(line: LineView, ndc: string, claim: ClaimView, table: KeyedTable): Outcome | undefined {
  const listed = listedDrugs(table, ndc);
  if (listed.length === 0)
    return {
      notChecked: `The NDC of line ${line.n} is not in the crosswalk, which does not list every drug.`,
      install: 'Compare the package with the words of the code.',
    };
  const own = listed.find(({ code }) => code === line.code);
  return own ? wrongUnits(line, ndc, own, claim) : otherDrug(line, listed, claim);
}

function otherDrug(line: LineView, listed: readonly ListedDrug[], claim: ClaimView): Outcome {
  const codes = [...new Set(listed.map(({ code }) => code))];
  const [first] = listed;
  return {
    at: `${line.path}/ndc/code`,
    codes: [line.code, ...codes],
    ...weight(claim, 'warning', true),
    message: `The NDC of line ${line.n}${first && first.drug !== '' ? ` (${spokenDrug(first.drug)})` : ''} is billed under ${codes.join(' or ')}, and the line has ${line.code}.`,
    why: `Payers compare the package with the code and deny a line whose two do not belong together.${whose(claim)}`,
    fix: `Bill ${codes.join(' or ')} in its own units, or correct the NDC from the package that was used.`,
  };
}

/** Names come from the user's file, and may hold anything. */
function spokenDrug(name: string): string {
  return /^[\w .,/()%+-]{1,60}$/.test(name) ? name : spoken(name.slice(0, 40));
}

function wrongUnits(line: LineView, ndc: string, drug: ListedDrug, claim: ClaimView): Outcome | undefined {
  const same = claim.lines.filter(
    (other) => other.code === line.code && ndcOf(other) === ndc && (other === line || sharedDay(other, line) !== undefined),
  );
  if (same[0] !== line) return undefined;
  let units = 0;
  let expected = 0;
  for (const each of same) {
    const of = unitsOf(each, drug);
    if (each.line.units === undefined || of === undefined) return undefined;
    units += each.line.units;
    expected += of;
  }
  if (units < expected * FAR_OFF && expected < units * FAR_OFF) return undefined;
  const amount = same.map((each) => `${ndcQuantity(each) ?? 0} ${each.line.ndc?.unit?.trim().toUpperCase() ?? ''}`).join(' and ');
  return {
    at: `${line.path}/units`,
    codes: [line.code],
    ...weight(claim, 'warning', true),
    message: `${line.code} on line ${line.n} is billed with ${units} ${units === 1 ? 'unit' : 'units'}; ${amount} of its NDC hold about ${Math.round(expected * 100) / 100}.`,
    why: `A unit of ${line.code} is ${drug.dosage === '' ? 'what its words say' : drug.dosage}; units and quantity of one drug tell the same amount, and payers pay and reclaim by either.${whose(claim)}`,
    fix: 'Reckon the units from the dose and the words of the code, and the quantity from the package; correct the one that is wrong.',
  };
}

/** Units of the code in the quantity of a line: by pieces, or by millilitres of what an item holds. */
function unitsOf(line: LineView, { itemUnits, size }: ListedDrug): number | undefined {
  const quantity = ndcQuantity(line);
  if (quantity === undefined || itemUnits === null || itemUnits <= 0) return undefined;
  const unit = line.line.ndc?.unit?.trim().toUpperCase();
  if (unit === 'UN') return quantity * itemUnits;
  return unit === 'ML' && size !== null && size > 0 ? (quantity * itemUnits) / size : undefined;
}

function drug(code: string, ndc: string, units: number, quantity: number, unit: string) {
  return medicareLines({ code, units, ndc: { code: ndc, quantity, unit } });
}

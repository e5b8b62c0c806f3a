import { type ClaimView, day, type Found, type LineView, type MueTable, type NotChecked, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { isRateLine } from '../support/rate-line.ts';
import { lineDay, otherLines, sameProviderOf, type Service } from '../support/service-line.ts';
import { ncciManual } from '../support/table-cites.ts';
import { counts, hasUnits, tooMany, unitsADay, unitsOfDay, unlisted } from '../support/unit-edit.ts';

export default rule({
  id: 'history/mue',
  title: 'More units on all claims of the day than the medically unlikely edit of the code allows',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('2007-01-01'),
  needs: ['history', 'ncci-mue'],
  cites: [ncciManual('V Medically unlikely edits')],

  on: 'claim',
  check(claim, { data, history }) {
    const { mue: service } = claim;
    if (!history || service === undefined) return undefined;
    const others = otherLines(claim, history.claims).filter((each) => each.claim.mue === service && hasUnits(each.line));
    if (others.length === 0) return undefined;
    const outcomes: (Found | NotChecked)[] = [];
    const denied = new Set<LineView>();
    for (const line of claim.lines) {
      const on = lineDay(line, claim);
      if (line.code === '' || !hasUnits(line) || on === undefined || isRateLine(line) || denied.has(line)) continue;
      const beside = besides({ line, claim }, others);
      const table = beside.units > 0 ? data.mue(service, on) : undefined;
      if (table) addOver(line, beside, { claim, table, denied, outcomes });
    }
    return outcomes;
  },

  exampleTables: {
    'ncci-mue-practitioner': [
      { code: 'G0108', units: '4', indicator: '1', rationale: 'Made up' },
      { code: 'G0109', units: '6', indicator: '2', rationale: 'Made up' },
      { code: 'G0110', units: '2', indicator: '3', rationale: 'Made up' },
    ],
  },
  examples: [
    { name: 'by day, by policy: more on both claims', claim: units('G0109', 4), history: [other('G0109', 3)], finds: 1, codes: ['G0109'] },
    { name: 'by day, clinical', claim: units('G0110', 1), history: [other('G0110', 1), { ...other('G0110', 1), id: 'A-98' }], finds: 1 },
    { name: 'as many as allowed', claim: units('G0109', 3), history: [other('G0109', 3)], finds: 0 },
    { name: 'by line: each claim alone', claim: units('G0108', 4), history: [other('G0108', 4)], finds: 0 },
    { name: 'too many on the claim itself, which ncci/mue says', claim: units('G0109', 7), history: [other('G0109', 1)], finds: 0 },
    { name: 'another day', claim: units('G0109', 4), history: [{ ...other('G0109', 4, '2026-03-05') }], finds: 0 },
    {
      name: 'the claim that this one replaces',
      claim: { ...units('G0109', 4), frequency: '7', originalClaim: 'A-99' },
      history: [other('G0109', 4)],
      finds: 0,
    },
    { name: 'the claim itself in the history', claim: units('G0109', 4), history: [units('G0109', 4)], finds: 0 },
  ],
});

interface Beside {
  readonly units: number;
  readonly doubt: boolean;
  readonly names: readonly string[];
}

/** Units of the line's code on its first day that stand on other claims of the same provider. */
function besides(own: Service, others: readonly Service[]): Beside {
  const { line } = own;
  let units = 0;
  let doubt = false;
  const names = new Set<string>();
  for (const each of others) {
    const { code, from, to } = each.line;
    if (code !== line.code || from === undefined || line.from === undefined || from > line.from || (to ?? from) < line.from) continue;
    const provider = sameProviderOf(own, each);
    if (provider === 'no') continue;
    units += unitsADay(each.line);
    doubt ||= provider === 'unknown';
    names.add(each.past?.name ?? '');
  }
  return { units, doubt, names: [...names] };
}

interface Day {
  readonly claim: ClaimView;
  readonly table: MueTable;
  readonly denied: Set<LineView>;
  readonly outcomes: (Found | NotChecked)[];
}

function addOver(line: LineView, beside: Beside, { claim, table, denied, outcomes }: Day): void {
  const mue = table.find(line.code);
  if (mue === undefined) {
    outcomes.push(unlisted(line.code, table));
    return;
  }
  if (mue.indicator === 1) return;
  const own = unitsOfDay(line, claim);
  const units = own.units + beside.units;
  if (own.units > mue.units || units <= mue.units) return;
  for (const each of claim.lines) {
    if (denied.has(each) || !counts(each, line, claim)) continue;
    denied.add(each);
    outcomes.push(tooMany({ line: each, units, mue, table, doubt: own.doubt || beside.doubt, beside: named(beside.names) }, claim));
  }
}

/** A few names in a sentence; of many, the first and how many more. */
function named(names: readonly string[]): string {
  return names.length <= 3 ? names.join(' and ') : `${names[0]} and ${names.length - 1} others`;
}

function units(code: string, count: number, on = '2026-03-04') {
  return visit(on, ['I10'], { lines: [exampleLine(on, 1, { code, units: count })] });
}

function other(code: string, count: number, on?: string) {
  return { ...units(code, count, on), id: 'A-99' };
}

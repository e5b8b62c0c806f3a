import { day, type Found, type LineView, type NotChecked, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { isRateLine } from '../support/rate-line.ts';
import { lineDay } from '../support/service-line.ts';
import { ncciManual } from '../support/table-cites.ts';
import { counts, hasUnits, tooMany, unitsADay, unitsOfDay, unlisted } from '../support/unit-edit.ts';

export default rule({
  id: 'ncci/mue',
  title: 'More units than the medically unlikely edit of the code allows',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('2007-01-01'),
  needs: ['ncci-mue'],
  cites: [ncciManual('V Medically unlikely edits')],

  on: 'claim',
  check(claim, { data }) {
    const { lines, mue: service } = claim;
    if (service === undefined) return undefined;
    let outcomes: (Found | NotChecked)[] | undefined;
    let denied: Set<LineView> | undefined;
    for (const line of lines) {
      const on = lineDay(line, claim);
      if (line.code === '' || !hasUnits(line) || on === undefined || isRateLine(line)) continue;
      const table = data.mue(service, on);
      if (!table) continue;
      const mue = table.find(line.code);
      if (mue === undefined) (outcomes ??= []).push(unlisted(line.code, table));
      else if (mue.indicator === 1) {
        const units = unitsADay(line);
        if (units > mue.units) (outcomes ??= []).push(tooMany({ line, units, mue, table, doubt: false }, claim));
      } else {
        const { units, doubt } = unitsOfDay(line, claim);
        if (units <= mue.units) continue;
        // All units of the day are denied: those of lines that only reach into it too.
        denied ??= new Set();
        for (const each of claim.lines) {
          if (denied.has(each) || !counts(each, line, claim)) continue;
          denied.add(each);
          (outcomes ??= []).push(tooMany({ line: each, units, mue, table, doubt }, claim));
        }
      }
    }
    return outcomes;
  },

  exampleTables: {
    'ncci-mue-practitioner': [
      { code: 'G0108', units: '4', indicator: '1', rationale: 'Made up' },
      { code: 'G0109', units: '6', indicator: '2', rationale: 'Made up' },
      { code: 'G0110', units: '2', indicator: '3', rationale: 'Made up' },
      { code: 'G0111', units: '0', indicator: '3', rationale: 'Made up' },
    ],
    'ncci-mue-medicaid-practitioner': [{ code: 'G0108', units: '2', indicator: '1', rationale: 'Made up' }],
    'ncci-mue-dme': [{ code: 'G0108', units: '1', indicator: '1', rationale: 'Made up' }],
  },
  examples: [
    { name: 'by line: as many as allowed', claim: withLines({ units: 4 }), finds: 0 },
    { name: 'by line: one more', claim: withLines({ units: 5 }), finds: 1, codes: ['G0108'] },
    { name: 'by line: split over two lines', claim: withLines({ units: 4 }, { units: 4, modifiers: ['76'] }), finds: 0 },
    {
      name: 'by day, by policy: split over two lines',
      claim: withLines({ code: 'G0109', units: 4 }, { code: 'G0109', units: 4, modifiers: ['59'] }),
      finds: 2,
    },
    {
      name: 'by day: on two days',
      claim: withLines({ code: 'G0109', units: 4 }, { code: 'G0109', units: 4, from: '2026-03-05' }),
      finds: 0,
    },
    {
      name: 'by day: two specialties',
      claim: withLines(
        { code: 'G0109', units: 4, rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
        { code: 'G0109', units: 4, rendering: { npi: '1987654328', taxonomy: '208600000X' } },
      ),
      finds: 0,
    },
    { name: 'by day, clinical: more than the benchmark', claim: withLines({ code: 'G0110', units: 3 }), finds: 1 },
    { name: 'no unit is payable', claim: withLines({ code: 'G0111', units: 1 }), finds: 1 },
    { name: 'units of several days, rounded down', claim: withLines({ units: 17, from: '2026-03-04', to: '2026-03-07' }), finds: 0 },
    { name: 'units of several days, rounded up', claim: withLines({ units: 18, from: '2026-03-04', to: '2026-03-07' }), finds: 1 },
    { name: 'a code without a row is not judged', claim: withLines({ code: 'G0112', units: 99 }), finds: 0 },
    {
      name: "more than Medicaid's own edit allows",
      claim: { ...withLines({ units: 3 }), payer: { id: 'MCD01', kind: 'medicaid' } },
      finds: 1,
    },
    {
      name: 'a supplier of medical equipment',
      claim: { ...withLines({ units: 2 }), billing: { npi: '1234567893', taxonomy: '332B00000X', taxId: '123456789' } },
      finds: 1,
    },
  ],
});

function withLines(...changes: readonly NonNullable<Parameters<typeof exampleLine>[2]>[]) {
  return visit('2026-03-04', ['I10'], {
    lines: changes.map((each) => exampleLine('2026-03-04', 1, each)),
    total: `${60 * changes.length}.00`,
  });
}

import {
  type ClaimView,
  day,
  daysBetween,
  type Found,
  type LineView,
  type Mue,
  type MueTable,
  type NotChecked,
  rule,
} from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { isRateLine } from '../support/rate-line.ts';
import { lineDay, ncciWeight, ncciWhose, sameProvider } from '../support/service-line.ts';
import { ncciManual } from '../support/table-cites.ts';

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
        const { units, doubt } = dayOf(line, claim);
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

interface TooMany {
  readonly line: LineView;
  /** Of the line, or of the day. */
  readonly units: number;
  readonly mue: Mue;
  readonly table: MueTable;
  /** It holds only if two practitioners have one specialty. */
  readonly doubt: boolean;
}

function tooMany({ line, units, mue, table, doubt }: TooMany, claim: ClaimView): Found {
  const { code, n, path } = line;
  const aDay = mue.indicator !== 1 || unitsADay(line) !== line.line.units ? ' a day' : '';
  const rationale = mue.rationale === '' ? '' : ` (${mue.rationale})`;
  const most = `at most ${mue.units} ${mue.units === 1 ? 'is' : 'are'} payable`;
  return {
    at: `${path}/units`,
    codes: [code],
    edition: table.edition,
    ...ncciWeight(claim, doubt ? 'warning' : 'error', doubt || mue.indicator === 3),
    message:
      mue.units === 0
        ? `No unit of ${code} on line ${n} is payable: its medically unlikely edit is 0.`
        : mue.indicator === 1
          ? `Line ${n} has ${spell(units)} of ${code}${aDay}; ${most}.`
          : `The claim has ${spell(units)} of ${code} on one day, line ${n} among them; ${most}.`,
    why: `${WHY[mue.indicator]}${rationale} (CARC 151 or 222, group CO; the patient may not be billed).${ncciWhose(claim)}`,
    fix: fixOf(line, mue),
  };
}

const WHY = {
  1: 'The edit counts each line alone, and all units of a line over it are denied, not only those beyond',
  2: 'The edit counts all lines of the day by statute or policy: all units of the code on the day are denied, and no modifier helps',
  3: 'The edit counts all lines of the day against a clinical benchmark: all units of the code on the day are denied, unless the contractor finds them borne out by the record',
} as const;

function fixOf({ modifiers }: LineView, mue: Mue): string {
  if (mue.units === 0) return 'Check the code: Medicare does not pay it separately to this kind of provider.';
  if (modifiers.includes('50')) return 'Bill a bilateral procedure as one line with modifier 50 and 1 unit.';
  if (mue.units === 1 && (modifiers.includes('RT') || modifiers.includes('LT')))
    return 'If both sides were done, bill one line with modifier 50 and 1 unit; else correct the units.';
  if (mue.indicator === 1)
    return 'Correct the units. Units that the record bears out go on lines of their own, with the modifier that says why (such as 76, 77, 91, 59 or a site).';
  if (mue.indicator === 2) return 'Correct the units; more than the edit allows cannot be paid.';
  return 'Correct the units; if the record bears them out, send it with an appeal.';
}

/** Units of the line's code on the line's first day, over all lines of the same provider. */
function dayOf(line: LineView, claim: ClaimView): { units: number; doubt: boolean } {
  let units = 0;
  let doubt = false;
  for (const other of claim.lines) {
    if (!counts(other, line, claim)) continue;
    units += unitsADay(other);
    doubt ||= other !== line && sameProvider(line, other, claim) === 'unknown';
  }
  return { units, doubt };
}

/** True when a line's units count on the first day of another: the same code, a day that covers it, the same provider. */
function counts(line: LineView, first: LineView, claim: ClaimView): boolean {
  if (line === first) return true;
  if (line.code !== first.code || !hasUnits(line) || first.from === undefined || line.from === undefined) return false;
  return line.from <= first.from && first.from <= (line.to ?? line.from) && sameProvider(line, first, claim) !== 'no';
}

/** Units of a line that spans days: divided by the days and rounded, as the manual says. */
function unitsADay({ line, from, to }: LineView): number {
  const units = line.units ?? 0;
  if (from === undefined || to === undefined || from >= to) return units;
  return Math.round(units / (daysBetween(from, to) + 1));
}

function hasUnits({ line }: LineView): boolean {
  return line.units !== undefined && line.units > 0;
}

function spell(units: number): string {
  return units === 1 ? '1 unit' : `${units} units`;
}

/** One object a code, so that the engine knows it again. */
const UNLISTED = new WeakMap<MueTable, Map<string, NotChecked>>();
const MOST_UNLISTED = 20_000;

function unlisted(code: string, table: MueTable): NotChecked {
  let known = UNLISTED.get(table);
  if (!known) UNLISTED.set(table, (known = new Map()));
  let entry = known.get(code);
  if (!entry) {
    entry = {
      notChecked: `${table.edition} gives no value for ${/^[0-9A-Z]{5}$/.test(code) ? code : 'a code that is none'}: not every code has one, and some are not published.`,
      install: 'Check the units against the record.',
    };
    if (known.size < MOST_UNLISTED) known.set(code, entry);
  }
  return entry;
}

function withLines(...changes: readonly NonNullable<Parameters<typeof exampleLine>[2]>[]) {
  return visit('2026-03-04', ['I10'], {
    lines: changes.map((each) => exampleLine('2026-03-04', 1, each)),
    total: `${60 * changes.length}.00`,
  });
}

import { type ClaimView, daysBetween, type Found, type LineView, type Mue, type MueTable, type NotChecked } from '@cleanclaim/core';
import { mayBeMedicare } from './medicare.ts';
import { sameProvider } from './service-line.ts';
import { ncciWeight, ncciWhose } from './whose-edit.ts';

export interface TooMany {
  readonly line: LineView;
  /** Of the line, or of the day. */
  readonly units: number;
  readonly mue: Mue;
  readonly table: MueTable;
  /** It holds only if two practitioners have one specialty. */
  readonly doubt: boolean;
  /** Other claims whose units are among those of the day, in words. */
  readonly beside?: string;
}

/** All units of a line denied, of the line or of its day. */
export function tooMany({ line, units, mue, table, doubt, beside }: TooMany, claim: ClaimView): Found {
  const { code, n, path } = line;
  const aDay = mue.indicator !== 1 || unitsADay(line) !== line.line.units ? ' a day' : '';
  const rationale = mue.rationale === '' ? '' : ` (${mue.rationale})`;
  const most = `at most ${mue.units} ${mue.units === 1 ? 'is' : 'are'} payable`;
  return {
    at: `${path}/units`,
    codes: [code],
    edition: table.edition,
    // An edit of 0 says what Medicare covers, not how many units are likely: for another payer it is worth a word only.
    ...(mue.units === 0 && !mayBeMedicare(claim) && claim.payer !== 'medicaid'
      ? ({ severity: 'info', status: 'review' } as const)
      : ncciWeight(claim, doubt ? 'warning' : 'error', doubt || mue.indicator === 3)),
    message:
      mue.units === 0
        ? `No unit of ${code} on line ${n} is payable: its medically unlikely edit is 0.`
        : mue.indicator === 1
          ? `Line ${n} has ${spell(units)} of ${code}${aDay}; ${most}.`
          : `${beside === undefined ? 'The claim has' : `The claim and ${beside} have together`} ${spell(units)} of ${code} on one day, line ${n} among them; ${most}.`,
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
export function unitsOfDay(line: LineView, claim: ClaimView): { units: number; doubt: boolean } {
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
export function counts(line: LineView, first: LineView, claim: ClaimView): boolean {
  if (line === first) return true;
  if (line.code !== first.code || !hasUnits(line) || first.from === undefined || line.from === undefined) return false;
  return line.from <= first.from && first.from <= (line.to ?? line.from) && sameProvider(line, first, claim) !== 'no';
}

/** Units of a line that spans days: divided by the days and rounded, as the manual says. */
export function unitsADay({ line, from, to }: LineView): number {
  const units = line.units ?? 0;
  if (from === undefined || to === undefined || from >= to) return units;
  return Math.round(units / (daysBetween(from, to) + 1));
}

export function hasUnits({ line }: LineView): boolean {
  return line.units !== undefined && line.units > 0;
}

function spell(units: number): string {
  return units === 1 ? '1 unit' : `${units} units`;
}

/** One object a code, so that the engine knows it again. */
const UNLISTED = new WeakMap<MueTable, Map<string, NotChecked>>();
const MOST_UNLISTED = 20_000;

/** Said of a code without a row. */
export function unlisted(code: string, table: MueTable): NotChecked {
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

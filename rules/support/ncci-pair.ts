import {
  type Bypassed,
  type ClaimView,
  type Context,
  day,
  type Day,
  type Found,
  heldOn,
  type LineView,
  type PairEdit,
  type PtpTable,
  type Rule,
} from '@cleanclaim/core';
import { isEvaluation } from './code-kinds.ts';
import { DISTINCT, firstOf } from './modifiers.ts';
import { placeOf, sameProviderOf, type Service, sharedDay } from './service-line.ts';
import { ncciManual } from './table-cites.ts';
import { ncciWeight, ncciWhose } from './whose-edit.ts';

/** The 44 modifiers that may open a pair of indicator 1 (NCCI Policy Manual, chapter I, section E): places, global surgery, others. */
export const SITES: ReadonlySet<string> = new Set(
  'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI'.split(' '),
);
const OPENING = new Set([...SITES, ...DISTINCT, '24', '25', '57', '58', '78', '79', '27', '91']);

/** From here on 59 and the X modifiers count on either line; before, on that of column 2 only. */
const EITHER_COLUMN = day('2019-07-01');

export const PAIR_CITES: Rule['cites'] = [
  ncciManual('E Modifiers and modifier indicators'),
  {
    title: 'Change request 11168: modifiers 59, XE, XP, XS and XU on either code of a pair',
    url: 'https://www.cms.gov/regulations-and-guidance/guidance/transmittals/2019downloads/r2259otn.pdf',
    checked: '2026-11-24',
    read: 'digest',
  },
];

/** What is to be said of a pair that is in force on the day; undefined when it does not bind the two services. */
export function judgePair(pair: Pair, claim: ClaimView): (Found | Bypassed)[] | undefined {
  const { column1, column2, table } = pair;
  const provider = sameProviderOf(column1, column2);
  if (provider === 'no') return undefined;
  const codes = [column1.line.code, column2.line.code];
  const opened = openedBy(pair);
  if (opened === undefined) return [denied(pair, provider, claim)];
  const bypassed: Bypassed = { codes, bypassed: opened };
  if (!showOneSite(column1.line, column2.line)) return [bypassed];
  return [
    bypassed,
    {
      at: `${ownLine(pair).path}/modifiers`,
      codes,
      edition: table.edition,
      severity: 'warning',
      status: 'review',
      message: `${codes[0]} on ${placeOf(column1)} and ${codes[1]} on ${placeOf(column2)} carry the same side or site, so their modifiers do not tell two sites apart.`,
      why: 'NCCI keeps the two procedures apart; a modifier opens the pair only where they were done at separate sites or encounters.',
      fix: 'Keep both only if the record shows separate sites or encounters, with the modifier that says so.',
    },
  ];
}

export interface Pair {
  readonly column1: Service;
  readonly column2: Service;
  readonly edit: PairEdit;
  readonly on: Day;
  readonly table: PtpTable;
}

/** The line of the claim that is checked: of column 2, unless that stands on another claim. */
function ownLine({ column1, column2 }: Pair): LineView {
  return (column2.past ? column1 : column2).line;
}

function denied(pair: Pair, provider: 'yes' | 'unknown', claim: ClaimView): Found {
  const { column1, column2, edit, on, table } = pair;
  const allowed = edit.modifier === 'allowed';
  const rationale = edit.rationale === '' ? '' : ` (${edit.rationale})`;
  const doubt = provider === 'unknown' ? ' It holds if the two practitioners have one specialty, which the claim does not say.' : '';
  return {
    at: `${ownLine(pair).path}/code`,
    codes: [column1.line.code, column2.line.code],
    edition: table.edition,
    ...ncciWeight(claim, provider === 'unknown' ? 'warning' : 'error', provider === 'unknown'),
    message: `${column2.line.code} on ${placeOf(column2)} is not paid beside ${column1.line.code} on ${placeOf(column1)}: an NCCI pair in force on ${on}, modifier indicator ${allowed ? 1 : 0}.`,
    why: `NCCI pays the code of column 1 and denies that of column 2 in full${rationale}; the patient may not be billed for it (CARC 97 or 236, group CO).${doubt}${ncciWhose(claim)}`,
    fix: fixOf(pair, allowed),
  };
}

function fixOf(pair: Pair, allowed: boolean): string {
  const { column1, column2 } = pair;
  const place = placeOf(column2);
  if (!allowed) return `Take ${place} off: no modifier opens this pair.`;
  if (isEvaluation(column2.line.code))
    return `If the record shows a significant visit separate from the other service, add modifier 25 to ${place} (57 where it decided on major surgery); else take it off.`;
  const late = !eitherColumn(pair) && firstOf(column1.line, DISTINCT) !== undefined;
  return `${late ? 'On that day the payer counts the modifier on the line of column 2 only. ' : ''}Take ${place} off, unless the record shows a separate site, encounter or practitioner: then add the NCCI modifier that says so.`;
}

/** Whether 59 and the X modifiers count on both lines; a payer's plan may want them on that of column 2. */
function eitherColumn({ column1, column2, on }: Pair): boolean {
  const { plan } = (column2.past ? column1 : column2).claim;
  return on >= EITHER_COLUMN && heldOn(plan?.distinctService, on)?.column !== 'second';
}

/** What opens a pair of indicator 1, in words; undefined when nothing on the two lines does. */
function openedBy(pair: Pair): string | undefined {
  const { column1, column2, edit } = pair;
  if (edit.modifier !== 'allowed') return undefined;
  const second = firstOf(column2.line, OPENING);
  if (second !== undefined) return `modifier ${second} on ${placeOf(column2)}`;
  const either = eitherColumn(pair);
  const first = column1.line.modifiers.find((modifier) => OPENING.has(modifier) && (either || !DISTINCT.has(modifier)));
  return first === undefined ? undefined : `modifier ${first} on ${placeOf(column1)}`;
}

/** The line of the claim that a pair of column 1 on the same claim denies a line beside; undefined when no pair surely does. */
export function deniedBeside(column2: LineView, { claim, data }: Context): LineView | undefined {
  const { ptp } = claim;
  if (ptp === undefined) return undefined;
  return claim.lines.find((column1) => {
    const on = column1 === column2 || column1.code === column2.code ? undefined : sharedDay(column1, column2);
    const table = on && data.ptp(ptp, on);
    const edit = on && table?.edit(column1.code, column2.code, on);
    if (!on || !table || !edit) return false;
    const pair = { column1: { line: column1, claim }, column2: { line: column2, claim }, edit, on, table };
    return sameProviderOf(pair.column1, pair.column2) === 'yes' && openedBy(pair) === undefined;
  });
}

/** The only opening modifiers are sites, and they are the same on both lines. */
function showOneSite(column1: LineView, column2: LineView): boolean {
  const first = column1.modifiers.filter((modifier) => OPENING.has(modifier));
  const second = column2.modifiers.filter((modifier) => OPENING.has(modifier));
  if (first.length === 0 || first.length !== second.length) return false;
  return first.every((modifier) => SITES.has(modifier) && second.includes(modifier));
}

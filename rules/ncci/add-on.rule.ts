import { type AddOn, type ClaimView, type Context, day, type Day, type Found, type LineView, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { deniedBeside } from '../support/ncci-pair.ts';
import { lineDay, otherLines, sameProviderOf, type Service, sharedDay } from '../support/service-line.ts';
import { ADD_ON_EDITS, ncciManual, practitionerManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Critical care beyond the first hour: a colleague of the group may have billed that hour (chapter 12, 30.6.12). */
const MORE_CRITICAL_CARE = '99292';

export default rule({
  id: 'ncci/add-on',
  title: 'An add-on code without the primary procedure it belongs to',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: day('2013-04-01'),
  needs: ['ncci-add-on'],
  cites: [ADD_ON_EDITS, practitionerManual('30.6.12 Critical care visits'), ncciManual('add-on codes of a denied primary procedure')],

  on: 'line',
  check(line, context) {
    const on = lineDay(line, context.claim);
    const table = on === undefined ? undefined : context.data.addOns(on);
    if (on === undefined || table === undefined) return undefined;
    const addOn = table.find(line.code, on);
    if (!addOn) return undefined;
    const { listed, other } = companions(line, addOn, on, context);
    const needed = addOn.type === 2 ? other : listed;
    if (needed === 'paid') return undefined;
    if (needed) return withDenied(line, needed, table.edition, context.claim);
    return missing(line, addOn, other !== undefined, table.edition, context);
  },

  exampleTables: {
    'ncci-add-on': [
      { addOn: 'Z0001', primary: 'G0108', type: '1', from: '2013-04-01', to: null },
      { addOn: 'Z0001', primary: 'G0110', type: '1', from: '2013-04-01', to: '2025-12-31' },
      { addOn: 'Z0002', primary: 'CCCCC', type: '2', from: '2013-04-01', to: null },
      { addOn: 'Z0003', primary: 'G0108', type: '3', from: '2013-04-01', to: null },
      { addOn: 'Z0004', primary: 'G0108', type: '1', from: '2013-04-01', to: '2025-12-31' },
    ],
    'ncci-ptp-practitioner': [{ column1: 'G0111', column2: 'G0108', from: '2010-01-01', to: null, indicator: '1', rationale: 'Made up' }],
  },
  examples: [
    { name: 'with its primary procedure', claim: withCodes('G0108', 'Z0001'), finds: 0 },
    { name: 'type 1 alone', claim: withCodes('Z0001'), finds: 1, codes: ['Z0001'] },
    { name: 'type 1 with another procedure', claim: withCodes('G0109', 'Z0001'), finds: 1 },
    { name: 'type 1 with a primary procedure that no longer counts', claim: withCodes('G0110', 'Z0001'), finds: 1 },
    { name: 'type 2 with any procedure', claim: withCodes('G0109', 'Z0002'), finds: 0 },
    { name: 'type 2 alone', claim: withCodes('Z0002'), finds: 1 },
    { name: 'type 2 with another add-on code only', claim: withCodes('Z0002', 'Z0003'), finds: 2 },
    { name: 'type 3 with a procedure that is not listed', claim: withCodes('G0109', 'Z0003'), finds: 1 },
    { name: 'no longer an add-on code', claim: withCodes('Z0004'), finds: 0 },
    {
      name: 'the primary procedure on another day',
      claim: visit('2026-03-04', ['I10'], {
        lines: [exampleLine('2026-03-04'), exampleLine('2026-03-05', 1, { code: 'Z0001' })],
        total: '120.00',
      }),
      finds: 1,
    },
    {
      name: 'the only primary procedure is denied by a pair',
      claim: withCodes('G0111', 'G0108', 'Z0001'),
      finds: 1,
      codes: ['Z0001', 'G0108'],
    },
    {
      name: 'the pair is opened by a modifier',
      claim: visit('2026-03-04', ['I10'], {
        lines: ['G0111', 'G0108', 'Z0001'].map((code) => exampleLine('2026-03-04', 1, { code, modifiers: code === 'G0108' ? ['59'] : [] })),
        total: '180.00',
      }),
      finds: 0,
    },
    { name: 'the primary procedure on another claim of the day', claim: withCodes('Z0001'), history: [earlier('2026-03-04')], finds: 0 },
    { name: 'the primary procedure on a claim of another day', claim: withCodes('Z0001'), history: [earlier('2026-03-03')], finds: 1 },
  ],
});

function earlier(on: string) {
  return visit(on, ['I10'], { id: 'A-99' });
}

/** A procedure beside the add-on code: one that may be paid, or one that a pair denies, and beside which line. */
type Companion = 'paid' | { readonly denied: LineView; readonly beside: LineView } | undefined;

/** The listed primary procedure, and any procedure that is no add-on code, of the same day by the same provider: the one that may be paid where there is one. */
function companions(line: LineView, addOn: AddOn, on: Day, context: Context): { listed: Companion; other: Companion } {
  const { claim, data, history } = context;
  const found: { listed: Companion; other: Companion } = { listed: undefined, other: undefined };
  const own = { line, claim };
  const others = history ? otherLines(claim, history.claims) : [];
  for (const service of [...claim.lines.map((each): Service => ({ line: each, claim })), ...others]) {
    const each = service.line;
    if (each === line || each.code === '' || each.code === line.code) continue;
    if (sharedDay(each, line) === undefined || sameProviderOf(service, own) === 'no') continue;
    const isListed = addOn.primaries.includes(each.code);
    if (!isListed && data.addOns(on)?.find(each.code, on) !== undefined) continue;
    const beside = service.past ? undefined : deniedBeside(each, context);
    const companion = beside ? { denied: each, beside } : 'paid';
    if (found.other !== 'paid') found.other = companion;
    if (isListed && found.listed !== 'paid') found.listed = companion;
  }
  return found;
}

function withDenied(
  { code, n, path }: LineView,
  { denied, beside }: Exclude<Companion, 'paid' | undefined>,
  edition: string,
  claim: ClaimView,
): Found {
  return {
    at: `${path}/code`,
    codes: [code, denied.code],
    edition,
    ...weight(claim, 'error'),
    message: `The add-on code ${code} on line ${n} belongs to ${denied.code} on line ${denied.n}, which NCCI denies beside ${beside.code} on line ${beside.n}.`,
    why: `An add-on code is paid only beside a primary procedure that is paid: with its primary it is denied too (CARC 107).${whose(claim)}`,
    fix: `Mend the pair of lines ${beside.n} and ${denied.n} first; if line ${denied.n} comes off, take line ${n} off with it.`,
  };
}

function missing(line: LineView, { type, primaries }: AddOn, other: boolean, edition: string, { claim, history }: Context): Found {
  const { code, n, path } = line;
  const colleague = code === MORE_CRITICAL_CARE;
  const firm = type === 1 && !colleague;
  const listed = primaries.length <= 6 ? ` Listed with it: ${primaries.join(', ')}.` : '';
  return {
    at: `${path}/code`,
    codes: [code],
    edition,
    ...weight(claim, firm ? 'error' : 'warning', !firm),
    message:
      type === 2 || !other
        ? `The add-on code ${code} on line ${n} stands without a primary procedure of the same day.`
        : `The add-on code ${code} on line ${n} stands without any of its listed primary procedures of the same day.`,
    why: `An add-on code is paid only beside a primary procedure that is paid to the same practitioner on the same day${type === 3 ? '; the list of this code is not complete, so another may do' : ''} (CARC 107).${whose(claim)}`,
    fix: colleague
      ? 'Keep it if a colleague of the same group and specialty billed the first hour of critical care that day.'
      : `Add the line of the primary procedure, or take line ${n} off.${type === 2 ? '' : listed}${history ? '' : ' If it stands on another claim of the day, give that as the history.'}`,
  };
}

function withCodes(...codes: readonly string[]) {
  return visit('2026-03-04', ['I10'], {
    lines: codes.map((code) => exampleLine('2026-03-04', 1, { code })),
    total: `${60 * codes.length}.00`,
  });
}

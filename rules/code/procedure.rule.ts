import {
  type Context,
  day,
  type Day,
  type Found,
  type Hcpcs,
  type HcpcsTable,
  type LineView,
  type NotChecked,
  rule,
} from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { isRateLine } from '../support/rate-line.ts';
import { lineDay } from '../support/service-line.ts';
import { HCPCS_RELEASE } from '../support/table-cites.ts';

export default rule({
  id: 'code/procedure',
  title: 'Procedure codes and modifiers exist and are in force on the day of the line',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('1990-01-01'),
  needs: ['hcpcs'],
  cites: [
    HCPCS_RELEASE,
    {
      title: '45 CFR 162.1002: HCPCS, CPT-4 and the Code on Dental Procedures and Nomenclature',
      url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-162/subpart-J',
      checked: '2026-11-24',
      read: 'text',
    },
  ],

  on: 'line',
  check(line, context) {
    const on = lineDay(line, context.claim);
    const table = on === undefined ? undefined : context.data.hcpcs(on);
    if (on === undefined || table === undefined) return undefined;
    const code = line.code === '' || isRateLine(line) ? undefined : judgeCode(line, on, table, context);
    if (line.modifiers.length === 0) return code;
    const outcomes: (Found | NotChecked)[] = code ? [code] : [];
    line.modifiers.forEach((modifier, at) => {
      const judged = judgeModifier(line, modifier, at, on, table);
      if (judged) outcomes.push(judged);
    });
    return outcomes;
  },

  exampleTables: {
    hcpcs: [
      { code: 'G0108', from: '1998-07-01', to: null, long: 'A made-up service', short: 'Made up' },
      { code: 'G0110', from: '1998-07-01', to: '2025-12-31', long: 'A made-up service that ended', short: 'Ended' },
      { code: 'G0111', from: '2026-04-01', to: null, long: 'A made-up service to come', short: 'To come' },
      { code: 'GQ', from: '2000-01-01', to: null, long: 'A made-up modifier', short: '' },
      { code: 'GT', from: '2000-01-01', to: '2017-12-31', long: 'A made-up modifier that ended', short: '' },
    ],
  },
  examples: [
    { name: 'a code the release lists', claim: withLine({}), finds: 0 },
    { name: 'a code it does not list', claim: withLine({ code: 'G0999' }), finds: 1, codes: ['G0999'] },
    { name: 'a code that ended', claim: withLine({ code: 'G0110' }), finds: 1, codes: ['G0110'] },
    { name: 'the last day of a code that ends', claim: withLine({ code: 'G0110', from: '2025-12-31' }), finds: 0 },
    { name: 'a code to come', claim: withLine({ code: 'G0111' }), finds: 1 },
    { name: 'a modifier the release lists', claim: withLine({ modifiers: ['GQ'] }), finds: 0 },
    { name: 'a modifier it does not list', claim: withLine({ modifiers: ['ZZ'] }), finds: 1 },
    { name: 'a modifier that ended', claim: withLine({ modifiers: ['GT'] }), finds: 1 },
    { name: 'a modifier of CPT is not judged', claim: withLine({ modifiers: ['59'] }), finds: 0 },
  ],
});

const CPT: NotChecked = {
  notChecked: 'CPT codes and modifiers belong to the American Medical Association: whether those of the claim exist was not checked.',
  install: 'Look them up in your licensed CPT file. Codes that your physician fee schedule of the day lists are taken as existing.',
};
const NO_MODIFIERS: NotChecked = {
  notChecked: 'The installed HCPCS Level II list has codes alone: whether the modifiers of the claim exist was not checked.',
  install: "cleanclaim data add FILE (the contractors' alpha-numeric file of the quarter, HCPC…ANWEB)",
};
const CDT: NotChecked = {
  notChecked: 'Dental procedure codes belong to the American Dental Association: whether those of the claim exist was not checked.',
  install: 'Look them up in your licensed CDT file.',
};

function judgeCode(line: LineView, on: Day, table: HcpcsTable, { claim, data }: Context): Found | NotChecked | undefined {
  const { code, n, path } = line;
  const first = code.charCodeAt(0);
  // A code of five digits, or of four and a letter, is CPT's.
  if (first >= 48 && first <= 57) return data.feeSchedule(on)?.find(code) ? undefined : CPT;
  if (!/^[A-Z]\d{4}$/.test(code)) return undefined;
  const listed = table.find(code);
  if (listed === undefined && first === 68) return CDT;
  const wrong = whyNot(listed, on);
  if (wrong === undefined) return undefined;
  return {
    at: `${path}/code`,
    codes: [code],
    // Some state programs still take codes of their own.
    severity: claim.payer === 'medicaid' && listed === undefined ? 'warning' : 'error',
    message: `The procedure code ${code} of line ${n} ${wrong} on ${on}.`,
    why: 'A procedure must carry a code in force on its day of service; there is no time of grace for codes that ended (CARC 181).',
    fix: 'Choose the code that was in force on that day, or correct the date of service.',
  };
}

function judgeModifier(line: LineView, modifier: string, at: number, on: Day, table: HcpcsTable): Found | NotChecked | undefined {
  if (!/^[0-9A-Z]{2}$/.test(modifier)) return undefined;
  // Two digits, P1 to P6 and the performance modifiers 1P, 2P, 3P and 8P are CPT's.
  if (/^(?:\d\d|P[1-6]|[1238]P)$/.test(modifier)) return CPT;
  const listed = table.find(modifier);
  if (!listed && !table.hasModifiers) return NO_MODIFIERS;
  const wrong = whyNot(listed, on);
  if (wrong === undefined) return undefined;
  return {
    at: `${line.path}/modifiers/${at}`,
    codes: line.code === '' ? [modifier] : [line.code, modifier],
    message: `The modifier ${modifier} of line ${line.n} ${wrong} on ${on}.`,
    why: 'A line with a modifier that does not exist on its day is rejected or denied (CARC 182).',
    fix: 'Choose a modifier that was in force on that day, or leave it out.',
  };
}

/** What is wrong with a code or modifier as the release lists it; undefined when it is in force. */
function whyNot(listed: Hcpcs | undefined, on: Day): string | undefined {
  if (listed === undefined) return 'is not in the HCPCS Level II release in force';
  if (listed.to !== null && listed.to < on) return `ended on ${listed.to} and was not in force`;
  if (listed.from !== null && listed.from > on) return `begins on ${listed.from} and was not in force`;
  return undefined;
}

function withLine(changes: Parameters<typeof exampleLine>[2]) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, changes)] });
}

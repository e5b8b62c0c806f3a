import { type Claim, type Found, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm } from '../support/cites.ts';
import { stay } from '../support/example-claim.ts';
import { OCCURRENCE_RANGES } from '../support/institutional-cites.ts';

/** Places of the electronic claim for each kind: two segments of twelve codes. */
const MOST = 24;

export default rule({
  id: 'form/event-codes',
  title: 'Condition, occurrence and value codes are whole and stand once',
  severity: 'error',
  stage: 'stable',
  types: ['institutional'],
  from: ALWAYS,
  needs: [],
  cites: [OCCURRENCE_RANGES, electronicForm('2300 HI*BE, BG, BH and BI')],

  on: 'claim',
  check({ claim }) {
    if (!claim.conditionCodes && !claim.occurrences && !claim.values) return undefined;
    const found: Found[] = [];
    checkConditions(claim, found);
    checkOccurrences(claim, found);
    checkValues(claim, found);
    return found.length === 0 ? undefined : found;
  },

  examples: [
    {
      name: 'a condition, an occurrence, a span and a value',
      claim: stay('2026-03-04', ['I10'], {
        conditionCodes: ['07'],
        occurrences: [
          { code: '11', on: '2026-02-20' },
          { code: '74', from: '2026-03-02', to: '2026-03-03' },
        ],
        values: [{ code: '80', amount: '3' }],
      }),
      finds: 0,
    },
    { name: 'a condition code of one character', claim: stay('2026-03-04', ['I10'], { conditionCodes: ['7'] }), finds: 1 },
    { name: 'a condition code twice', claim: stay('2026-03-04', ['I10'], { conditionCodes: ['07', '07'] }), finds: 1 },
    { name: 'an occurrence without its day', claim: withOccurrence({ code: '11' }), finds: 1 },
    { name: 'an occurrence of several days', claim: withOccurrence({ code: '11', from: '2026-03-01', to: '2026-03-02' }), finds: 1 },
    { name: 'a span of one day', claim: withOccurrence({ code: '74', on: '2026-03-02' }), finds: 1 },
    { name: 'a span without its end', claim: withOccurrence({ code: 'M2', from: '2026-03-02' }), finds: 1 },
    {
      name: 'two leaves of absence',
      claim: withOccurrence({ code: '74', from: '2026-03-01', to: '2026-03-02' }, { code: '74', from: '2026-03-03', to: '2026-03-04' }),
      finds: 0,
    },
    {
      name: 'one occurrence twice on a day',
      claim: withOccurrence({ code: '11', on: '2026-03-02' }, { code: '11', on: '2026-03-02' }),
      finds: 1,
    },
    { name: 'a value without an amount', claim: stay('2026-03-04', ['I10'], { values: [{ code: '80' }] }), finds: 1 },
    {
      name: 'a value twice',
      claim: stay('2026-03-04', ['I10'], {
        values: [
          { code: '80', amount: '2' },
          { code: '80', amount: '1' },
        ],
      }),
      finds: 1,
    },
  ],
});

function isCode(text: string): boolean {
  return /^[0-9A-Z]{2}$/.test(text);
}

function checkCount(count: number, what: string, at: string, found: Found[]): void {
  if (count <= MOST) return;
  found.push({
    at,
    message: `The claim has ${count} ${what}s; it takes at most ${MOST}.`,
    why: 'What goes beyond has no place on the claim.',
    fix: 'Keep those that the payer asks for.',
  });
}

function checkForm(codes: readonly string[], what: string, path: (at: number) => string, found: Found[]): void {
  codes.slice(0, 2 * MOST).forEach((code, at) => {
    if (isCode(code)) return;
    found.push({
      at: path(at),
      message: `The ${what} ${quote(code)} does not have the form of one.`,
      why: 'These codes are two digits or letters, a leading 0 included; anything else is rejected.',
      fix: isCode(`0${code}`) ? `Write 0${code}.` : 'Enter the two characters of the code.',
    });
  });
}

function twice(code: string, what: string, at: string): Found {
  return {
    at,
    severity: 'warning',
    message: `The ${what} ${code} stands on the claim twice.`,
    why: 'A code is reported once; clearinghouses and payers reject a repeated one.',
    fix: 'Leave one of the two out.',
  };
}

function checkConditions({ conditionCodes = [] }: Claim, found: Found[]): void {
  const codes = conditionCodes.map(tidy);
  checkCount(codes.length, 'condition code', '/conditionCodes', found);
  checkForm(codes, 'condition code', (at) => `/conditionCodes/${at}`, found);
  codes.forEach((code, at) => {
    if (isCode(code) && codes.indexOf(code) < at) found.push(twice(code, 'condition code', `/conditionCodes/${at}`));
  });
}

function checkValues({ values = [] }: Claim, found: Found[]): void {
  const codes = values.map(({ code }) => tidy(code ?? ''));
  checkCount(codes.length, 'value code', '/values', found);
  checkForm(codes, 'value code', (at) => `/values/${at}/code`, found);
  values.forEach(({ amount }, at) => {
    const code = codes[at] ?? '';
    if (!isCode(code)) return;
    if (codes.indexOf(code) < at) found.push(twice(code, 'value code', `/values/${at}`));
    if (/^-?\d{1,9}(?:\.\d{1,2})?$/.test(amount?.trim() ?? '')) return;
    found.push({
      at: `/values/${at}/amount`,
      message: `Value code ${code} has no amount that can be read.`,
      why: 'Each value code goes with its amount, number or code before and after a decimal point.',
      fix: 'Enter the amount, such as 3 or 850.00.',
    });
  });
}

function checkOccurrences({ occurrences = [] }: Claim, found: Found[]): void {
  const codes = occurrences.map(({ code }) => tidy(code ?? ''));
  const spans = codes.map(isSpan);
  const ofSpans = spans.filter(Boolean).length;
  checkCount(ofSpans, 'occurrence span', '/occurrences', found);
  checkCount(codes.length - ofSpans, 'occurrence code', '/occurrences', found);
  checkForm(codes, 'occurrence code', (at) => `/occurrences/${at}/code`, found);
  const seen = new Set<string>();
  occurrences.forEach(({ on, from, to }, at) => {
    const code = codes[at] ?? '';
    if (!isCode(code)) return;
    const days = `${code} ${on ?? ''} ${from ?? ''} ${to ?? ''}`;
    if (seen.has(days)) found.push(twice(code, spans[at] ? 'occurrence span' : 'occurrence code', `/occurrences/${at}`));
    seen.add(days);
    if (spans[at] ? !isBlank(from) && !isBlank(to) : !isBlank(on)) return;
    found.push({
      at: `/occurrences/${at}`,
      message: spans[at]
        ? `Occurrence span ${code} does not have both its days.`
        : isBlank(from)
          ? `Occurrence code ${code} does not have its day.`
          : `Occurrence code ${code} is of one day, and the claim gives it a span of days.`,
      why: 'Codes 70 to 99 and M0 to Z9 are spans, with a first and a last day; 01 to 69 and A0 to L9 are events of one day.',
      fix: spans[at] ? 'Enter the first and the last day.' : 'Enter the day as "on".',
    });
  });
}

function isSpan(code: string): boolean {
  return isCode(code) && ((code >= '70' && code <= '99') || (code >= 'M0' && code <= 'Z9'));
}

function tidy(code: string): string {
  return code.trim().toUpperCase();
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function withOccurrence(...occurrences: NonNullable<Claim['occurrences']>) {
  return stay('2026-03-04', ['I10'], { occurrences });
}

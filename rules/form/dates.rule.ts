import { addDays, type ClaimView, type Context, type Day, type Found, isDay, quote, readWrittenDay, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, institutionalForm, professionalForm } from '../support/cites.ts';
import { exampleLine, stay, visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/dates',
  title: 'Dates are real days, in an order that can have happened',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [
    electronicForm('dates of 2010BA, 2300 and 2400'),
    professionalForm('item 24A'),
    professionalForm('items 3, 14 and 18'),
    institutionalForm('form locator 6'),
    institutionalForm('form locators 10, 12 and 45'),
  ],

  on: 'claim',
  check(claim, context) {
    const found: Found[] = [];
    checkReadable(claim, found);
    checkOrder(claim, found);
    checkFuture(claim, context, found);
    checkLife(claim, found);
    checkBeforeService(claim, found);
    checkStay(claim, found);
    checkCodeSet(claim, context, found);
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'a day that does not exist', claim: visit('2026-02-30', ['I10']), finds: 1 },
    { name: 'month and day first', claim: visit('03/04/2026', ['I10']), finds: 1 },
    { name: 'a line without a date', claim: visit('', ['I10']), finds: 1 },
    { name: 'an unreadable birth date', claim: bornOn('1970'), finds: 1 },
    {
      name: 'ends before it begins',
      claim: visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { to: '2026-03-01' })] }),
      finds: 1,
    },
    { name: 'in the future', claim: visit('2027-03-04', ['I10']), finds: 1 },
    { name: 'before birth', claim: { ...bornOn('2026-03-05') }, finds: 1 },
    { name: 'after death', claim: diedOn('2026-03-03'), finds: 1 },
    { name: 'illness that began after the service', claim: visit('2026-03-04', ['I10'], { onset: '2026-03-10' }), finds: 1 },
    { name: 'accident after the service', claim: visit('2026-03-04', ['I10'], { accident: { on: '2026-03-10' } }), finds: 1 },
    {
      name: 'a line after discharge',
      claim: stay('2026-03-04', ['I10'], { lines: [{ revenue: '0120', from: '2026-03-05', units: 3, charge: '3600.00' }] }),
      finds: 1,
    },
    {
      name: 'discharge before admission',
      claim: stay('2026-03-04', ['I10'], { admission: '2026-03-06', lines: [], total: '0' }),
      finds: 1,
    },
    {
      name: 'a statement turned round',
      claim: stay('2026-03-04', ['I10'], { statement: { from: '2026-03-04', to: '2026-03-01' } }),
      finds: 1,
    },
    { name: 'ICD-10-CM before it began', claim: visit('2015-09-30', ['I10']), finds: 1 },
    { name: 'born and treated on one day', claim: bornOn('2026-03-04'), finds: 0 },
    { name: 'died on the day of service', claim: diedOn('2026-03-04'), finds: 0 },
    { name: 'a stay', claim: stay('2026-03-04', ['I10']), finds: 0 },
    {
      name: 'tests in the three days before admission, covered by the statement',
      claim: stay('2026-03-14', ['I10'], {
        admission: '2026-03-11',
        statement: { from: '2026-03-09', to: '2026-03-14' },
        lines: [
          { revenue: '0300', code: 'G0306', from: '2026-03-09', units: 1, charge: '600.00' },
          { revenue: '0120', from: '2026-03-11', to: '2026-03-14', units: 3, charge: '3000.00' },
        ],
      }),
      finds: 0,
    },
    {
      name: 'supplies that last beyond today',
      claim: visit('2026-11-20', ['Z79.4'], { lines: [exampleLine('2026-11-20', 1, { code: 'B4154', to: '2026-12-19' })] }),
      finds: 1,
    },
  ],
});

const UNREADABLE = 'A date that cannot be read stops every check that depends on it, and the claim is rejected.';

function checkReadable(claim: ClaimView, found: Found[]): void {
  const { accident, admission, discharge, occurrences, onset, patient, procedures, statement } = claim.claim;
  const named = (text: string | undefined, at: string, what: string): void => {
    if (text === undefined || text === '' || isDay(text)) return;
    const meant = readWrittenDay(text);
    const days = 'day' in meant ? [meant.day] : meant.may;
    const changes = days.map((each) => ({ when: `${each} is meant`, patch: [{ op: 'replace' as const, path: at, value: each }] }));
    found.push({
      at,
      message: days.length === 0 ? `${what} ${quote(text)} is not a date.` : `${what} ${quote(text)} is not written as YYYY-MM-DD.`,
      why: UNREADABLE,
      fix: days.length === 0 ? 'Write a day of the calendar as YYYY-MM-DD, such as 2026-03-04.' : `Write ${days.join(' or ')}.`,
      ...(days.length === 1 && changes[0] ? { patch: changes[0].patch } : days.length > 1 ? { suggestions: changes } : {}),
    });
  };
  if (claim.birth === undefined) named(patient?.birthDate, '/patient/birthDate', 'The birth date');
  named(patient?.deathDate, '/patient/deathDate', 'The date of death');
  named(onset, '/onset', 'The date of onset');
  named(accident?.on, '/accident/on', 'The date of the accident');
  named(admission, '/admission', 'The admission date');
  named(discharge, '/discharge', 'The discharge date');
  named(statement?.from, '/statement/from', 'The first day of the statement');
  named(statement?.to, '/statement/to', 'The last day of the statement');
  procedures?.forEach((procedure, at) => {
    named(procedure.on, `/procedures/${at}/on`, `The date of procedure ${at + 1}`);
    named(procedure.date, `/procedures/${at}/date`, `The date of procedure ${at + 1}`);
  });
  occurrences?.forEach((occurrence, at) => {
    for (const end of ['on', 'from', 'to'] as const)
      named(occurrence[end], `/occurrences/${at}/${end}`, `The date of occurrence ${at + 1}`);
  });
  for (const { from, line, n, path, to } of claim.lines) {
    if (from !== undefined && to !== undefined) continue;
    named(line.from, `${path}/from`, `The date of line ${n}`);
    named(line.to, `${path}/to`, `The last day of line ${n}`);
    if ((line.from === undefined || line.from === '') && claim.type !== 'institutional') found.push(undated(`${path}/from`, n));
  }
}

function undated(at: string, n: number): Found {
  return {
    at,
    message: `Line ${n} has no date of service.`,
    why: 'Codes, prices and coverage all depend on the date of service.',
    fix: 'Enter the day of the service as YYYY-MM-DD.',
  };
}

function checkOrder(claim: ClaimView, found: Found[]): void {
  const { occurrences, statement } = claim.claim;
  const ordered = (from: string | undefined, to: string | undefined, at: string, what: string): void => {
    if (!isDay(from) || !isDay(to) || from <= to) return;
    found.push({
      at,
      message: `${what} ends on ${to}, before it begins on ${from}.`,
      why: 'A span of days runs forward in time.',
      fix: 'Correct the day that is wrong.',
    });
  };
  for (const { from, n, path, to } of claim.lines) if (from !== to) ordered(from, to, `${path}/to`, `Line ${n}`);
  ordered(statement?.from, statement?.to, '/statement', 'The statement');
  occurrences?.forEach((occurrence, at) => ordered(occurrence.from, occurrence.to, `/occurrences/${at}/to`, `Occurrence ${at + 1}`));
}

/** Supplies, feeding and equipment may be delivered ahead for days to come. */
const DELIVERED_AHEAD = 'ABEK';

function checkFuture(claim: ClaimView, { received }: Context, found: Found[]): void {
  const { accident, admission, discharge, onset, patient, procedures } = claim.claim;
  const past = (text: string | undefined, at: string, what: string, severity: 'error' | 'warning' = 'error'): void => {
    if (!isDay(text) || text <= received) return;
    found.push({
      at,
      severity,
      message: `${what} is ${text}, after the day the claim was received, ${received}.`,
      why: 'A service can be billed once it has been given, not before.',
      fix: 'Correct the year, month or day; if it is right, send the claim after that day.',
    });
  };
  for (const { code, from, n, path, to } of claim.lines) {
    if (from !== undefined && from > received) past(from, `${path}/from`, `The date of line ${n}`);
    else if (to !== undefined && to > received) {
      const ahead = code !== '' && DELIVERED_AHEAD.includes(code.charAt(0));
      past(to, `${path}/to`, `The last day of line ${n}`, ahead ? 'warning' : 'error');
    }
  }
  past(patient?.birthDate, '/patient/birthDate', 'The birth date');
  past(patient?.deathDate, '/patient/deathDate', 'The date of death');
  past(onset, '/onset', 'The date of onset');
  past(accident?.on, '/accident/on', 'The date of the accident');
  past(admission, '/admission', 'The admission date');
  past(discharge, '/discharge', 'The discharge date');
  procedures?.forEach((procedure, at) => {
    past(procedure.on ?? procedure.date, `/procedures/${at}`, `The date of procedure ${at + 1}`);
  });
}

function checkLife(claim: ClaimView, found: Found[]): void {
  const { birth } = claim;
  const death = claim.claim.patient?.deathDate;
  if (birth !== undefined) {
    const early = claim.lines.some((line) => line.from !== undefined && line.from < birth);
    if (early) found.push(beforeBirth(claim, birth));
    else if (claim.on !== undefined && claim.on < birth)
      found.push({
        at: '/patient/birthDate',
        message: `The patient was born on ${birth}, after the claim's date ${claim.on}.`,
        why: 'Either the birth date or the date of the claim is wrong.',
        fix: COMPARE,
      });
  }
  if (!isDay(death)) return;
  if (birth !== undefined && death < birth)
    found.push({
      at: '/patient/deathDate',
      message: `The date of death ${death} is before the birth date ${birth}.`,
      why: 'One of the two dates is wrong.',
      fix: COMPARE,
    });
  const late = claim.lines.filter((line) => line.from !== undefined && line.from > death);
  const [first] = late;
  if (first)
    found.push({
      at: `${first.path}/from`,
      message: `${linesNamed(late)} after the patient died on ${death}.`,
      why: 'Services after death are not paid; one of the two dates is wrong, or the line belongs to another patient.',
      fix: COMPARE,
    });
}

const COMPARE = 'Compare both dates with the record and the insurance card.';

function beforeBirth(claim: ClaimView, birth: Day): Found {
  const early = claim.lines.filter((line) => line.from !== undefined && line.from < birth);
  return {
    at: `${early[0]?.path ?? '/lines'}/from`,
    message: `${linesNamed(early)} before the patient was born on ${birth}.`,
    why: 'Either the date of service or the birth date is wrong; the payer will not find the patient or will reject the line.',
    fix: COMPARE,
  };
}

function linesNamed(lines: readonly { readonly n: number }[]): string {
  const numbers = lines.slice(0, 10).map((line) => line.n);
  const more = lines.length > numbers.length ? ' and more' : '';
  return lines.length === 1 ? `Line ${numbers[0]} is dated` : `Lines ${numbers.join(', ')}${more} are dated`;
}

/** Onset and accident come before the service; before all of it in an error, before a part of it in a warning. */
function checkBeforeService(claim: ClaimView, found: Found[]): void {
  const { accident, onset } = claim.claim;
  if (!isDay(onset) && !isDay(accident?.on)) return;
  const dates = claim.lines.map((line) => line.from).filter((from) => from !== undefined);
  if (dates.length === 0 || claim.inpatient) return;
  const first = dates.reduce((one, other) => (other < one ? other : one));
  const last = dates.reduce((one, other) => (other > one ? other : one));
  const before = (text: string | undefined, at: string, what: string): void => {
    if (!isDay(text) || text <= first) return;
    found.push({
      at,
      severity: text > last ? 'error' : 'warning',
      status: text > last ? 'fail' : 'review',
      message: `${what} is ${text}, after the service on ${first}.`,
      why: 'What a service was for must have begun by the day it was given.',
      fix: 'Correct the date, or bill the earlier service without it.',
    });
  };
  before(onset, '/onset', 'The date of onset');
  before(accident?.on, '/accident/on', 'The date of the accident');
}

/** Days before admission whose outpatient services are billed with the stay (Medicare's three-day window). */
const WINDOW = 3;

function checkStay(claim: ClaimView, found: Found[]): void {
  const { admission, discharge, statement } = claim.claim;
  if (isDay(admission) && isDay(discharge) && discharge < admission)
    found.push({
      at: '/discharge',
      message: `The discharge on ${discharge} is before the admission on ${admission}.`,
      why: 'A patient leaves on or after the day of admission.',
      fix: 'Correct the day that is wrong.',
    });
  if (claim.type !== 'institutional') return;
  const from = isDay(statement?.from) ? statement.from : undefined;
  const to = isDay(statement?.to) ? statement.to : undefined;
  const left = isDay(discharge) ? discharge : undefined;
  const last = earlier(to, left);
  const turned = (from !== undefined && to !== undefined && from > to) || (isDay(admission) && left !== undefined && left < admission);
  if (turned) return;
  for (const line of claim.lines) {
    if (line.from === undefined) continue;
    if (from !== undefined ? line.from < from : isDay(admission) && line.from < admission) {
      const inWindow = from === undefined && isDay(admission) && line.from >= addDays(admission, -WINDOW);
      found.push({
        at: `${line.path}/from`,
        severity: inWindow ? 'warning' : 'error',
        status: inWindow ? 'review' : 'fail',
        message: `Line ${line.n} is dated ${line.from}, before the ${from === undefined ? `admission on ${admission}` : `statement begins on ${from}`}.`,
        why: 'Each line must lie inside the days the claim covers.',
        fix: 'Correct the date, or let the statement begin on the day of the first service.',
      });
    } else if (last !== undefined && line.to !== undefined && line.to > last) {
      found.push({
        at: `${line.path}/${line.line.to === undefined ? 'from' : 'to'}`,
        message: `Line ${line.n} runs to ${line.to}, after the ${last === left ? 'discharge' : 'end of the statement'} on ${last}.`,
        why: 'Each line must lie inside the days the claim covers.',
        fix: 'Correct the date, or bill the later service on a claim of its own.',
      });
    }
  }
}

function earlier(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

const ICD10_BEGINS = '2015-10-01';

/** Codes of ICD-10-CM that ICD-9-CM cannot have: a letter other than E and V in the first place. */
function checkCodeSet(claim: ClaimView, { data }: Context, found: Found[]): void {
  if (claim.on === undefined || claim.on >= ICD10_BEGINS) return;
  const table = data.icd10cmTable();
  const tooNew = claim.diagnoses.find(
    ({ code, diagnosis }) =>
      (diagnosis.codeSystem ?? 'icd10cm') === 'icd10cm' && /^[A-DF-UW-Z]/.test(code) && table !== undefined && table.row(code) >= 0,
  );
  if (!tooNew) return;
  found.push({
    at: tooNew.path,
    codes: [tooNew.code],
    message: `${tooNew.code} is an ICD-10-CM code, but the service on ${claim.on} was before ${ICD10_BEGINS}.`,
    why: 'Services before 1 October 2015 are coded in ICD-9-CM.',
    fix: 'Correct the date of service, or use the ICD-9-CM code.',
  });
}

function bornOn(birthDate: string) {
  return visit('2026-03-04', ['I10'], { patient: { birthDate, sex: 'female', memberId: 'EX-1' } });
}

function diedOn(deathDate: string) {
  return visit('2026-03-04', ['I10'], { patient: { birthDate: '1970-06-15', deathDate, sex: 'female', memberId: 'EX-1' } });
}

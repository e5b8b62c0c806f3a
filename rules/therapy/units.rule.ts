import { type ClaimView, type Day, day, type Found, type LineView, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { claimsManual } from '../support/manual-cites.ts';
import { sameProvider } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Minutes of a unit, and from which minute on a part of one counts. */
const UNIT = 15;
const COUNTS = 8;

export default rule({
  id: 'therapy/units',
  title: 'Units of timed therapy against the minutes of the day',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: day('2000-01-01'),
  withCodes: true,
  needs: [],
  cites: [
    claimsManual(
      '5',
      '20.2 Reporting of service units with HCPCS',
      'paragraph C in reprints; its intervals also in the page of a contractor as of 9 April 2024',
    ),
  ],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    let days: Set<Day> | undefined;
    for (const line of claim.lines) {
      if (line.line.minutes === undefined || line.from === undefined || days?.has(line.from) || !isTimed(line.code)) continue;
      (days ??= new Set()).add(line.from);
      const tooMany = judgeDay(line, claim);
      if (tooMany) (found ??= []).push(tooMany);
    }
    return found;
  },

  examples: [
    { name: '22 minutes', claim: medicareLines(timed(22, 1)), finds: 0 },
    { name: '23 minutes', claim: medicareLines(timed(23, 2)), finds: 0 },
    { name: '22 minutes as two units', claim: medicareLines(timed(22, 2)), finds: 1, codes: ['97110'] },
    { name: '7 minutes', claim: medicareLines(timed(7, 1)), finds: 1 },
    {
      name: 'two services of 20 minutes: 40 minutes are three units',
      claim: medicareLines(timed(20, 2), { ...timed(20, 1), code: '97140' }),
      finds: 0,
    },
    { name: 'as four', claim: medicareLines(timed(20, 2), { ...timed(20, 2), code: '97140' }), finds: 1 },
    { name: 'fewer units than the time would bear are not asked about', claim: medicareLines(timed(60, 2)), finds: 0 },
    {
      name: 'a line of the day without minutes: nothing can be said',
      claim: medicareLines(timed(20, 2), { code: '97140', units: 2 }),
      finds: 0,
    },
    { name: 'a service that is not timed', claim: medicareLines({ code: '97150', minutes: 20, units: 2 }), finds: 0 },
  ],
});

/** Therapy counted in units of 15 minutes; groups, evaluations and unlisted services are not. */
function isTimed(code: string): boolean {
  if (code.length !== 5 || !code.startsWith('97')) return false;
  return (
    (code >= '97032' && code <= '97036') ||
    (code >= '97110' && code <= '97140' && code !== '97129' && code !== '97130' && code !== '97139') ||
    (code >= '97530' && code <= '97542') ||
    code === '97750' ||
    code === '97755' ||
    (code >= '97760' && code <= '97763')
  );
}

function judgeDay(first: LineView, claim: ClaimView): Found | undefined {
  let minutes = 0;
  let units = 0;
  const codes = new Set<string>();
  for (const line of claim.lines) {
    if (line.from !== first.from || !isTimed(line.code) || sameProvider(line, first, claim) === 'no') continue;
    if (line.line.minutes === undefined) return undefined;
    minutes += line.line.minutes;
    units += line.line.units ?? 0;
    codes.add(line.code);
  }
  const most = Math.floor(minutes / UNIT) + (minutes % UNIT >= COUNTS ? 1 : 0);
  if (!(minutes >= 0) || units <= most) return undefined;
  return {
    at: `${first.path}/units`,
    codes: [...codes],
    ...weight(claim, 'error'),
    message: `The timed therapy of ${first.from ?? ''} is ${minutes} minutes and is billed as ${units} units; they are ${most}.`,
    why: `All minutes of timed therapy of a day are added: 8 to 22 are one unit, 23 to 37 two, and each 15 one more.${whose(claim)}`,
    fix: 'Correct the units, the service with the most minutes first; or the minutes, if the record has more.',
  };
}

function timed(minutes: number, units: number) {
  return { code: '97110', modifiers: ['GP'], minutes, units };
}

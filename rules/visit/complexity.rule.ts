import { type ClaimView, day, type Found, type LineView, rule } from '@cleanclaim/core';
import { isHomeVisit, isOfficeVisit, isVaccination } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { pageRead } from '../support/manual-cites.ts';
import { isPreventiveService } from '../support/preventive.ts';
import { lineDay, sameProvider, sharedDay } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

const COMPLEXITY = 'G2211';
/** From here on a vaccine or preventive service of the day may stand beside it. */
const PREVENTIVE_TOO = day('2025-01-01');
/** From here on visits in a home or residence count as visits in an office do. */
const HOME_TOO = day('2026-01-01');

export default rule({
  id: 'visit/complexity',
  title: 'G2211 goes with an office or home visit, and not beside a visit with modifier 25',
  severity: 'error',
  stage: 'draft',
  types: ['professional'],
  from: day('2024-01-01'),
  needs: [],
  yieldsTo: ['ncci/add-on'],
  cites: [
    pageRead(
      'For The Record, spring 2024: new code alert, G2211',
      'https://fortherecordmag.com/archives/Spring24p14.shtml',
      'an article on the rule of 2024',
    ),
    pageRead(
      'EdgeMED: G2211 with certain Part B preventive services',
      'https://edgemed.com/blog/physicians-can-now-report-em-complexity-add-on-code-g2211-with-certain-medicare-part-b-preventive-services',
      'quotes transmittal 13015 on 2025',
    ),
    pageRead(
      'American Academy of Home Care Medicine: G2211 for home-based primary care',
      'https://aahcm.memberclicks.net/index.php?option=com_content&view=article&id=378:g2211-for-home-based-primary-care--hbpc-&catid=23:latest-news&Itemid=135',
      'on 2026',
    ),
  ],

  on: 'line',
  codesBegin: 'G',
  check(line, { claim }) {
    if (line.code !== COMPLEXITY) return undefined;
    const on = lineDay(line, claim);
    const homeToo = on !== undefined && on >= HOME_TOO;
    const visits = claim.lines.filter(
      (other) =>
        (isOfficeVisit(other.code) || (homeToo && isHomeVisit(other.code))) &&
        sharedDay(other, line) !== undefined &&
        sameProvider(other, line, claim) !== 'no',
    );
    if (visits.length === 0) return alone(line, homeToo, claim);
    // The visit it belongs to carries 25 only where no other visit of the day does without.
    const marked = visits.find(({ modifiers }) => modifiers.includes('25'));
    if (!marked || visits.some(({ modifiers }) => !modifiers.includes('25'))) return undefined;
    const later = on !== undefined && on >= PREVENTIVE_TOO;
    return later && claim.lines.some((other) => isAllowed(other.code)) ? undefined : beside25(line, marked, later, claim);
  },

  examples: [
    { name: 'with a visit', claim: medicareLines({ code: '99214' }, { code: 'G2211' }), finds: 0 },
    { name: 'with a visit at home since 2026', claim: medicareLines({ code: '99349', pos: '12' }, { code: 'G2211', pos: '12' }), finds: 0 },
    {
      name: 'with a visit at home in 2025',
      claim: medicareLines({ code: '99349', pos: '12', from: '2025-05-06' }, { code: 'G2211', pos: '12', from: '2025-05-06' }),
      finds: 1,
    },
    { name: 'alone', claim: medicareLines({ code: 'G2211' }), finds: 1, codes: ['G2211'] },
    {
      name: 'beside a visit with 25',
      claim: medicareLines({ code: '99214', modifiers: ['25'] }, { code: 'G2211' }, { code: 'G0108' }),
      finds: 1,
    },
    {
      name: 'beside a wellness visit since 2025',
      claim: medicareLines({ code: '99214', modifiers: ['25'] }, { code: 'G2211' }, { code: 'G0439' }),
      finds: 0,
    },
    {
      name: 'beside a vaccine since 2025',
      claim: medicareLines({ code: '99214', modifiers: ['25'] }, { code: 'G2211' }, { code: 'G0008' }),
      finds: 0,
    },
    {
      name: 'beside a wellness visit in 2024',
      claim: medicareLines(
        { code: '99214', modifiers: ['25'], from: '2024-05-06' },
        { code: 'G2211', from: '2024-05-06' },
        { code: 'G0439', from: '2024-05-06' },
      ),
      finds: 1,
    },
    { name: 'with the visit of another day', claim: medicareLines({ code: '99214', from: '2026-03-05' }, { code: 'G2211' }), finds: 1 },
  ],
});

function isAllowed(code: string): boolean {
  return isVaccination(code) || isPreventiveService(code);
}

function alone({ code, n, path }: LineView, homeToo: boolean, claim: ClaimView): Found {
  const visit = homeToo ? 'an office or home visit' : 'an office visit';
  return {
    at: `${path}/code`,
    codes: [code],
    ...weight(claim, 'error'),
    message: `${code} on line ${n} stands without ${visit} of the same day.`,
    why: `${code} adds to ${visit} by the same practitioner and is paid with it only (CARC 107).${whose(claim)}`,
    fix: `Add the visit, or take line ${n} off.`,
  };
}

function beside25({ code, n, path }: LineView, visit: LineView, later: boolean, claim: ClaimView): Found {
  return {
    at: `${path}/code`,
    codes: [code, visit.code],
    // Which services count as preventive is a list that was not read whole.
    ...weight(claim, later ? 'warning' : 'error', later),
    message: `${code} on line ${n} stands beside the visit ${visit.code} on line ${visit.n}, which carries modifier 25.`,
    why: `Medicare does not pay ${code} with a visit that modifier 25 sets apart from another service of the day${later ? ', except where that is a vaccine or a preventive service of Part B' : ''} (CARC 97).${whose(claim)}`,
    fix: `Take line ${n} off, or take 25 off the visit where it is not needed.`,
  };
}

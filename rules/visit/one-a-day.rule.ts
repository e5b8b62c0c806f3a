import { type ClaimView, day, type Found, type LineView, rule } from '@cleanclaim/core';
import { isOfficeVisit } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { pageRead } from '../support/manual-cites.ts';
import { sameModifiers } from '../support/same-service.ts';
import { lineDay, sameProvider } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'visit/one-a-day',
  title: 'Two office visits of one day with one provider',
  severity: 'warning',
  stage: 'stable',
  types: ['professional'],
  from: day('2006-01-01'),
  needs: [],
  cites: [
    pageRead(
      'Medicare Claims Processing Manual, chapter 12: 30.6.7 B office or outpatient visits on the same day for unrelated problems',
      'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c12.pdf',
      'in the words of an article of a contractor on its change of 2005',
    ),
    pageRead(
      'Palmetto GBA: evaluation and management coding reminder, combined billing',
      'https://www.palmettogba.com/Palmetto/Providers.nsf/docsr/JJ%20Part%20B~EM%20Help%20Center~General%20Articles~Evaluation%20and%20Management%20Coding%20Reminder?open&Expand=1',
      'the article of the contractor',
    ),
  ],

  on: 'claim',
  withCodes: true,
  check(claim) {
    let visits: LineView[] | undefined;
    for (const line of claim.lines) if (isOfficeVisit(line.code)) (visits ??= []).push(line);
    if (!visits || visits.length < 2) return undefined;
    const found: Found[] = [];
    visits.forEach((second, at) => {
      // The very same line twice has a rule of its own. Each visit is told once, beside the first it meets.
      const first = visits.slice(0, at).find((each) => isSameDay(each, second, claim) && !isSameLine(each, second));
      const provider = first && sameProvider(first, second, claim);
      if (first && provider !== 'no') found.push(twice(first, second, claim, provider === 'unknown'));
    });
    return found;
  },

  examples: [
    { name: 'two visits of one day', claim: medicareLines({ code: '99213' }, { code: '99214' }), finds: 1, codes: ['99213', '99214'] },
    { name: 'the second with modifier 25', claim: medicareLines({ code: '99213' }, { code: '99213', modifiers: ['25'] }), finds: 1 },
    { name: 'of two days', claim: medicareLines({ code: '99213' }, { code: '99214', from: '2026-03-05' }), finds: 0 },
    {
      name: 'with two specialties',
      claim: medicareLines(
        { code: '99213', rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
        { code: '99214', rendering: { npi: '1987654328', taxonomy: '208600000X' } },
      ),
      finds: 0,
    },
    { name: 'a visit and a preventive visit', claim: medicareLines({ code: '99213', modifiers: ['25'] }, { code: 'G0439' }), finds: 0 },
    { name: 'the same line twice', claim: medicareLines({ code: '99213' }, { code: '99213' }), finds: 0 },
  ],
});

function isSameDay(first: LineView, second: LineView, claim: ClaimView): boolean {
  const on = lineDay(first, claim);
  return on !== undefined && on === lineDay(second, claim);
}

function isSameLine(first: LineView, second: LineView): boolean {
  return first.code === second.code && sameModifiers(first.modifiers, second.modifiers);
}

function twice(first: LineView, second: LineView, claim: ClaimView, doubt: boolean): Found {
  const specialty = doubt ? ' It holds if the two practitioners have one specialty, which the claim does not say.' : '';
  return {
    at: `${second.path}/code`,
    codes: [first.code, second.code],
    ...weight(claim, 'warning', true),
    message: `${first.code} on line ${first.n} and ${second.code} on line ${second.n} are two office visits of one day.`,
    why: `Medicare pays one a day to a practitioner, or to those of one group and specialty, unless the visits were for unrelated problems that one encounter could not cover.${specialty}${whose(claim)}`,
    fix: 'Bill one visit at the level of both together; keep two only if the record shows unrelated problems at different times.',
  };
}

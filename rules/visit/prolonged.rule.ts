import { type ClaimView, day, type Found, type LineView, rule } from '@cleanclaim/core';
import { medicareLines } from '../support/fee-example.ts';
import { pageRead } from '../support/manual-cites.ts';
import { mayBeMedicare } from '../support/medicare.ts';
import { sameProvider, sharedDay } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

const BY_CPT = '99417';
const BY_MEDICARE = 'G2212';
/** The highest levels: office, consultation and home visits, and cognitive assessment. */
const HIGHEST: ReadonlySet<string> = new Set(['99205', '99215', '99245', '99345', '99350', '99483']);

export default rule({
  id: 'visit/prolonged',
  title: 'Prolonged visits (99417, G2212) go with the highest level, each with its payer',
  severity: 'error',
  stage: 'draft',
  types: ['professional'],
  from: day('2021-01-01'),
  needs: [],
  yieldsTo: ['ncci/add-on', 'mpfs/status'],
  cites: [
    pageRead(
      'How to properly report prolonged services using 99417 or G2212',
      'https://www.findacode.com/articles/how-to-properly-report-prolonged-services-using-99417-or-g2212-36784.html',
      'the article of 2021',
    ),
    pageRead(
      'Why CMS created G2212 for prolonged services instead of 99417',
      'https://chirocode.com/article.html?id=prolonged-services-99417-versus-g2212-36743',
      'quotes the final rule of 2021',
    ),
  ],

  on: 'line',
  codesBegin: '9G',
  check(line, { claim }) {
    if (line.code !== BY_CPT && line.code !== BY_MEDICARE) return undefined;
    if (line.code === BY_CPT && claim.payer === 'medicare') return otherCode(line);
    const visit = claim.lines.some(
      (other) => HIGHEST.has(other.code) && sharedDay(other, line) !== undefined && sameProvider(other, line, claim) !== 'no',
    );
    return visit ? undefined : withoutVisit(line, claim);
  },

  examples: [
    { name: 'after a visit of the highest level', claim: medicareLines({ code: '99215' }, { code: 'G2212' }), finds: 0 },
    { name: 'after a lower one', claim: medicareLines({ code: '99214' }, { code: 'G2212' }), finds: 1, codes: ['G2212'] },
    { name: "CPT's code to Medicare", claim: medicareLines({ code: '99215' }, { code: '99417' }), finds: 1 },
    {
      name: "CPT's code to another payer",
      claim: { ...medicareLines({ code: '99205' }, { code: '99417' }), payer: { id: 'EX001', kind: 'commercial' } },
      finds: 0,
    },
    { name: 'a long visit alone', claim: medicareLines({ code: '99215' }), finds: 0 },
  ],
});

function otherCode({ code, n, path }: LineView): Found {
  return {
    at: `${path}/code`,
    codes: [code],
    message: `Medicare does not take ${code}, which line ${n} bills.`,
    why: `Medicare counts prolonged time differently and has a code of its own for it, ${BY_MEDICARE}.`,
    fix: `Bill ${BY_MEDICARE} where the whole extra 15 minutes come after the longest time of the visit; else take the line off.`,
  };
}

function withoutVisit({ code, n, path }: LineView, claim: ClaimView): Found {
  return {
    at: `${path}/code`,
    codes: [code],
    ...weight(claim, 'error', !mayBeMedicare(claim)),
    message: `The prolonged time ${code} on line ${n} stands without a visit of the highest level of the same day.`,
    why: `Prolonged time adds to a visit of the highest level, chosen by its time, such as 99205 or 99215 (CARC 107).${whose(claim)}`,
    fix: `Correct the level of the visit if its time bears that out, or take line ${n} off.`,
  };
}

import { day, rule } from '@cleanclaim/core';
import { isDrugAdministration } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { pageRead } from '../support/manual-cites.ts';
import { sameProvider, sharedDay } from '../support/service-line.ts';
import { weight, whose } from '../support/whose-edit.ts';

const LOWEST = '99211';

export default rule({
  id: 'visit/nurse',
  title: 'The lowest visit (99211) is not paid beside an injection or infusion',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: day('2005-01-01'),
  needs: [],
  yieldsTo: ['ncci/ptp-pair'],
  cites: [
    pageRead(
      'CMS transmittal: payment for office or other outpatient visits (codes 99201 to 99215)',
      'https://www.hhs.gov/guidance/document/payment-office-or-other-outpatient-evaluation-and-management-em-visits-codes-99201-99215',
      'the summary of 28 October 2005',
    ),
  ],

  on: 'line',
  codesBegin: '9',
  check(line, { claim }) {
    if (line.code !== LOWEST) return undefined;
    const given = claim.lines.find(
      (other) => isDrugAdministration(other.code) && sharedDay(other, line) !== undefined && sameProvider(other, line, claim) !== 'no',
    );
    if (!given) return undefined;
    return {
      at: `${line.path}/code`,
      codes: [line.code, given.code],
      ...weight(claim, 'error'),
      message: `${line.code} on line ${line.n} is not paid beside ${given.code} on line ${given.n}, with or without modifier 25.`,
      why: `The work of the lowest visit is part of giving a drug; only a visit of a higher level, with modifier 25, is paid beside it (CARC 97).${whose(claim)}`,
      fix: `Take line ${line.n} off, or bill the level that the record bears out with modifier 25.`,
    };
  },

  examples: [
    { name: 'beside an injection', claim: medicareLines({ code: '99211' }, { code: '96372' }), finds: 1, codes: ['99211', '96372'] },
    { name: 'with 25', claim: medicareLines({ code: '99211', modifiers: ['25'] }, { code: '96372' }), finds: 1 },
    { name: 'a higher visit with 25', claim: medicareLines({ code: '99213', modifiers: ['25'] }, { code: '96372' }), finds: 0 },
    { name: 'on another day', claim: medicareLines({ code: '99211', from: '2026-03-05' }, { code: '96372' }), finds: 0 },
    { name: 'alone', claim: medicareLines({ code: '99211' }), finds: 0 },
  ],
});

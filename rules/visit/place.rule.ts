import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { medicareLines } from '../support/fee-example.ts';
import { practitionerManual } from '../support/table-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

/** Visits by where they are made, with places of service that surely are not it. Places in doubt are left out. */
const VISITS: readonly (readonly [first: string, last: string, where: string, not: ReadonlySet<string>])[] = [
  ['99202', '99215', 'an office or outpatient department', new Set(['12', '13', '81'])],
  [
    '99221',
    '99239',
    'a hospital, as inpatient or under observation',
    new Set(['11', '12', '13', '20', '24', '31', '32', '33', '49', '50', '71', '72', '81']),
  ],
  ['99281', '99285', 'an emergency department', new Set(['11', '12', '13', '20', '24', '31', '32', '33', '50', '71', '72', '81'])],
  ['99304', '99316', 'a nursing facility', new Set(['11', '12', '20', '21', '22', '23', '24', '81'])],
  ['99341', '99350', 'a home or residence', new Set(['11', '20', '21', '22', '23', '24', '31', '32', '81'])],
];

export default rule({
  id: 'visit/place',
  title: 'A visit of one kind of place in another',
  severity: 'warning',
  stage: 'draft',
  types: ['professional'],
  from: ALWAYS,
  needs: [],
  cites: [practitionerManual('30.6 Evaluation and management service codes')],

  on: 'line',
  codesBegin: '9',
  check(line, { claim }) {
    const pos = line.line.pos ?? '';
    const kind = VISITS.find(([first, last]) => line.code >= first && line.code <= last);
    if (!kind?.[3].has(pos)) return undefined;
    return {
      at: `${line.path}/pos`,
      codes: [line.code],
      ...weight(claim, 'warning', true),
      message: `${line.code} on line ${line.n} is a visit in ${kind[2]}, and the place of service is ${pos}.`,
      why: `Code and place must tell the same story; payers deny the line where they do not (CARC 5).${whose(claim)}`,
      fix: 'Correct the place of service, or use the code of a visit made there.',
    };
  },

  examples: [
    { name: 'a hospital visit in an office', claim: medicareLines({ code: '99223', pos: '11' }), finds: 1, codes: ['99223'] },
    { name: 'in a hospital', claim: medicareLines({ code: '99223', pos: '21' }), finds: 0 },
    { name: 'under observation', claim: medicareLines({ code: '99223', pos: '22' }), finds: 0 },
    { name: 'an emergency visit in urgent care', claim: medicareLines({ code: '99283', pos: '20' }), finds: 1 },
    { name: 'a nursing visit in a skilled nursing facility', claim: medicareLines({ code: '99308', pos: '31' }), finds: 0 },
    { name: 'a home visit in an office', claim: medicareLines({ code: '99348', pos: '11' }), finds: 1 },
    { name: 'a home visit in assisted living', claim: medicareLines({ code: '99348', pos: '13' }), finds: 0 },
    { name: 'an office visit in an emergency room, by another specialist', claim: medicareLines({ code: '99213', pos: '23' }), finds: 0 },
    { name: 'by telehealth', claim: medicareLines({ code: '99308', pos: '02' }), finds: 0 },
  ],
});

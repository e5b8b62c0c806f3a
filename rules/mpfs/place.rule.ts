import { rule } from '@cleanclaim/core';
import { FACILITY, TELEHEALTH } from '../support/facility.ts';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeTable } from '../support/fee-row.ts';
import { relativeValueFile } from '../support/table-cites.ts';
import { whose } from '../support/whose-edit.ts';

export default rule({
  id: 'mpfs/place',
  title: 'A service that is rarely or never done in the place of service',
  severity: 'warning',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  cites: [relativeValueFile('facility and non-facility NA indicators')],

  on: 'line',
  check(line, context) {
    const pos = line.line.pos ?? '';
    if (pos === '' || TELEHEALTH.has(pos)) return undefined;
    const table = feeTable(line, context);
    if (!table) return undefined;
    const whole = table.find(line.code);
    if (!whole) return undefined;
    const part = line.modifiers.includes('26') ? '26' : line.modifiers.includes('TC') ? 'TC' : '';
    const row = part === '' ? whole : (table.find(line.code, part) ?? whole);
    const facility = FACILITY.has(pos);
    // Where only the technical part is not paid in a facility, mpfs/professional-technical says so.
    const technical = facility && part !== '26' && '134'.includes(whole.pctc);
    if (technical || !(facility ? row.facilityNa : row.nonFacilityNa)) return undefined;
    return {
      at: `${line.path}/pos`,
      codes: [line.code],
      status: 'review',
      message: `${line.code} on line ${line.n} is rarely or never done ${facility ? 'in a facility' : 'outside a facility'}; the place of service is ${pos}.`,
      why: `The fee schedule has no practice expense of its own for the place, which most often means that the place of service or the code is wrong.${whose(context.claim)}`,
      fix: 'Check the place of service and the code.',
    };
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0108'),
      feeExample('G0109', { nonFacilityNa: 'NA' }),
      feeExample('G0110', { facilityNa: 'NA' }),
      feeExample('G0111', { facilityNa: 'NA', pctc: '1' }),
    ],
  },
  examples: [
    { name: 'a service of any place', claim: medicareLines({}), finds: 0 },
    { name: 'an operation in an office', claim: medicareLines({ code: 'G0109' }), finds: 1, codes: ['G0109'] },
    { name: 'the same in a hospital', claim: medicareLines({ code: 'G0109', pos: '22' }), finds: 0 },
    { name: 'a service of offices in a hospital', claim: medicareLines({ code: 'G0110', pos: '21' }), finds: 1 },
    { name: 'by telehealth', claim: medicareLines({ code: 'G0110', pos: '02' }), finds: 0 },
    { name: 'a test whose technical part is not paid there', claim: medicareLines({ code: 'G0111', pos: '22' }), finds: 0 },
  ],
});

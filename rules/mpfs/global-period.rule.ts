import { type Bypassed, type Found, type NotChecked, rule } from '@cleanclaim/core';
import { feeExample, medicareLines } from '../support/fee-example.ts';
import { FEE_SCHEDULE_BEGINS, feeRow } from '../support/fee-row.ts';
import { addWithin, CONTRACTOR_DECIDES, DAYS_AFTER, GLOBAL_CITES, NOT_THE_SURGEON, type Operation } from '../support/global-window.ts';
import { hasAny } from '../support/modifiers.ts';

export default rule({
  id: 'mpfs/global-period',
  title: 'A visit or operation within the global period of an operation on the claim',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: FEE_SCHEDULE_BEGINS,
  needs: ['mpfs-rvu'],
  // A pair denies the visit all the same, and its fix opens both.
  yieldsTo: ['ncci/ptp-pair'],
  cites: GLOBAL_CITES,

  on: 'claim',
  check(claim, context) {
    if (claim.lines.length < 2) return undefined;
    let operations: Operation[] | undefined;
    let outcomes: (Found | Bypassed | NotChecked)[] | undefined;
    for (const operation of claim.lines) {
      if (operation.from === undefined || hasAny(operation, NOT_THE_SURGEON)) continue;
      const global = feeRow(operation, context)?.global ?? '';
      if (global === 'YYY') (outcomes ??= []).push(CONTRACTOR_DECIDES);
      const after = DAYS_AFTER[global];
      if (after !== undefined) (operations ??= []).push({ service: { line: operation, claim }, global, after });
    }
    if (!operations) return outcomes;
    outcomes ??= [];
    for (const other of claim.lines) addWithin(operations, { line: other, claim }, outcomes, context);
    return outcomes;
  },

  exampleTables: {
    'mpfs-rvu': [
      feeExample('G0104', { global: '000' }),
      feeExample('G0105', { global: '010' }),
      feeExample('G0106', { global: '090' }),
      feeExample('G0107', { global: 'YYY' }),
      feeExample('G0402'),
      feeExample('G0108'),
    ],
  },
  examples: [
    {
      name: 'a visit on the day of a minor procedure',
      claim: medicareLines({ code: 'G0402' }, { code: 'G0104' }),
      finds: 1,
      codes: ['G0402', 'G0104'],
    },
    { name: 'a separate visit', claim: medicareLines({ code: 'G0402', modifiers: ['25'] }, { code: 'G0104' }), finds: 0 },
    {
      name: 'the visit that decided on major surgery',
      claim: medicareLines({ code: 'G0402', modifiers: ['57'] }, { code: 'G0106' }),
      finds: 0,
    },
    { name: '25 where 57 belongs', claim: medicareLines({ code: 'G0402', modifiers: ['25'] }, { code: 'G0106' }), finds: 1 },
    { name: '57 where 25 belongs', claim: medicareLines({ code: 'G0402', modifiers: ['57'] }, { code: 'G0105' }), finds: 1 },
    { name: 'the day before major surgery', claim: medicareLines({ code: 'G0402', from: '2026-03-03' }, { code: 'G0106' }), finds: 1 },
    { name: 'the day before minor surgery', claim: medicareLines({ code: 'G0402', from: '2026-03-03' }, { code: 'G0105' }), finds: 0 },
    { name: 'the tenth day after', claim: medicareLines({ code: 'G0402', from: '2026-03-14' }, { code: 'G0105' }), finds: 1 },
    { name: 'the eleventh', claim: medicareLines({ code: 'G0402', from: '2026-03-15' }, { code: 'G0105' }), finds: 0 },
    {
      name: 'an unrelated visit',
      claim: medicareLines({ code: 'G0402', from: '2026-03-14', modifiers: ['24'] }, { code: 'G0105' }),
      finds: 0,
    },
    {
      name: 'the ninetieth day after major surgery',
      claim: medicareLines({ code: 'G0402', from: '2026-06-02' }, { code: 'G0106' }),
      finds: 1,
    },
    { name: 'the ninety-first', claim: medicareLines({ code: 'G0402', from: '2026-06-03' }, { code: 'G0106' }), finds: 0 },
    { name: 'another operation in the period', claim: medicareLines({ code: 'G0106' }, { code: 'G0104', from: '2026-03-20' }), finds: 1 },
    {
      name: 'an unplanned return',
      claim: medicareLines({ code: 'G0106' }, { code: 'G0104', from: '2026-03-20', modifiers: ['78'] }),
      finds: 0,
    },
    { name: 'two operations of one day', claim: medicareLines({ code: 'G0106' }, { code: 'G0104' }), finds: 0 },
    {
      name: 'the operation alone, with care after it by another',
      claim: medicareLines({ code: 'G0106', modifiers: ['54'] }, { code: 'G0402', from: '2026-03-20' }),
      finds: 0,
    },
    { name: 'a service that is no visit', claim: medicareLines({ code: 'G0108' }, { code: 'G0104' }), finds: 0 },
    {
      name: 'a visit to another specialty',
      claim: medicareLines(
        { code: 'G0402', rendering: { npi: '1558598797', taxonomy: '207Q00000X' } },
        { code: 'G0106', rendering: { npi: '1987654328', taxonomy: '208600000X' } },
      ),
      finds: 0,
    },
  ],
});

import { day, rule, ZERO_MONEY } from '@cleanclaim/core';
import { stay } from '../support/example-claim.ts';
import { isHospitalOutpatient, outpatientEditor } from '../support/outpatient.ts';

/** Departments whose outpatient services have procedure codes: laboratory, imaging, therapy, emergency, clinic, drugs by code, observation. */
const WITH_CODES =
  /^0(?:30[0-79]|31[0-249]|32[0-49]|33[0-359]|34[0-4]|35[0-29]|40[0-49]|42[0-4]|43[0-4]|44[0-4]|45[0-269]|48[0-39]|51[0-79]|61[0-24-68]|636|73[0-29]|74[09]|762|92[0-59])$/;
const OBSERVATION = '0762';

export default rule({
  id: 'ioce/revenue-needs-code',
  title: 'A hospital department whose lines carry a procedure code',
  severity: 'warning',
  stage: 'draft',
  payers: ['medicare'],
  types: ['institutional'],
  outpatient: true,
  from: day('2000-08-01'),
  needs: [],
  cites: [outpatientEditor('edit 48, revenue center requires HCPCS'), outpatientEditor('edit 44, observation revenue code without HCPCS')],

  on: 'line',
  check(line, { claim }) {
    if (line.code !== '' || !isHospitalOutpatient(claim)) return undefined;
    const revenue = line.line.revenue ?? '';
    if (!WITH_CODES.test(revenue) || line.charge === undefined || line.charge === ZERO_MONEY) return undefined;
    return {
      at: `${line.path}/code`,
      message: `Line ${line.n} bills revenue code ${revenue} without a procedure code.`,
      why: `The outpatient editor returns a claim whose department needs the code of what was done (edit ${revenue === OBSERVATION ? 44 : 48}).`,
      fix:
        revenue === OBSERVATION
          ? 'Enter the code of observation by the hour, and the hours as units.'
          : 'Enter the HCPCS code of the service.',
    };
  },

  examples: [
    { name: 'laboratory without a code', claim: bill({ revenue: '0301' }), finds: 1 },
    { name: 'laboratory with one', claim: bill({ revenue: '0301', code: 'P9612' }), finds: 0 },
    { name: 'observation without a code', claim: bill({ revenue: '0762' }), finds: 1 },
    { name: 'pharmacy in general', claim: bill({ revenue: '0250' }), finds: 0 },
    { name: 'recovery room', claim: bill({ revenue: '0710' }), finds: 0 },
    { name: 'a stay', claim: { ...bill({ revenue: '0301' }), billType: '0111' }, finds: 0 },
  ],
});

function bill(line: { revenue: string; code?: string }) {
  return stay('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    billType: '0131',
    lines: [{ ...line, from: '2026-03-04', units: 1, charge: '60.00' }],
    total: '60.00',
  });
}

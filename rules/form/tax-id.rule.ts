import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/tax-id',
  title: 'The tax number of the billing provider has nine digits',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [professionalForm('item 25'), electronicForm('2010AA REF*EI and REF*SY')],

  on: 'claim',
  check({ claim }) {
    const { billing } = claim;
    if (!billing) return undefined;
    const { taxId } = billing;
    const at = '/billing/taxId';
    if (taxId === undefined || taxId.trim() === '')
      return {
        at,
        message: 'The billing provider has no tax number.',
        why: 'The payer reports what it pays under the tax number (box 25); a claim without one is rejected.',
        fix: 'Enter the employer identification number, or the social security number, of the billing provider.',
      };
    if (isNineDigits(taxId)) return undefined;
    const digits = taxId.replace(/[\s-]/g, '');
    if (isNineDigits(digits))
      return {
        at,
        severity: 'warning',
        message: 'The tax number of the billing provider is written with spaces or dashes.',
        why: 'Claims carry the nine digits alone.',
        fix: `Write ${digits}.`,
        patch: [{ op: 'replace', path: at, value: digits }],
      };
    return {
      at,
      // Not repeated here: it may be a social security number.
      message: 'The tax number of the billing provider does not have nine digits.',
      why: 'No employer or social security number can look like that.',
      fix: 'Copy the number again from the registration with the payer.',
    };
  },

  examples: [
    { name: 'eight digits', claim: withTaxId('12345678'), finds: 1 },
    { name: 'a letter', claim: withTaxId('12345678O'), finds: 1 },
    { name: 'a dash', claim: withTaxId('12-3456789'), finds: 1 },
    { name: 'none', claim: visit('2026-03-04', ['I10'], { billing: { npi: '1234567893' } }), finds: 1 },
    { name: 'nine digits', claim: withTaxId('123456789'), finds: 0 },
  ],
});

function isNineDigits(text: string): boolean {
  if (text.length !== 9) return false;
  for (let at = 0; at < 9; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

function withTaxId(taxId: string) {
  return visit('2026-03-04', ['I10'], { billing: { npi: '1234567893', taxId } });
}

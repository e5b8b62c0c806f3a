import { type Found, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { eachProvider } from '../support/providers.ts';

export default rule({
  id: 'form/npi',
  title: 'National provider identifiers are well formed',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [
    {
      title: 'CMS: requirements for National Provider Identifier (NPI) and NPI check digit',
      section: 'check digit by the Luhn formula with the prefix 80840, first digit 1 or 2',
      url: 'https://www.cms.gov/regulations-and-guidance/administrative-simplification/nationalprovidentstand',
      checked: '2026-11-24',
      read: 'text',
      note: 'the check digit as quoted, the first digit in a summary',
    },
    professionalForm('items 17b, 24J, 32a and 33a'),
  ],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    if (claim.claim.billing && !claim.claim.billing.npi?.trim())
      found = [
        {
          at: '/billing/npi',
          message: 'The billing provider has no NPI.',
          why: 'The payer finds the billing provider by its NPI (box 33a); a claim without one is rejected.',
          fix: 'Enter the NPI of the group or practitioner that is to be paid.',
        },
      ];
    eachProvider(claim, ({ npi }, path, who) => {
      if (npi === undefined || isNpi(npi) || npi.trim() === '') return;
      (found ??= []).push(malformed(npi, `${path}/npi`, who()));
    });
    return found;
  },

  examples: [
    { name: 'a wrong check digit', claim: visit('2026-03-04', ['I10'], { rendering: { npi: '1558598796' } }), finds: 1 },
    { name: 'nine digits', claim: visit('2026-03-04', ['I10'], { referring: { npi: '155859879' } }), finds: 1 },
    { name: 'a first digit that no NPI has', claim: visit('2026-03-04', ['I10'], { facility: { npi: '3558598797' } }), finds: 1 },
    { name: 'spaces between the digits', claim: visit('2026-03-04', ['I10'], { rendering: { npi: '155 859 8797' } }), finds: 1 },
    {
      name: 'on a line',
      claim: visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { rendering: { npi: '1234567890' } })] }),
      finds: 1,
    },
    { name: 'none for the billing provider', claim: visit('2026-03-04', ['I10'], { billing: { taxId: '123456789' } }), finds: 1 },
    { name: 'right ones', claim: visit('2026-03-04', ['I10'], { referring: { npi: '1987654328' } }), finds: 0 },
    { name: 'an empty one for an optional provider', claim: visit('2026-03-04', ['I10'], { referring: { npi: '' } }), finds: 0 },
  ],
});

function malformed(npi: string, at: string, who: string): Found {
  const digits = npi.replace(/[\s-]/g, '');
  const whole = /^\d{10}$/.test(digits);
  const wrong =
    digits !== npi && isNpi(digits)
      ? 'is written with spaces or dashes'
      : !whole
        ? 'does not have ten digits'
        : digits.startsWith('1') || digits.startsWith('2')
          ? 'fails its check digit'
          : 'does not begin with 1 or 2';
  return {
    at,
    message: `The NPI ${quote(npi)} of ${who} ${wrong}.`,
    why: 'No provider can have such a number, so the claim cannot be matched and is rejected.',
    fix: isNpi(digits)
      ? `Write ${digits}.`
      : 'Copy the NPI again from the NPPES registry; often two digits are swapped or one is mistyped.',
    ...(isNpi(digits) ? { patch: [{ op: 'replace', path: at, value: digits }] } : {}),
  };
}

/** Ten digits, the first 1 or 2, and a sum that ends in 0: Luhn over 80840 and the NPI, the prefix counting 24. */
function isNpi(npi: string): boolean {
  if (npi.length !== 10) return false;
  let sum = 24;
  for (let at = 0; at < 10; at++) {
    const digit = npi.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return false;
    if (at % 2 === 1) sum += digit;
    else sum += digit < 5 ? 2 * digit : 2 * digit - 9;
  }
  const first = npi.charCodeAt(0);
  return (first === 49 || first === 50) && sum % 10 === 0;
}

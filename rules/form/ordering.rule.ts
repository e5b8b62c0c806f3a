import { type ClaimView, type Found, type LineView, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm } from '../support/cites.ts';
import { isImaging, isLaboratory } from '../support/code-kinds.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { pageRead } from '../support/manual-cites.ts';

export default rule({
  id: 'form/ordering',
  title: 'Who ordered or referred: a person, named where Medicare asks for one',
  severity: 'warning',
  stage: 'stable',
  types: ['professional'],
  from: ALWAYS,
  needs: [],
  cites: [
    pageRead(
      'First Coast: ordering and referring requirements for Medicare claims',
      'https://medicare.fcso.com/PE_News/0482316.asp',
      'as of 4 March 2024',
    ),
    electronicForm('2310A NM1*DN and 2420E NM1*DK'),
  ],

  on: 'claim',
  check(claim) {
    const { ordering, referring } = claim.claim;
    if (ordering?.npi === undefined && referring?.npi === undefined) return claim.payer === 'medicare' ? missing(claim) : undefined;
    return groupAs('ordering', claim) ?? groupAs('referring', claim);
  },

  examples: [
    { name: 'equipment with the practitioner who ordered it', claim: ordered({ ordering: { npi: '1558598797' } }), finds: 0 },
    { name: 'equipment without: a note', claim: ordered({}), finds: 1, codes: ['E0143'] },
    { name: 'the group as who ordered', claim: ordered({ ordering: { npi: '1234567893' } }), finds: 1 },
    { name: 'the group as who referred', claim: ordered({ referring: { npi: '1234567893' } }), finds: 1 },
    {
      name: 'a practitioner who bills under the own number and orders',
      claim: ordered({ ordering: { npi: '1234567893' }, rendering: { npi: '1234567893' } }),
      finds: 0,
    },
    { name: 'a visit', claim: visit('2026-03-04', ['I10'], { payer: { id: '12302', kind: 'medicare' } }), finds: 0 },
    { name: 'equipment for another payer', claim: ordered({ payer: { id: 'EX001', kind: 'commercial' } }), finds: 0 },
  ],
});

/** The number of who bills, where another practitioner renders, is that of an organization. */
function groupAs(role: 'ordering' | 'referring', { claim }: ClaimView): Found | undefined {
  const npi = claim[role]?.npi;
  const rendering = claim.rendering?.npi ?? claim.lines.find((line) => line.rendering?.npi !== undefined)?.rendering?.npi;
  if (npi === undefined || npi !== claim.billing?.npi || rendering === undefined || rendering === npi) return undefined;
  return {
    at: `/${role}/npi`,
    message: `The ${role} provider has the NPI of who bills.`,
    why: 'A person orders and refers, with an NPI of type 1; the number of a group is rejected (CARC 16 with N264, N265 or N286).',
    fix: 'Enter the NPI of the practitioner who ordered or referred.',
  };
}

/** A note only: many systems fill it in on the way, and the claim may not carry it yet. */
function missing({ lines }: ClaimView): Found | undefined {
  const line = lines.find(isOrdered);
  if (!line) return undefined;
  return {
    at: '/ordering/npi',
    codes: [line.code],
    severity: 'info',
    status: 'review',
    message: `${line.code} on line ${line.n} is given on an order, and the claim does not say whose.`,
    why: 'Medicare asks on claims for laboratory tests, imaging and equipment who ordered them (box 17; CARC 16 with N264 or N265).',
    fix: 'Enter the name and NPI of the practitioner who ordered it.',
  };
}

/** Laboratory, imaging with its technical part, and equipment, prosthetics and orthotics. */
function isOrdered({ code, modifiers }: LineView): boolean {
  switch (code.charAt(0)) {
    case 'E':
    case 'K':
    case 'L':
      return code.length === 5;
    case '7':
      return isImaging(code) && !modifiers.includes('26');
    default:
      return isLaboratory(code);
  }
}

function ordered(changes: Parameters<typeof visit>[2]) {
  return visit('2026-03-04', ['I10'], {
    payer: { id: '12302', kind: 'medicare' },
    lines: [exampleLine('2026-03-04', 1, { code: 'E0143', pos: '12' })],
    ...changes,
  });
}

import { type ClaimView, type Found, frequencyOf, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';
import { CORRECTIONS } from '../support/frequency.ts';

export default rule({
  id: 'form/frequency',
  title: 'Original, replacement and void claims name what they correct',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2300 CLM05-3 and REF*F8'), professionalForm('item 22')],

  on: 'claim',
  check(claim) {
    const { frequency, originalClaim, billType } = claim.claim;
    if (frequency === undefined && originalClaim === undefined && billType === undefined) return undefined;
    const found: Found[] = [];
    if (frequency !== undefined && frequency !== '') addStated(claim, frequency.trim().toUpperCase(), found);
    addOriginal(claim, frequencyOf(claim.claim), found);
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'a replacement without the original', claim: visit('2026-03-04', ['I10'], { frequency: '7' }), finds: 1 },
    { name: 'a void without the original', claim: visit('2026-03-04', ['I10'], { frequency: '8' }), finds: 1 },
    { name: 'a hospital replacement without the original', claim: stay('2026-03-04', ['I10'], { billType: '0117' }), finds: 1 },
    { name: 'an unknown frequency', claim: visit('2026-03-04', ['I10'], { frequency: '3' }), finds: 1 },
    {
      name: 'an original that names an earlier claim',
      claim: visit('2026-03-04', ['I10'], { frequency: '1', originalClaim: 'X1' }),
      finds: 1,
    },
    { name: 'two frequencies', claim: stay('2026-03-04', ['I10'], { frequency: '7', originalClaim: 'X1' }), finds: 2 },
    {
      name: 'a replacement to Medicare Part B',
      claim: visit('2026-03-04', ['I10'], { frequency: '7', originalClaim: 'X1', payer: { id: '12302', kind: 'medicare' } }),
      finds: 1,
    },
    { name: 'a replacement', claim: visit('2026-03-04', ['I10'], { frequency: '7', originalClaim: 'X1' }), finds: 0 },
    { name: 'an original', claim: visit('2026-03-04', ['I10'], { frequency: '1' }), finds: 0 },
    { name: 'nothing said', claim: visit('2026-03-04', ['I10']), finds: 0 },
    { name: 'a hospital claim in series', claim: stay('2026-03-04', ['I10'], { billType: '0112' }), finds: 0 },
  ],
});

const PROFESSIONAL: readonly string[] = ['1', '7', '8'];

function addStated(claim: ClaimView, frequency: string, found: Found[]): void {
  if (claim.type === 'institutional') {
    const fromBill = frequencyOf(claim.claim);
    if (fromBill !== frequency)
      found.push({
        at: '/frequency',
        message: `The frequency is ${quote(frequency)}, but the type of bill ends in ${fromBill}.`,
        why: 'The last digit of the type of bill is the frequency; the two cannot differ.',
        fix: 'Correct the one that is wrong.',
      });
    return;
  }
  if (!PROFESSIONAL.includes(frequency)) {
    found.push({
      at: '/frequency',
      message: `The frequency ${quote(frequency)} is not one that such a claim takes.`,
      why: 'Claims of practitioners are originals (1), replacements (7) or voids (8).',
      fix: 'Use 1, 7 or 8.',
    });
  } else if (frequency !== '1' && claim.payer === 'medicare' && claim.type === 'professional') {
    // The manual's page has not been read again: it may point out, not refuse.
    found.push({
      at: '/frequency',
      severity: 'warning',
      message: `Medicare Part B does not take a claim with frequency ${frequency}.`,
      why: 'Medicare contractors correct Part B claims by reopening or appeal; a claim sent as replacement or void is rejected.',
      fix: 'Ask for a clerical error reopening, or send a new claim where the first was rejected as unprocessable.',
    });
  }
}

function addOriginal(claim: ClaimView, frequency: string, found: Found[]): void {
  const original = claim.claim.originalClaim?.trim() ?? '';
  if (CORRECTIONS.has(frequency) && original === '')
    found.push({
      at: '/originalClaim',
      message: `A claim with frequency ${frequency} must name the claim it ${frequency === '7' ? 'replaces' : 'voids'}.`,
      why: 'Without the number the payer gave the earlier claim (box 22), the new one is rejected or taken for a duplicate.',
      fix: "Enter the payer's claim number from the remittance advice.",
    });
  else if (original !== '' && (frequency === '' || frequency === '1'))
    found.push({
      at: frequency === '' ? '/originalClaim' : '/frequency',
      severity: 'warning',
      message: 'The claim names an earlier claim but is sent as an original.',
      why: 'An original that repeats an earlier claim is denied as a duplicate; a correction must say that it is one.',
      fix: 'Use frequency 7 to replace or 8 to void the earlier claim, or leave its number out.',
    });
}

import { type Found, quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';
import { eachProvider } from '../support/providers.ts';

export default rule({
  id: 'form/taxonomy',
  title: 'Provider taxonomy codes are well formed',
  severity: 'error',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [
    {
      title: 'National Uniform Claim Committee: Health Care Provider Taxonomy code set',
      section: 'ten characters, the last an X',
      url: 'https://www.nucc.org/index.php/code-sets-mainmenu-41/provider-taxonomy-mainmenu-40',
      checked: '2026-11-24',
      read: 'text',
      note: 'the ten characters as quoted, the X from the list of version 25.1',
    },
    electronicForm('2000A and 2310B PRV03'),
  ],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    eachProvider(claim, ({ taxonomy }, path, who) => {
      if (taxonomy === undefined || isTaxonomy(taxonomy) || taxonomy.trim() === '') return;
      const plain = taxonomy.trim().toUpperCase();
      const at = `${path}/taxonomy`;
      (found ??= []).push({
        at,
        message: `The taxonomy code ${quote(taxonomy)} of ${who()} does not have the form of one.`,
        why: 'Payers that pay by specialty reject a taxonomy code that does not exist.',
        fix: 'Take the code from the NUCC list or the NPPES record: ten characters that end in X.',
        ...(isTaxonomy(plain) ? { patch: [{ op: 'replace', path: at, value: plain }] } : {}),
      });
    });
    return found;
  },

  examples: [
    { name: 'nine characters', claim: withTaxonomy('207Q0000X'), finds: 1 },
    { name: 'no X at the end', claim: withTaxonomy('207Q000000'), finds: 1 },
    { name: 'a name', claim: withTaxonomy('Family med'), finds: 1 },
    { name: 'small letters', claim: withTaxonomy('207q00000x'), finds: 1 },
    { name: 'a physician', claim: withTaxonomy('207Q00000X'), finds: 0 },
    { name: 'with more letters', claim: withTaxonomy('261QU0200X'), finds: 0 },
    { name: 'none', claim: visit('2026-03-04', ['I10'], { billing: { npi: '1234567893', taxId: '123456789' } }), finds: 0 },
  ],
});

function isTaxonomy(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(9) !== 88) return false;
  for (let at = 0; at < 9; at++) {
    const unit = text.charCodeAt(at);
    if (!((unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90))) return false;
  }
  return true;
}

function withTaxonomy(taxonomy: string) {
  return visit('2026-03-04', ['I10'], { billing: { npi: '1234567893', taxId: '123456789', taxonomy } });
}

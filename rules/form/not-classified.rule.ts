import { type ClaimView, day, type Found, type LineView, type NotChecked, rule } from '@cleanclaim/core';
import { exampleLine, visit } from '../support/example-claim.ts';
import { pageRead } from '../support/manual-cites.ts';
import { lineDay } from '../support/service-line.ts';
import { mayBeMedicare } from '../support/medicare.ts';

/** Titles of codes that name no item or service of their own. */
const OPEN = /\bnot otherwise (?:classified|specified)\b|\bunlisted\b|\bunclassified\b|\bmiscellaneous\b|\bnoc\b/i;

export default rule({
  id: 'form/not-classified',
  title: 'A code for what has no code of its own, without a description',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: day('2012-01-01'),
  needs: ['hcpcs'],
  cites: [
    pageRead(
      'CGS: billing not otherwise classified (NOC) HCPCS code',
      'https://cgsmedicare.com/partb/pubs/news/2025/03/cope173832.html',
      'the article of the contractor, 18 March 2025',
    ),
    pageRead(
      'Noridian: unlisted procedure and not otherwise classified codes',
      'https://med.noridianmedicare.com/web/jeb/topics/claim-submission/submission-errors-solutions/unlisted-procedure-and-noc-codes',
      'the article of the contractor',
    ),
  ],

  on: 'line',
  codesBegin: 'ABCEGHJKLMPQRSTV',
  check(line, { claim, data }) {
    const on = lineDay(line, claim);
    const table = on === undefined ? undefined : data.hcpcs(on);
    const listed = table?.find(line.code);
    if (!table || !listed) return undefined;
    const words = listed.display === '' ? listed.short : listed.display;
    if (words === '') return NO_WORDS;
    if (!OPEN.test(words)) return undefined;
    return isDescribed(line, claim) ? undefined : undescribed(line, table.edition, claim);
  },

  exampleTables: {
    hcpcs: [
      { code: 'G0108', from: '1998-07-01', to: null, long: 'A made-up service', short: 'Made up' },
      { code: 'J3490', from: '1998-07-01', to: null, long: 'Unclassified drugs', short: '' },
      { code: 'E1399', from: '1998-07-01', to: null, long: 'Durable medical equipment, miscellaneous', short: '' },
    ],
  },
  examples: [
    { name: 'an unclassified drug that nobody names', claim: withLine({ code: 'J3490' }), finds: 1, codes: ['J3490'] },
    { name: 'equipment of no kind', claim: withLine({ code: 'E1399' }), finds: 1 },
    { name: 'described on the line', claim: withLine({ code: 'J3490', description: 'Made-up drug 10 mg' }), finds: 0 },
    { name: 'told in a note of the line', claim: withLine({ code: 'J3490', note: 'Made-up drug 10 mg' }), finds: 0 },
    { name: 'told in the note of the claim', claim: { ...withLine({ code: 'J3490' }), note: 'Made-up drug 10 mg' }, finds: 0 },
    { name: 'a paper goes with the claim', claim: { ...withLine({ code: 'E1399' }), attachments: [{ report: 'OZ', by: 'FX' }] }, finds: 0 },
    { name: 'a code of its own', claim: withLine({}), finds: 0 },
  ],
});

const NO_WORDS: NotChecked = {
  notChecked: 'The installed HCPCS Level II list has codes without their words: which of them say nothing of their own is not known.',
  install: "cleanclaim data add FILE (the contractors' alpha-numeric file of the quarter, HCPC…ANWEB)",
};

function isDescribed({ line }: LineView, { claim }: ClaimView): boolean {
  const papers = (line.attachments?.length ?? 0) + (claim.attachments?.length ?? 0);
  return papers > 0 || [line.description, line.note, claim.note].some((text) => text !== undefined && text.trim() !== '');
}

function undescribed({ code, n, path }: LineView, edition: string, claim: ClaimView): Found {
  return {
    at: path,
    codes: [code],
    edition,
    severity: mayBeMedicare(claim) ? 'error' : 'warning',
    message: `${code} on line ${n} stands for what has no code of its own, and nothing says what it was.`,
    why: 'Without a description the line is returned as unprocessable, with no right of appeal (CARC 16 with RARC N350).',
    fix: 'Describe it on the line ("description", or a note of at most 80 characters): of a drug its name, strength and dose.',
  };
}

function withLine(changes: NonNullable<Parameters<typeof exampleLine>[2]>) {
  return visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, changes)] });
}

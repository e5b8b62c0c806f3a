import { type Context, day, type DiagnosisView, namesPartOfLevel, rule } from '@cleanclaim/core';
import { visit } from '../support/example-claim.ts';

export default rule({
  id: 'icd10cm/excludes1',
  title: 'Two diagnoses that an Excludes1 note keeps apart',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  cites: [
    {
      title: 'ICD-10-CM Official Guidelines for Coding and Reporting, FY2026',
      section: 'I.A.12.a Excludes1',
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
      checked: '2026-11-24',
    },
  ],

  on: 'diagnosis-pair',
  check(first, second, context) {
    const { icd } = context;
    let [holder, named] = [first, second];
    let note = icd.names(first.row, 'excludes1', second.row);
    if (note < 0) {
      note = icd.names(second.row, 'excludes1', first.row);
      [holder, named] = [second, first];
    }
    if (note < 0) return undefined;
    const line = icd.note(note);
    const review = isResidual(first, context) || isResidual(second, context) || namesPartOfLevel(line.text);
    return {
      at: second.path,
      codes: [first.code, second.code],
      severity: review ? 'warning' : 'error',
      status: review ? 'review' : 'fail',
      message: `${first.code} and ${second.code} are not coded together: ${line.holder.id} excludes "${line.text}".`,
      why: `An Excludes1 note means that the condition ${named.code} stands for cannot be present as part of what ${holder.code} stands for.`,
      fix: 'Keep the code the record supports. Keep both only if the record shows that the two conditions are unrelated to each other.',
      note,
    };
  },

  examples: [
    { name: 'type 1 and type 2 diabetes', claim: visit('2026-03-04', ['E10.9', 'E11.9']), finds: 1, codes: ['E10.9', 'E11.9'] },
    { name: 'the note stands at the second code', claim: visit('2026-03-04', ['N30.00', 'N39.0']), finds: 1 },
    { name: 'an Excludes2 note lets both stand', claim: visit('2026-03-04', ['J45.909', 'J44.9']), finds: 0 },
    { name: 'a residual code may hold an unrelated condition', claim: visit('2026-03-04', ['F45.8', 'G47.63']), finds: 1 },
  ],
});

/** An "Other …" code that gathers several conditions: the note may be about another of them (Guidelines I.A.12.a names F45.8). */
function isResidual(diagnosis: DiagnosisView, { icd }: Context): boolean {
  return /^other\b/i.test(icd.display(diagnosis.row) ?? '') && icd.notes(diagnosis.row, ['inclusionTerm']).length > 1;
}

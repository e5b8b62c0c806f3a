import { day, type DiagnosisView, type Outcome, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';
import { groupNames, type NoteGroup, noteGroups, writeGroup } from '../support/note-groups.ts';

export default rule({
  id: 'icd10cm/code-also',
  title: 'A code that a "code also" note puts beside this one',
  severity: 'info',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm', 'icd10cm-notes'],
  speaksOf: (icd, row) => noteGroups.codeAlso(icd, row).some(isPlain),
  cites: [guidelines('I.A.17 "Code also" note')],

  on: 'claim',
  check({ sequence, diagnoses }, { icd }) {
    let found: Outcome[] | undefined;
    for (const diagnosis of sequence) {
      if (!diagnosis.known) continue;
      const groups = noteGroups.codeAlso(icd, diagnosis.row);
      if (groups.length === 0) continue;
      const group = groups.findLast(isPlain);
      if (!group || isMet(group, diagnosis, diagnoses)) continue;
      const note = group.lines[0]?.note;
      (found ??= []).push({
        at: diagnosis.path,
        codes: [diagnosis.code],
        status: 'review',
        message: `Check whether a second code belongs beside ${diagnosis.code}.`,
        why: `The tabular list says at ${note?.holder.id}: code also ${writeGroup(group)}.`,
        fix: 'Add the second code if the record supports it. Either order is right; the reason for the visit decides.',
        ...(note ? { note: note.id } : {}),
      });
    }
    return found;
  },

  examples: [
    { name: 'end stage disease behind an encounter for dialysis', claim: visit('2026-03-04', ['Z49.31']), finds: 1, codes: ['Z49.31'] },
    { name: 'the second code is there', claim: visit('2026-03-04', ['Z49.31', 'N18.6']), finds: 0 },
    { name: 'a note that says if applicable', claim: visit('2026-03-04', ['C25.0']), finds: 0 },
    { name: 'a list of examples', claim: visit('2026-03-04', ['M08.00']), finds: 0 },
  ],
});

/** A note that holds in every case and gives codes. */
function isPlain(group: NoteGroup): boolean {
  return !group.conditional && !group.example && group.namesCodes && !/\bany\b|\brelated\b|\bpresence of\b/.test(group.wording);
}

function isMet(group: NoteGroup, diagnosis: DiagnosisView, diagnoses: readonly DiagnosisView[]): boolean {
  return diagnoses.some((other) => other !== diagnosis && other.row >= 0 && groupNames(group, other.row));
}

import { type Context, day, type DiagnosisView, type Found, type Icd10cmEdition, type Outcome, type Row, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { visit } from '../support/example-claim.ts';
import { groupNames, type NoteGroup, noteGroups, writeGroup } from '../support/note-groups.ts';

export default rule({
  id: 'icd10cm/use-additional',
  title: 'A partner code that a "use additional code" note asks for',
  severity: 'warning',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm', 'icd10cm-notes'],
  speaksOf: (icd, row) =>
    noteGroups.useAdditionalCode(icd, row).some((group) => group.namesCodes && (isHint(group) || isPartner(icd, group))),
  cites: [
    guidelines('I.A.13 Etiology/manifestation convention ("use additional code")'),
    guidelines('I.B.7 Multiple coding for a single condition'),
  ],

  on: 'claim',
  check({ sequence, diagnoses }, context) {
    let found: Outcome[] | undefined;
    const said = new Set<number>();
    for (const diagnosis of sequence) {
      if (!diagnosis.known) continue;
      const groups = noteGroups.useAdditionalCode(context.icd, diagnosis.row);
      if (groups.length === 0 || isDelivery(diagnosis)) continue;
      const outcomes = missingPartners(diagnosis, groups, diagnoses, context, said);
      if (outcomes.length > 0) found = (found ?? []).concat(outcomes);
    }
    return found;
  },

  examples: [
    { name: 'diabetic kidney disease without its stage', claim: visit('2026-03-04', ['E11.22', 'Z79.4']), finds: 1, codes: ['E11.22'] },
    { name: 'the stage is there', claim: visit('2026-03-04', ['E11.22', 'N18.31', 'Z79.4', 'Z94.0']), finds: 0 },
    { name: 'the stage is not known', claim: visit('2026-03-04', ['E11.22', 'N18.9', 'Z79.4', 'Z94.0']), finds: 0 },
    {
      name: 'a stage that the first code does not hold',
      claim: visit('2026-03-04', ['I12.9', 'N18.5', 'F17.210', 'Z94.0']),
      finds: 1,
      codes: ['I12.9'],
    },
    { name: 'heart failure and stage both missing', claim: visit('2026-03-04', ['I13.0', 'Z87.891']), finds: 2 },
    { name: 'a list of status codes is only pointed out', claim: visit('2026-03-04', ['I10']), finds: 1 },
    { name: 'a status code of the list is there', claim: visit('2026-03-04', ['I10', 'Z87.891']), finds: 0 },
    { name: 'a foot ulcer without its site', claim: visit('2026-03-04', ['E11.621', 'Z79.84']), finds: 1, codes: ['E11.621'] },
  ],
});

/** The outcome of delivery (Z37) that O80 and O82 ask for is the obstetric rule's. */
function isDelivery({ code }: DiagnosisView): boolean {
  return code === 'O80' || code === 'O82';
}

function missingPartners(
  diagnosis: DiagnosisView,
  groups: readonly NoteGroup[],
  diagnoses: readonly DiagnosisView[],
  context: Context,
  said: Set<number>,
): Found[] {
  const found: Found[] = [];
  let hint: NoteGroup | undefined;
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at] as NoteGroup;
    if (!group.namesCodes || isThere(group, diagnoses)) continue;
    if (isPartner(context.icd, group)) {
      if (!isOpen(group, diagnoses, context)) found.push(missing(diagnosis, group));
    } else if (!hint && isHint(group) && !said.has(idOf(group))) hint = group;
  }
  if (found.length > 0 || !hint) return found;
  // A list of a whole block is said once a claim, a narrower one once a diagnosis.
  if (hint.lines[0]?.note.holder.level !== 'code') said.add(idOf(hint));
  return [pointOut(diagnosis, hint)];
}

function isThere(group: NoteGroup, diagnoses: readonly DiagnosisView[]): boolean {
  for (const other of diagnoses) if (other.row >= 0 && groupNames(group, other.row)) return true;
  return false;
}

/** Lists of a whole chapter, and of a block where they say "if applicable", are too far from the code to be pointed out. */
function isHint(group: NoteGroup): boolean {
  const level = group.lines[0]?.note.holder.level;
  return level === 'code' || (level === 'block' && !group.conditional);
}

function idOf(group: NoteGroup): number {
  return group.lines[0]?.note.id ?? -1;
}

const kinds = new WeakMap<NoteGroup, boolean>();

/** What completes the code itself: its site, stage, type, severity or outcome. */
const COMPLETES = /\b(?:identify|specify|indicate)\b.*\b(?:site|stage|type|severity)\b/;

/** True where the note asks for a code without which the first one is incomplete, and asks without condition. */
function isPartner(icd: Icd10cmEdition, group: NoteGroup): boolean {
  let partner = kinds.get(group);
  if (partner === undefined) {
    partner =
      !group.conditional &&
      !group.example &&
      !/\bany\b/.test(group.wording) &&
      COMPLETES.test(group.wording) &&
      !isCircumstance(icd, group);
    kinds.set(group, partner);
  }
  return partner;
}

/** Status, external causes, organisms, substance use: they add to a claim, but the claim is whole without them. */
function isCircumstance(icd: Icd10cmEdition, group: NoteGroup): boolean {
  return group.lines.every(({ runs }) => runs.every((row, at) => at % 2 === 1 || isCircumstanceCode(icd, row)));
}

function isCircumstanceCode(icd: Icd10cmEdition, row: Row): boolean {
  const code = icd.code(row);
  const category = code.slice(0, 3);
  const chapter = icd.chapterNumber(row);
  return chapter === 20 || chapter === 21 || (category >= 'B95' && category <= 'B97') || (category >= 'F10' && category <= 'F19');
}

/** The claim has a code of the category asked for that leaves open what the note wants: "unspecified" is a fair answer. */
function isOpen(group: NoteGroup, diagnoses: readonly DiagnosisView[], { icd }: Context): boolean {
  return diagnoses.some(
    ({ row }) =>
      row >= 0 &&
      group.lines.some(({ runs }) => runs.some((first, at) => at % 2 === 0 && sameCategory(icd, first, row))) &&
      /\bunspecified\b/i.test(icd.display(row) ?? ''),
  );
}

function sameCategory(icd: Icd10cmEdition, one: Row, other: Row): boolean {
  return icd.code(one).slice(0, 3) === icd.code(other).slice(0, 3);
}

function missing(diagnosis: DiagnosisView, group: NoteGroup): Found {
  return {
    at: diagnosis.path,
    codes: [diagnosis.code],
    severity: 'warning',
    message: `${diagnosis.code} is not complete without a second code that the claim does not have.`,
    why: `The tabular list says at ${holderOf(group)}: use additional ${writeGroup(group)}.`,
    fix: `Add the code that the record supports, after ${diagnosis.code}.`,
    note: idOf(group),
  };
}

function pointOut(diagnosis: DiagnosisView, group: NoteGroup): Found {
  return {
    at: diagnosis.path,
    codes: [diagnosis.code],
    severity: 'info',
    status: 'review',
    message: `Check whether an additional code belongs with ${diagnosis.code}.`,
    why: `The tabular list says at ${holderOf(group)}: use additional ${writeGroup(group)}.`,
    fix: 'Add such a code if the record supports one; otherwise leave the claim as it is.',
    note: idOf(group),
  };
}

function holderOf(group: NoteGroup): string {
  return group.lines[0]?.note.holder.id ?? '';
}

import { type Context, day, type DiagnosisView, type Found, type Icd10cmEdition, type Outcome, type Row, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';
import { isManifestation } from '../support/manifestation.ts';
import { type GroupLine, groupNames, lineNames, type NoteGroup, noteGroups, writeGroup } from '../support/note-groups.ts';
import { putBefore } from '../support/reorder.ts';

export default rule({
  id: 'icd10cm/code-first',
  title: 'A code that a "code first" note puts before this one',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm', 'icd10cm-notes'],
  speaksOf: (icd, row) => noteGroups.codeFirst(icd, row).length > 0,
  cites: [
    guidelines('I.A.13 Etiology/manifestation convention ("code first")'),
    guidelines('I.B.7 Multiple coding for a single condition'),
  ],

  on: 'claim',
  check({ sequence }, context) {
    let found: Outcome[] | undefined;
    for (let place = 0; place < sequence.length; place++) {
      const diagnosis = sequence[place];
      if (!diagnosis?.known || isSkipped(diagnosis)) continue;
      const groups = noteGroups.codeFirst(context.icd, diagnosis.row);
      if (groups.length === 0) continue;
      const late = lateCauses(groups, place, sequence, context);
      const outcomes = late.length > 0 ? late : missingCause(groups, place, sequence, context);
      if (outcomes) found = (found ?? []).concat(outcomes);
    }
    return found;
  },

  examples: [
    { name: 'heart failure before its cause', claim: visit('2026-04-14', ['I50.22', 'I11.0']), finds: 1, codes: ['I50.22', 'I11.0'] },
    { name: 'the cause stands first', claim: visit('2026-04-14', ['I11.0', 'I50.22']), finds: 0 },
    {
      name: 'one cause before and one behind',
      claim: visit('2026-04-14', ['E11.22', 'N18.4', 'I12.9']),
      finds: 1,
      codes: ['N18.4', 'I12.9'],
    },
    { name: 'an example of a list that is already met', claim: visit('2026-04-14', ['G30.9', 'F02.80', 'E53.8']), finds: 0 },
    {
      name: 'anemia in chronic kidney disease without the disease',
      claim: visit('2026-04-14', ['I10', 'D63.1']),
      finds: 1,
      codes: ['D63.1'],
    },
    { name: 'heart failure of no stated cause', claim: visit('2026-04-14', ['I50.22', 'E78.5']), finds: 1 },
    { name: 'a vaccination of an adult', claim: visit('2026-09-15', ['Z00.00', 'Z23', 'E78.5']), finds: 0 },
    { name: 'delirium of another cause beside dementia', claim: stay('2026-04-14', ['N39.0', 'F05', 'F03.90']), finds: 1 },
    { name: 'a poisoning stands before its manifestation', claim: stay('2026-04-14', ['T39.011A', 'K29.00']), finds: 0 },
    { name: 'an adverse effect stands behind it', claim: visit('2026-04-14', ['T39.015A', 'K29.00']), finds: 1 },
  ],
});

/** Weeks of gestation (Z3A) are the obstetric rule's; other diagnoses are looked at here. */
function isSkipped({ code }: DiagnosisView): boolean {
  return code.startsWith('Z3A');
}

function lateCauses(groups: readonly NoteGroup[], place: number, sequence: readonly DiagnosisView[], context: Context): Found[] {
  let found: Found[] | undefined;
  for (const group of groups) {
    if (!group.namesCodes || !concerns(group, sequence[place])) continue;
    for (let behind = place + 1; behind < sequence.length; behind++) {
      const cause = sequence[behind];
      if (!cause?.known) continue;
      const line = group.lines.find((each) => lineNames(each, cause.row));
      if (!line || isMet(group, line, place, sequence)) continue;
      (found ??= []).push(late(group, line, place, sequence, cause, context));
    }
  }
  return found ?? NOTHING;
}

const NOTHING: Found[] = [];

/** "For adverse effects, the nature of the adverse effect" speaks of adverse effects only (5th or 6th character 5). */
function concerns(group: NoteGroup, diagnosis: DiagnosisView | undefined): boolean {
  if (!/\bfor adverse effects\b/.test(group.wording)) return true;
  const code = diagnosis?.code ?? '';
  const sixth = code[6];
  return (sixth === undefined || sixth === 'X' ? code[5] : sixth) === '5';
}

/** The code the note asks for already stands before: on the same line, or anywhere in a list of examples. */
function isMet(group: NoteGroup, line: GroupLine, place: number, sequence: readonly DiagnosisView[]): boolean {
  const oneIsEnough = group.example && !/\bany associated\b/.test(group.wording);
  for (let before = 0; before < place; before++) {
    const diagnosis = sequence[before];
    if (diagnosis?.known && (oneIsEnough ? groupNames(group, diagnosis.row) : lineNames(line, diagnosis.row))) return true;
  }
  return false;
}

function late(
  group: NoteGroup,
  line: GroupLine,
  place: number,
  sequence: readonly DiagnosisView[],
  cause: DiagnosisView,
  { icd, claim }: Context,
): Found {
  const diagnosis = sequence[place] as DiagnosisView;
  const open = place > 0 && group.example && mayBeAnother(icd, group, line, diagnosis, cause);
  return {
    at: diagnosis.path,
    codes: [diagnosis.code, cause.code],
    severity: open ? 'info' : 'error',
    status: open ? 'review' : 'fail',
    message: open
      ? `Check whether ${diagnosis.code} comes from ${cause.code}, which would then stand before it.`
      : `${cause.code} is coded before ${diagnosis.code}, not after it.`,
    why: `${line.note.holder.id} says: code first ${writeGroup(group)}.`,
    fix: open
      ? `If ${cause.code} is what ${diagnosis.code} comes from, put it before ${diagnosis.code}.`
      : `Put ${cause.code} before ${diagnosis.code}, and point the lines to it in that order.`,
    note: line.note.id,
    ...(open ? {} : putBefore(claim, cause, diagnosis)),
  };
}

/**
 * Another condition stands before, and the note only gives examples: that one may be the cause. Not so where the two
 * codes belong to each other: the cause's own note asks for the second, or the note names one narrow code.
 */
function mayBeAnother(icd: Icd10cmEdition, group: NoteGroup, line: GroupLine, diagnosis: DiagnosisView, cause: DiagnosisView): boolean {
  if (icd.names(cause.row, 'useAdditionalCode', diagnosis.row) >= 0) return false;
  // Delirium (F05) comes from any bodily condition; dementia is named because it is often there too.
  if (/\bphysiological condition\b/.test(group.wording)) return !isManifestation(icd, diagnosis.row);
  const wide = group.conditional || diagnosis.chapter === 21 || /\bfor adverse effects\b/.test(group.wording);
  return wide && !isNamedNarrowly(icd, line, cause);
}

function isNamedNarrowly(icd: Icd10cmEdition, { runs }: GroupLine, cause: DiagnosisView): boolean {
  for (let at = 0; at < runs.length; at += 2) {
    const [first = 0, after = 0] = [runs[at], runs[at + 1]];
    if (cause.row >= first && cause.row < after) return isNarrow(icd, first, after);
  }
  return false;
}

/** One code, or codes within a category that leave part of it out. */
function isNarrow(icd: Icd10cmEdition, first: Row, after: Row): boolean {
  if (after - first === 1) return true;
  let category = first;
  for (let above = icd.parent(first); above >= 0; above = icd.parent(above)) category = above;
  return first > category + 1 ? after <= icd.after(category) : after < icd.after(category);
}

function missingCause(
  groups: readonly NoteGroup[],
  place: number,
  sequence: readonly DiagnosisView[],
  context: Context,
): Found | undefined {
  const diagnosis = sequence[place] as DiagnosisView;
  // The innermost note is the one that speaks of this code most closely.
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at] as NoteGroup;
    if (!concerns(group, diagnosis) || isAnswered(group, diagnosis, place, sequence, context)) continue;
    const binding = isBinding(group) && !isAboutDrugs(diagnosis, context);
    if (!binding && !isWorthSaying(group, diagnosis, place, context)) continue;
    const note = (group.lines[0]?.note ?? group.heading)?.id;
    return {
      at: diagnosis.path,
      codes: [diagnosis.code],
      severity: binding ? 'warning' : 'info',
      status: 'review',
      message: binding
        ? `${diagnosis.code} needs the code of what it comes from before it, and the claim has none.`
        : `Check whether another code belongs before ${diagnosis.code}.`,
      why: `The tabular list says at ${(group.heading ?? group.lines[0]?.note)?.holder.id}: code first ${writeGroup(group)}.`,
      fix: binding
        ? `Add the code the note asks for and put it before ${diagnosis.code}.`
        : `If the record names such a condition, put its code before ${diagnosis.code}; otherwise leave the claim as it is.`,
      ...(note === undefined ? {} : { note }),
    };
  }
  return undefined;
}

/** Some code before it meets the note, or asks for this very code in a "use additional code" note of its own. */
function isAnswered(
  group: NoteGroup,
  diagnosis: DiagnosisView,
  place: number,
  sequence: readonly DiagnosisView[],
  { icd }: Context,
): boolean {
  for (let before = 0; before < place; before++) {
    const other = sequence[before];
    if (!other?.known) continue;
    if (groupNames(group, other.row) || icd.names(other.row, 'useAdditionalCode', diagnosis.row) >= 0) return true;
  }
  return false;
}

/** Words by which a line speaks of some of the cases only. */
const SOME_CASES = /\b(?:any|if|associated|complicating|complications?|due to|following|during|rheumatic|withdrawal|pre-existing)\b/;

/** True when the note holds whatever the case: one line or one heading with codes, and no word that limits it. */
function isBinding(group: NoteGroup): boolean {
  if (group.conditional || group.example || !group.namesCodes) return false;
  return (group.heading !== undefined || group.lines.length === 1) && !SOME_CASES.test(group.wording);
}

/** Where the agent may also be a drug (its adverse effect is coded behind), the toxic agent is only one of two ways. */
function isAboutDrugs(diagnosis: DiagnosisView, { icd }: Context): boolean {
  return noteGroups.useAdditionalCode(icd, diagnosis.row).some((group) => /\badverse effect\b/.test(group.wording));
}

/**
 * What need not be there is pointed out only where it can help: nothing stands before the code, or the code always
 * comes from something and what stands before is none of the examples.
 */
function isWorthSaying(group: NoteGroup, diagnosis: DiagnosisView, place: number, { icd }: Context): boolean {
  if (diagnosis.chapter > 18) return false;
  if (isManifestation(icd, diagnosis.row)) return place > 0 && group.namesCodes;
  return place === 0 && (group.namesCodes || /\bunderlying\b|\bcaus|\bsequela\b/.test(group.wording));
}

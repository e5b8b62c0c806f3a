import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { replacements } from '../icd10cm/replacements.ts';
import { tidyCode } from '../text/code-text.ts';
import { change, type ChangeQuestion, type CodeChange, WHAT } from './change.ts';

/** Most new codes listed under or beside one code. */
const MOST_LISTED = 20;

interface Editions {
  readonly old: Icd10cmEdition;
  readonly now: Icd10cmEdition;
}

/** What became of each diagnosis code between the editions of two days. */
export function diagnosisChanges(codes: readonly string[], question: ChangeQuestion): CodeChange[] {
  if (codes.length === 0) return [];
  const editions = editionsOf(question);
  return editions ? codes.flatMap((input) => changesOf(input, editions)) : [];
}

function editionsOf({ data, before, after, notCompared }: ChangeQuestion): Editions | undefined {
  const old = data.icd10cm(before);
  const now = data.icd10cm(after);
  if (old && now) return { old, now };
  notCompared.push({
    what: WHAT.diagnoses,
    reason: `No installed ICD-10-CM edition covers ${old ? after : before}.`,
    install: 'cleanclaim data add FILE (the official order file of that fiscal year)',
  });
  return undefined;
}

function changesOf(input: string, { old, now }: Editions): CodeChange[] {
  const row = now.row(tidyCode(input));
  if (row < 0) {
    const code = tidyCode(input).slice(0, 40);
    const says = `${code} is in neither ICD-10-CM nor a table of procedures.`;
    return [change({ input, code, system: 'icd10cm', kind: 'unknown', breaks: true, says })];
  }
  const code = now.code(row);
  const base = { input, code, system: 'icd10cm' as const, before: old.display(row), after: now.display(row) };
  const was = old.billable(row);
  const is = now.billable(row);
  if (was && !is) {
    const replacedBy = named(now, replacements(row, old, now));
    const header = now.inForce(row);
    const says = header
      ? `From ${now.edition.from} ${code} needs more characters.`
      : `${code} ends; from ${now.edition.from} it may not be used.`;
    return [change({ ...base, kind: header ? 'header' : 'deleted', breaks: true, says, replacedBy })];
  }
  if (!was && is) return [change({ ...base, kind: 'begins', says: `${code} may stand on a claim from ${now.edition.from}.` })];
  if (!is && !now.inForce(row)) {
    const replacedBy = named(now, replacements(row, old, now));
    return [change({ ...base, kind: 'deleted', breaks: true, says: `${code} ended before ${old.edition.from}.`, replacedBy })];
  }
  const changes: CodeChange[] = [];
  if (old.display(row) !== now.display(row) && old.display(row) !== null)
    changes.push(change({ ...base, kind: 'revised', says: `The title of ${code} is revised: read whether it still fits.` }));
  const under = newBillable(row, old, now);
  if (under.length > 0)
    changes.push(
      change({ ...base, kind: 'new-under', says: `New codes under ${code}.`, replacedBy: named(now, under.slice(0, MOST_LISTED)) }),
    );
  const parent = now.parent(row);
  const beside = is && parent >= 0 ? newBillable(parent, old, now) : [];
  if (beside.length > 0)
    changes.push(
      change({
        ...base,
        kind: 'new-beside',
        says: `New codes beside ${code} under ${now.code(parent)}: one of them may say more.`,
        replacedBy: named(now, beside.slice(0, MOST_LISTED)),
      }),
    );
  return changes;
}

/** Complete codes under a level that the older edition did not have at all. */
function newBillable(level: Row, old: Icd10cmEdition, now: Icd10cmEdition): Row[] {
  const rows: Row[] = [];
  const end = now.after(level);
  for (let row = level + 1; row < end; row++) if (now.billable(row) && !old.inForce(row)) rows.push(row);
  return rows;
}

function named(icd: Icd10cmEdition, rows: readonly Row[]): { code: string; display: string | null }[] {
  return rows.map((row) => ({ code: icd.code(row), display: icd.display(row) }));
}

/** Pairs of the user's diagnoses that an Excludes1 note keeps apart on one of the days and not on the other. */
export function diagnosisPairs(codes: readonly string[], question: ChangeQuestion): CodeChange[] {
  const { data, before, after, notCompared } = question;
  const [old, now] = [data.icd10cm(before), data.icd10cm(after)];
  if (codes.length < 2 || !old || !now) return [];
  if (!old.hasNotes || !now.hasNotes || old.notesAsOf !== undefined || now.notesAsOf !== undefined) {
    notCompared.push({
      what: 'Excludes1 notes between your diagnoses',
      reason: `The notes of the tabular list of ${old.hasNotes && old.notesAsOf === undefined ? after : before} are not installed.`,
      install: 'cleanclaim data add FILE (the XML tabular list of that release)',
    });
    return [];
  }
  const rows = codes.map((input) => ({ input, row: now.row(tidyCode(input)) })).filter(({ row }) => row >= 0);
  return rows.flatMap((one, at) =>
    rows.slice(at + 1).flatMap((other) => {
      const was = apart(old, one.row, other.row);
      const is = apart(now, one.row, other.row);
      if (was === is) return [];
      const code = `${now.code(one.row)} ${now.code(other.row)}`;
      const says = is
        ? `From ${now.edition.from} an Excludes1 note keeps ${now.code(one.row)} and ${now.code(other.row)} apart.`
        : `From ${now.edition.from} no Excludes1 note keeps ${now.code(one.row)} and ${now.code(other.row)} apart.`;
      return [change({ input: one.input, code, system: 'icd10cm', kind: 'pair', breaks: is, says })];
    }),
  );
}

function apart(icd: Icd10cmEdition, one: Row, other: Row): boolean {
  return icd.names(one, 'excludes1', other) >= 0 || icd.names(other, 'excludes1', one) >= 0;
}

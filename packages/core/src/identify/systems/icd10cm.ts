import { withDot, withoutDot } from '../../icd10cm/code-key.ts';
import type { Icd10cmEdition, Row } from '../../icd10cm/edition.ts';
import type { Icd10cmTable } from '../../icd10cm/table.ts';
import type { CodeSystem, IdentifyContext, Reading } from '../system.ts';

/** The first day ICD-10-CM served on US claims; before it, ICD-9-CM. */
export const FIRST_DAY_OF_ICD10 = '2015-10-01';

/**
 * The shape is only for saying "not in the table": membership decides, since any pattern would lose codes sooner or
 * later (C7A.00, U07.1, QA0.0101). Two leading letters are believed only with the dot in place.
 */
const SHAPE = /^(?:[A-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?|[A-Z]{2}\d\.[\dA-Z]{1,4})$/;

const OTHERS = /^(?:[A-EGHJ-MP-V]\d{4}|[BCDFGHX][0-9A-HJ-NP-Z]{6})$/;

const SAYS: Readonly<Record<number, string>> = {
  18: 'A sign or symptom: why the care was given when no illness behind it is established.',
  20: 'An external cause: how an injury or illness came about; it stands after the diagnosis.',
  21: 'A reason for care that is not itself an illness, such as a check-up, a status or a history.',
};
const DIAGNOSIS = 'A diagnosis: why the care was given.';

export const icd10cm: CodeSystem = {
  id: 'icd10cm',
  name: 'International Classification of Diseases, 10th Revision, Clinical Modification (ICD-10-CM)',
  owner:
    'National Center for Health Statistics (NCHS, CDC), as a US modification of the WHO’s ICD-10; guidelines by the Cooperating Parties AHA, AHIMA, CMS and NCHS',
  rhythm: 'Each 1 October, and most years also 1 April.',
  read(code, context) {
    const table = context.data.icd10cmTable();
    const row = table?.row(code) ?? -1;
    return table && row >= 0 ? inTable(table, row, code, context) : notInTable(code, context);
  },
};

function inTable(table: Icd10cmTable, row: Row, typed: string, { data, on }: IdentifyContext): Reading | undefined {
  const inForce = data.icd10cm(on);
  const newest = table.list.at(-1);
  const edition = inForce ?? (newest && table.edition(newest));
  if (!edition) return undefined;
  const code = table.code(row);
  const billable = edition.billable(row);
  return {
    code,
    kind: 'diagnosis',
    says: SAYS[edition.chapterNumber(row)] ?? DIAGNOSIS,
    category: placeOf(edition, row),
    display: edition.display(row),
    certain: true,
    next: nextOf(inForce, row, code, on),
    // Without its dot a heading is seldom meant: codes are written without a dot on claims, where headings cannot stand.
    likely: typed.includes('.') || typed.length < 5 || billable ? 90 : 60,
  };
}

function placeOf(edition: Icd10cmEdition, row: Row): string {
  const chapter = edition.chapter(row);
  const levels = edition.blocks(row).map((block) => `block ${block.id}, ${block.title}`);
  return [...(chapter ? [`Chapter ${chapter.id}, ${chapter.title}`] : []), ...levels].join('; ');
}

function nextOf(edition: Icd10cmEdition | undefined, row: Row, code: string, on: string): string {
  if (on < FIRST_DAY_OF_ICD10) return `Use ICD-9-CM for ${on}: ICD-10-CM serves from ${FIRST_DAY_OF_ICD10}.`;
  const lookup = `cleanclaim lookup ${code} --on ${on}`;
  if (!edition) return `No installed edition covers ${on}, so its state that day is not known here: ${lookup}`;
  if (!edition.inForce(row)) return `It is not in force on ${on}; see its dates and what replaces it: ${lookup}`;
  if (!edition.billable(row))
    return `It is a heading and needs more characters to be billed; see the codes under it: cleanclaim tree ${code} --on ${on}`;
  return `Look it up on the date of service: ${lookup}`;
}

function notInTable(typed: string, { data, on }: IdentifyContext): Reading | undefined {
  if (!SHAPE.test(typed)) return undefined;
  const dotted = typed.includes('.');
  const known = data.icd10cm(on) !== undefined;
  // On a day the table covers it has the last word; without a dot the text is then a code of HCPCS, CDT or ICD-10-PCS.
  if (known && !dotted && OTHERS.test(typed)) return undefined;
  const code = withDot(withoutDot(typed));
  return {
    code,
    kind: 'diagnosis',
    says: DIAGNOSIS,
    category: 'Not in any installed edition: only the shape fits',
    certain: false,
    next: known
      ? `Check the typing: no installed edition has it. Words find codes: cleanclaim search "diabetes" --on ${on}`
      : `No installed edition covers ${on}; see what is installed: cleanclaim data list`,
    likely: dotted ? 40 : 20,
  };
}

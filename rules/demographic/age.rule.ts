import { type ClaimView, type Day, day, type DiagnosisView, type Found, rowFact, rule } from '@cleanclaim/core';
import { stay, visit } from '../support/example-claim.ts';
import { codeEditor } from '../support/cites.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { isMaternalCode } from '../support/pregnancy.ts';
import { ageAtStart } from '../support/stay.ts';

/** The oldest age that Medicare's editors accept. */
const OLDEST = 124;

export default rule({
  id: 'demographic/age',
  title: 'A diagnosis that does not fit the age of the patient',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: [['icd10cm', 'mce-diagnoses']],
  seesMore: {
    with: 'mce-diagnoses',
    types: ['institutional'],
    what: 'Age conflicts that no title tells (such as coronary disease in a child)',
  },
  cites: [
    codeEditor('edit 4, age conflict'),
    {
      title: 'ICD-10-CM Tabular List of Diseases and Injuries',
      section: 'titles and notes of Z00.1-, Z38 and Z68',
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
      checked: '2026-11-24',
      read: 'text',
      note: 'in the releases that the bundled pack is made from',
    },
  ],

  on: 'claim',
  check(claim) {
    const age = ageAtStart(claim);
    if (age === undefined || age < 0) return undefined;
    if (age > OLDEST) return tooOld(age);
    let found: Found[] | undefined;
    for (const diagnosis of claim.diagnoses) {
      const finding = conflict(diagnosis, age, claim);
      if (finding) (found ??= []).push(finding);
    }
    return found;
  },

  examples: [
    { name: 'a birth at 40 years', claim: visit('2026-03-04', ['Z38.00'], aged('1986-01-01')), finds: 1, codes: ['Z38.00'] },
    { name: 'a birth on the first day', claim: visit('2026-03-04', ['Z38.00'], aged('2026-03-04')), finds: 0 },
    {
      name: 'low birth weight that still matters at 40 years',
      claim: visit('2026-03-04', ['J45.20', 'P07.18'], aged('1986-01-01')),
      finds: 0,
    },
    { name: 'pregnancy at 70 years', claim: stay('2026-03-04', ['O26.892', 'Z3A.20'], aged('1956-01-01')), finds: 2 },
    { name: 'pregnancy at 47 years', claim: visit('2026-03-04', ['O09.522', 'Z3A.20'], aged('1979-01-01')), finds: 0 },
    { name: 'a child health examination of an adult', claim: visit('2026-03-04', ['Z00.129']), finds: 1 },
    { name: 'a child health examination at 17 years', claim: visit('2026-03-04', ['Z00.129'], aged('2008-06-01')), finds: 0 },
    { name: 'a general adult examination at 8 years', claim: visit('2026-03-04', ['Z00.00'], aged('2018-01-01')), finds: 1 },
    { name: 'an age-related cataract at 10 years', claim: visit('2026-03-04', ['H25.11'], aged('2016-01-01')), finds: 1 },
    {
      name: 'a newborn examination at 20 days with the code for the first week',
      claim: visit('2026-03-24', ['Z00.110'], aged('2026-03-04')),
      finds: 1,
    },
    { name: 'a newborn examination at 20 days', claim: visit('2026-03-24', ['Z00.111'], aged('2026-03-04')), finds: 0 },
    { name: 'an adult body mass index at 12 years', claim: visit('2026-03-04', ['E66.9', 'Z68.30'], aged('2014-01-01')), finds: 1 },
    { name: 'sleep apnea of adult or child', claim: visit('2026-03-04', ['G47.33'], aged('2018-01-01')), finds: 0 },
    {
      name: 'coronary disease of a child, which only the tables of the Medicare Code Editor tell',
      claim: stay('2026-03-04', ['I25.10'], aged('2018-01-01')),
      tables: EXAMPLE_EDITOR,
      finds: 1,
      codes: ['I25.10'],
    },
    { name: 'born 130 years ago', claim: visit('2026-03-04', ['I10'], aged('1896-01-01')), finds: 1 },
  ],
});

function aged(birthDate: string): { patient: { birthDate: string; sex: 'female'; memberId: string } } {
  return { patient: { birthDate, sex: 'female', memberId: 'EX-1' } };
}

const GROUP = { any: 0, newborn: 1, maternity: 2, child: 3, adult: 4, massOfAdult: 5, massOfChild: 6, maternityBefore: 7 } as const;
type Group = (typeof GROUP)[keyof typeof GROUP];

interface Span {
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly why: string;
}

const SPANS: Readonly<Record<Group, Span | undefined>> = {
  [GROUP.any]: undefined,
  [GROUP.newborn]: { from: 0, to: 0, words: 'a newborn', why: 'The code is for the first weeks of life (age 0).' },
  [GROUP.maternity]: {
    from: 9,
    to: 64,
    words: 'a pregnant patient',
    why: 'Medicare accepts pregnancy codes from 9 to 64 years (since October 2019).',
  },
  [GROUP.maternityBefore]: {
    from: 12,
    to: 55,
    words: 'a pregnant patient',
    why: 'Medicare accepted pregnancy codes from 12 to 55 years until September 2019.',
  },
  [GROUP.child]: { from: 0, to: 17, words: 'a child', why: 'Medicare accepts the code up to 17 years.' },
  [GROUP.adult]: { from: 15, to: OLDEST, words: 'an adult', why: 'Medicare accepts the code from 15 years.' },
  [GROUP.massOfAdult]: { from: 20, to: OLDEST, words: 'an adult', why: 'The note at Z68 keeps the adult codes for 20 years and older.' },
  [GROUP.massOfChild]: { from: 2, to: 19, words: 'a child', why: 'The note at Z68 keeps the pediatric codes for 2 to 19 years.' },
};

/** The editor's table decides where it is installed; else code and title. */
function groupFor(diagnosis: DiagnosisView, age: number, claim: ClaimView): Group {
  const { editor, icd, on } = claim;
  if (editor) {
    const group = diagnosis.mce ? groupOfFlags(diagnosis.mce, on) : GROUP.any;
    // Of the body mass index the tabular list says more than the table.
    return isOutside(group, age) ? group : massGroup(diagnosis.code);
  }
  if (!diagnosis.known || !icd) return GROUP.any;
  const group = groupOf(icd, diagnosis.row);
  return group === GROUP.maternity ? maternityOn(on) : group;
}

function groupOfFlags(flags: ReadonlySet<string>, on: Day | undefined): Group {
  if (flags.size === 0) return GROUP.any;
  if (flags.has('maternity')) return maternityOn(on);
  if (flags.has('newborn')) return GROUP.newborn;
  if (flags.has('pediatric')) return GROUP.child;
  return flags.has('adult') ? GROUP.adult : GROUP.any;
}

/** First day of the wider span of ages for pregnancy (age ranges of the editor's tables, version 43.1). */
const WIDER_MATERNITY = '2019-10-01';

function maternityOn(on: Day | undefined): Group {
  return on && on < WIDER_MATERNITY ? GROUP.maternityBefore : GROUP.maternity;
}

function massGroup(code: string): Group {
  if (!code.startsWith('Z68')) return GROUP.any;
  // Z68.5- is of children; a code of an edition that is not installed may stand without its dot.
  return /^Z68\.?5/.test(code) ? GROUP.massOfChild : GROUP.massOfAdult;
}

function isOutside(group: Group, age: number): boolean {
  const span = SPANS[group];
  return span !== undefined && (age < span.from || age > span.to);
}

function conflict(diagnosis: DiagnosisView, age: number, claim: ClaimView): Found | undefined {
  const group = groupFor(diagnosis, age, claim);
  const span = SPANS[group];
  if (!span) return undefined;
  if (!isOutside(group, age)) return diagnosis.code.startsWith('Z00.1') ? examinationInFirstWeeks(diagnosis, claim) : undefined;
  const editorStops = group !== GROUP.massOfAdult && group !== GROUP.massOfChild;
  return {
    at: diagnosis.path,
    codes: [diagnosis.code],
    severity: group === GROUP.newborn || (editorStops && claim.type === 'institutional') ? 'error' : 'warning',
    message: `${diagnosis.code} is for ${span.words}, and the patient is ${years(age)} old.`,
    why: span.why,
    fix: 'Check the date of birth first; if it is right, correct the diagnosis.',
  };
}

const groupOf = rowFact((icd, row) => {
  const code = icd.code(row);
  const chapter = icd.chapterNumber(row);
  return isMaternalCode(chapter, code) ? GROUP.maternity : readGroup(code, icd.display(row) ?? '', chapter);
});

/**
 * By code and title, taking only wordings for which every code that has them is of that age group in the Medicare
 * Code Editor (chapter.test.ts measures it where the editor's list is at hand).
 */
function readGroup(code: string, title: string, chapter: number): Group {
  if (code.startsWith('Z38') || code.startsWith('Z05') || code.startsWith('Z00.11')) return GROUP.newborn;
  if (code.startsWith('Z68')) return massGroup(code);
  if (chapter === EXTERNAL_CAUSES) return GROUP.any;
  if (/^Neonatal obstruction|, newborn$|neonatorum$/.test(title) && chapter !== PERINATAL) return GROUP.newborn;
  if (isOfChild(code, title)) return GROUP.child;
  return isOfAdult(code, title, chapter) ? GROUP.adult : GROUP.any;
}

const EXTERNAL_CAUSES = 20;
const PERINATAL = 16;
const HEALTH_STATUS = 21;

function isOfChild(code: string, title: string): boolean {
  if (code.startsWith('Z00.12')) return true;
  if (code.startsWith('T74') || code.startsWith('T76')) return /\b(?:child|infant)\b/i.test(title);
  return /^Child\b|\binfantile and juvenile\b/i.test(title);
}

function isOfAdult(code: string, title: string, chapter: number): boolean {
  if (code.startsWith('Z00.0')) return true;
  if (code.startsWith('T74') || code.startsWith('T76')) return /\badult\b/i.test(title);
  return chapter !== HEALTH_STATUS && (/\bage-related\b/i.test(title) || /^(?!senile degeneration of brain).*\bsenile\b/i.test(title));
}

/** Three codes share the first weeks: up to 7 days, 8 to 28 days, and over 28 days. */
function examinationInFirstWeeks({ code, path }: DiagnosisView, { ageInDays, inpatient }: ClaimView): Found | undefined {
  if (ageInDays === undefined || inpatient) return undefined;
  const right = ageInDays < 8 ? 'Z00.110' : ageInDays <= 28 ? 'Z00.111' : 'Z00.12';
  if (code.startsWith(right)) return undefined;
  return {
    at: path,
    codes: [code],
    severity: 'warning',
    message: `${code} is the examination of another age, for the patient is ${ageInDays} days old.`,
    why: 'Z00.110 is for newborns under 8 days, Z00.111 for 8 to 28 days, and Z00.12- for children over 28 days.',
    fix: `Use ${right === 'Z00.12' ? 'Z00.121 or Z00.129' : right}, or correct the date of birth.`,
  };
}

function tooOld(age: number): Found {
  return {
    at: '/patient/birthDate',
    message: `By the date of birth the patient is ${age} years old.`,
    why: `Payers accept ages from 0 to ${OLDEST} years.`,
    fix: 'Correct the date of birth.',
  };
}

function years(age: number): string {
  return age === 1 ? '1 year' : `${age} years`;
}

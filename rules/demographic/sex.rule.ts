import {
  type ClaimView,
  day,
  type DiagnosisView,
  type Found,
  type Icd10cmEdition,
  type NotChecked,
  type Outcomes,
  type Row,
  rowFact,
  rule,
} from '@cleanclaim/core';
import { exampleLine, stay, visit } from '../support/example-claim.ts';
import { codeEditor } from '../support/cites.ts';
import { EXAMPLE_EDITOR } from '../support/example-editor.ts';
import { within } from '../support/code-parts.ts';
import { isMaternal, isMaternalCode } from '../support/pregnancy.ts';

/** Medicare's editors no longer compare diagnosis and sex for services after this day. */
const LAST_DAY = day('2024-09-30');

export default rule({
  id: 'demographic/sex',
  title: 'A diagnosis that does not fit the sex of the patient',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: [['icd10cm', 'mce-diagnoses']],
  cites: [
    codeEditor('edit 5, sex conflict (ended for discharges from 2024-10-01)'),
    {
      title: 'ICD-10-CM Tabular List of Diseases and Injuries',
      section: 'headings of C51–C63, D25–D29, D39–D40 and N40–N98, which name the genital organs of one sex',
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
      checked: '2026-11-24',
      read: 'text',
      note: 'in the releases that the bundled pack is made from',
    },
    {
      title: 'Medicare Claims Processing Manual, chapter 32: billing requirements for special services',
      section: '240 special instructions for services with a gender/procedure conflict',
      url: 'https://www.cms.gov/regulations-and-guidance/guidance/manuals/downloads/clm104c32.pdf',
      checked: '2026-11-24',
      read: 'text',
      note: 'in the words of revision 1877 of 2009, as quoted',
    },
  ],

  on: 'claim',
  check(claim, { data }) {
    // What Medicare compared to the end still helps to find mistakes later.
    const asOf = claim.on && claim.on < LAST_DAY ? claim.on : LAST_DAY;
    const editor = claim.editor ?? data.mceDiagnoses(asOf);
    let found: Found[] | undefined;
    let open: NotChecked | undefined;
    for (const diagnosis of claim.diagnoses) {
      const flags = editor?.flags(diagnosis.code, asOf);
      if (!flags && !diagnosis.known) continue;
      const sex = flags ? sexOf(flags) : claim.icd && sexOfCode(claim.icd, diagnosis.row);
      if (sex === undefined || sex === 'either') continue;
      if (sex === 'open') {
        open ??= claim.sex === 'unknown' ? SEX_NOT_GIVEN : editor ? NEWER_THAN_LIST : LIST_NOT_INSTALLED;
      } else if (claim.sex === 'unknown') open = SEX_NOT_GIVEN;
      else if (claim.sex !== sex) (found ??= []).push(conflict(diagnosis, sex, claim));
    }
    if (!found && !open) return undefined;
    return outcomes(found ?? [], open, claim);
  },

  examples: [
    { name: 'a pregnancy code for a male patient', claim: visit('2026-03-04', ['O26.892'], male()), finds: 1, codes: ['O26.892'] },
    { name: 'a pregnancy code for a female patient', claim: visit('2026-03-04', ['O26.892']), finds: 0 },
    {
      name: 'modifier KX accepts it',
      claim: visit('2026-03-04', ['O26.892'], { ...male(), lines: [exampleLine('2026-03-04', 1, { modifiers: ['KX'] })] }),
      finds: 0,
    },
    {
      name: 'condition code 45 accepts it on a hospital claim',
      claim: stay('2026-03-04', ['O26.892'], { ...male(), conditionCodes: ['45'] }),
      finds: 0,
    },
    {
      name: 'modifier KX of a hospital line says something else',
      claim: stay('2026-03-04', ['O26.892'], {
        ...male(),
        lines: [{ revenue: '0420', code: 'G0283', modifiers: ['GP', 'KX'], from: '2026-03-02', units: 1, charge: '3600.00' }],
      }),
      finds: 1,
    },
    { name: 'an enlarged prostate of a female patient', claim: visit('2026-03-04', ['N40.1']), finds: 1, codes: ['N40.1'] },
    { name: 'a fibroid of a male patient', claim: visit('2026-03-04', ['D25.9'], male()), finds: 1, codes: ['D25.9'] },
    { name: 'a breast of a male patient', claim: visit('2026-03-04', ['N62'], male()), finds: 0 },
    { name: 'an aftercare that only the list tells is left unchecked, not passed', claim: visit('2026-03-04', ['Z12.5']), finds: 0 },
    {
      name: 'an enlarged prostate with the tables of the Medicare Code Editor',
      claim: visit('2026-03-04', ['N40.1']),
      tables: EXAMPLE_EDITOR,
      finds: 1,
      codes: ['N40.1'],
    },
  ],
});

function male(): { patient: { birthDate: string; sex: 'male'; memberId: string } } {
  return { patient: { birthDate: '1990-06-15', sex: 'male', memberId: 'EX-1' } };
}

function sexOf(flags: ReadonlySet<string>): 'female' | 'male' | undefined {
  return flags.has('female') ? 'female' : flags.has('male') ? 'male' : undefined;
}

/**
 * Codes under headings of the tabular list that name the genital organs of one sex. Wherever the list of the Medicare
 * Code Editor of 2024-09-30 flags one of their 560 codes at all, it is with this sex (one, N85.A, it does not flag).
 */
function sexOfOrgans(code: string): 'female' | 'male' | undefined {
  if (MALE_ORGANS.some(([first, after]) => within(code, first, after))) return 'male';
  return FEMALE_ORGANS.some(([first, after]) => within(code, first, after)) ? 'female' : undefined;
}

/** What code, title and tabular list tell where no editor's list does; `open` where its list might hold the code. */
const sexOfCode = rowFact((icd, row): 'female' | 'male' | 'open' | 'either' => {
  const code = icd.code(row);
  const sex = isMaternalCode(icd.chapterNumber(row), code) ? 'female' : sexOfOrgans(code);
  return sex ?? (mayDependOnSex(icd, row) ? 'open' : 'either');
});

/** Malignant, benign and uncertain neoplasms of male genital organs; diseases of male genital organs. */
const MALE_ORGANS = [
  ['C60', 'C64'],
  ['D29', 'D2A'],
  ['D40', 'D41'],
  ['N40', 'N54'],
] as const;

/** Malignant, benign and uncertain neoplasms of female genital organs; diseases of female pelvic organs and genital tract. */
const FEMALE_ORGANS = [
  ['C51', 'C59'],
  ['D25', 'D29'],
  ['D39', 'D3A'],
  ['N70', 'N78'],
  ['N80', 'N99'],
] as const;

function outcomes(found: readonly Found[], open: NotChecked | undefined, claim: ClaimView): Outcomes {
  const unchecked = open ? [open] : [];
  const by = found.length > 0 ? acceptedBy(claim) : undefined;
  if (by === undefined) return [...found, ...unchecked];
  return [{ bypassed: by, codes: found.flatMap((each) => each.codes ?? []) }, ...unchecked];
}

const LIST_NOT_INSTALLED: NotChecked = {
  notChecked:
    'The list of sex-specific diagnoses is in the Medicare Code Editor tables, which are not installed; Medicare ended these edits for services after 2024-09-30.',
  install: 'cleanclaim data add FILE (the diagnoses of the Medicare Code Editor), where the payer still asks for it.',
};

const NEWER_THAN_LIST: NotChecked = {
  notChecked: 'A diagnosis is newer than the last list of sex-specific diagnoses, of 2024-09-30.',
  install: 'Compare the diagnosis with the sex of the patient yourself where the payer still asks for it.',
};

const SEX_NOT_GIVEN: NotChecked = {
  notChecked: 'The claim does not give the sex of the patient, so it cannot be compared with the diagnoses.',
  install: 'Give the sex of the patient: "sex": "female" or "male".',
};

function conflict(diagnosis: DiagnosisView, sex: 'female' | 'male', claim: ClaimView): Found {
  const { path, code } = diagnosis;
  const ended = claim.on !== undefined && claim.on > LAST_DAY;
  return {
    at: path,
    codes: [code],
    severity: ended ? 'warning' : 'error',
    status: ended ? 'review' : 'fail',
    message: `${code} is for a ${isMaternal(diagnosis) ? 'pregnant' : sex} patient, and the patient is ${claim.sex}.`,
    why: ended
      ? 'Medicare no longer rejects this, but other payers may, and it is often a mistake.'
      : 'Payers return a claim whose diagnosis does not fit the sex of the patient.',
    fix: `Check the sex and the diagnosis. If both are right, add ${claim.type === 'institutional' ? 'condition code 45' : 'modifier KX to the line'}.`,
  };
}

/** Condition code 45 of an institution and modifier KX of a practitioner say that the difference is known (section 240). */
function acceptedBy(claim: ClaimView): string | undefined {
  if (claim.type === 'institutional')
    return claim.claim.conditionCodes?.some((code) => code.trim() === '45') ? 'condition code 45' : undefined;
  const line = claim.lines.find((each) => each.modifiers.includes('KX'));
  return line && `modifier KX on line ${line.n}`;
}

/**
 * Whether the list might hold the code: wide enough to hold every code of the list (chapter.test.ts measures it), so
 * that only claims on which it bears are told of the missing check.
 */
const GENITAL_BLOCKS = /^(?:C5[0-8]|C6[0-3]|N4|N5[0-3]|N6|N7|N8|N9[0-8]|Q5[0-6]|Q9[678]|Z3[0-9A])/;
const WORDS =
  /\b(?:fe)?male\b|\bprostat|\bpeni[sl]|\btest[ie][sc]|\bscrot|epididym|spermat|hematosperm|vas deferens|vasectom|\but(?:er[iou]|ero)|\bovar|vagin|vulv|\bcervi(?:x|cal (?:smear|high|low|dysplasia|shortening))|\bcervicitis|fallopian|\btubal lig|menstr|menopaus|pregnan|puerper|obstetric|matern|\blabi[ua]|prepuce|balanit|orchitis|\bgenital|salping|\bseminal|erectile|ejacul|gestation|placent|partum|delivery|childbirth|births?\b|procreat|contracept|\boocyte|gyneco|hyster|endometri|hydrocele|urethral stricture|hypospad|fertil|pelvic floor|multipar|pre-term labor|circumcis|pap smear|\bbreast/i;

function mayDependOnSex(icd: Icd10cmEdition, row: Row): boolean {
  if (GENITAL_BLOCKS.test(icd.code(row))) return true;
  // "External genitals" in the title of an injury category covers backs and buttocks too: there only the code's own words count.
  const levels = icd.chapterNumber(row) === INJURIES ? [] : icd.ancestors(row);
  return [...levels, row].some((level) => WORDS.test(icd.display(level) ?? ''));
}

const INJURIES = 19;

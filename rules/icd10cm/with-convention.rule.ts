import { type Context, day, type DiagnosisView, type Found, type Outcome, rule } from '@cleanclaim/core';
import { guidelines } from '../support/cites.ts';
import { stay, visit } from '../support/example-claim.ts';

export default rule({
  id: 'icd10cm/with-convention',
  title: 'Two conditions that the classification presumes to belong together',
  severity: 'warning',
  stage: 'stable',
  // Until FY2017 heart disease needed a stated link.
  from: day('2016-10-01'),
  needs: ['icd10cm', 'icd10cm-notes'],
  speaksOf: (icd, row) => isHypertensionCode(icd.code(row)) || isDiabetesCode(icd.code(row)),
  cites: [
    guidelines('I.A.15 "With"'),
    guidelines('I.C.9.a Hypertension'),
    guidelines('I.C.4.a Diabetes mellitus'),
    {
      title: 'ICD-10-CM Alphabetic Index',
      section: 'Diabetes, with, and Hypertension, heart, kidney, cardiorenal',
      url: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes',
      checked: '2026-11-24',
      read: 'text',
      note: 'in the edition of FY2017',
    },
  ],

  on: 'claim',
  check({ sequence }, context) {
    if (sequence.length < 2) return undefined;
    let found: Outcome[] | undefined;
    const hypertension = sequence.find(isHypertension);
    if (hypertension) {
      const combined = saidAlready(sequence, isHypertension) ?? hypertensive(hypertension, sequence, context);
      if (combined) found = [combined];
    }
    const diabetes = sequence.find(isDiabetes);
    if (diabetes) {
      const linked = diabetic(diabetes, sequence, context);
      if (linked) found = (found ?? []).concat(linked);
      const twice = saidAlready(sequence, isDiabetes);
      if (twice) found = (found ?? []).concat(twice);
    }
    return found;
  },

  examples: [
    { name: 'hypertension and kidney disease', claim: visit('2026-03-04', ['I10', 'N18.31']), finds: 1, codes: ['I10', 'N18.31'] },
    { name: 'the combination code', claim: visit('2026-03-04', ['I12.9', 'N18.31']), finds: 0 },
    { name: 'heart and kidney', claim: stay('2026-03-14', ['I12.9', 'N18.4', 'I50.33']), finds: 1, codes: ['I12.9', 'N18.4', 'I50.33'] },
    {
      name: 'an enlarged heart, which the combination code says as well',
      claim: visit('2026-03-04', ['I10', 'I51.7']),
      finds: 1,
      codes: ['I10', 'I51.7'],
    },
    { name: 'the combination code alone', claim: visit('2026-03-04', ['I11.9']), finds: 0 },
    { name: 'a heart failure of another stated cause', claim: visit('2026-03-04', ['I09.81', 'I50.22', 'I10']), finds: 0 },
    { name: 'acute kidney failure is not presumed', claim: visit('2026-03-04', ['N17.9', 'I10']), finds: 0 },
    { name: 'diabetes and kidney disease', claim: visit('2026-03-04', ['E11.9', 'N18.31']), finds: 1, codes: ['E11.9', 'N18.31'] },
    { name: 'diabetic kidney disease', claim: visit('2026-03-04', ['E11.22', 'N18.31']), finds: 0 },
    { name: 'a link is missing beside another complication', claim: visit('2026-03-04', ['E11.65', 'G62.9']), finds: 1 },
    {
      name: 'hypertension beside its combination code',
      claim: visit('2026-03-04', ['I11.0', 'I50.22', 'I10']),
      finds: 1,
      codes: ['I10', 'I11.0'],
    },
    { name: 'without complications, beside one', claim: visit('2026-03-04', ['E11.9', 'E11.65']), finds: 1, codes: ['E11.9', 'E11.65'] },
    { name: 'two complications', claim: visit('2026-03-04', ['E11.65', 'E11.40']), finds: 0 },
    { name: 'secondary hypertension', claim: visit('2026-03-04', ['I15.9', 'I10']), finds: 0 },
    { name: 'a venous ulcer is not the diabetic one', claim: visit('2026-03-04', ['I87.312', 'L97.929', 'E11.9']), finds: 0 },
    { name: 'a condition the Index does not list', claim: visit('2026-03-04', ['E11.9', 'M17.11', 'H25.13']), finds: 0 },
  ],
});

function isHypertension({ known, code }: DiagnosisView): boolean {
  return known && isHypertensionCode(code);
}

function isHypertensionCode(code: string): boolean {
  return code.length >= 3 && code[0] === 'I' && code[1] === '1' && '0123'.includes(code[2] ?? '4');
}

/** The plain code (hypertension, diabetes without complications) beside one that says it with its complication. */
function saidAlready(sequence: readonly DiagnosisView[], isOne: (diagnosis: DiagnosisView) => boolean): Found | undefined {
  const plain = sequence.find((each) => isOne(each) && PLAIN.has(each.code));
  const category = plain?.code.slice(0, 3);
  // I11 to I13 say the hypertension of I10; of diabetes only codes of one type belong together.
  const combined =
    plain &&
    sequence.find((each) => isOne(each) && each.code !== plain.code && (category === 'I10' || each.code.startsWith(`${category}.`)));
  if (!plain || !combined) return undefined;
  return {
    at: plain.path,
    codes: [plain.code, combined.code],
    status: 'review',
    message: `${plain.code} stands beside ${combined.code}, which says it already.`,
    why: `${combined.code} names the condition together with its complication; ${plain.code} is the code of the condition without any.`,
    fix: `Take ${plain.code} off, unless the record says that the complication has another cause: then ${combined.code} is not the code.`,
    suggestions: [{ when: `the record supports ${combined.code}`, patch: [{ op: 'remove', path: plain.path }] }],
  };
}

const PLAIN: ReadonlySet<string> = new Set(['I10', 'E08.9', 'E09.9', 'E10.9', 'E11.9', 'E13.9']);

/** Heart disease that is presumed hypertensive besides heart failure: I51.4–I51.7, I51.89, I51.9. */
const HEART = ['I51.4', 'I51.5', 'I51.7', 'I51.89', 'I51.9'];

/** Heart disease that has no code of its own beside I11.9 since FY2026 (I.C.9.a.1). */
const SAID_BY_I11 = ['I51.5', 'I51.7'];
const SAID_SINCE = day('2025-10-01');

function hypertensive(hypertension: DiagnosisView, sequence: readonly DiagnosisView[], context: Context): Found | undefined {
  const kidney = sequence.find((each) => each.known && each.code.startsWith('N18'));
  const heart = hypertensiveHeart(sequence, context);
  if (!heart && !kidney) return undefined;
  const own = sequence.filter(isHypertension).map(({ code }) => code);
  const withKidney = own.some((code) => code.startsWith('I12') || code.startsWith('I13'));
  const withHeart = own.some((code) => code.startsWith('I11') || code.startsWith('I13'));
  const withFailure = own.some((code) => code === 'I11.0' || code === 'I13.0' || code === 'I13.2');
  const failure = heart?.code.startsWith('I50') === true;
  if ((withKidney || !kidney) && (withHeart || !heart) && (withFailure || !failure)) return undefined;
  const late = own.some((code) => code === 'I12.0' || code === 'I13.11' || code === 'I13.2') || /^N18\.[56]/.test(kidney?.code ?? '');
  const better = combination(withHeart || heart !== undefined, withFailure || failure, withKidney || kidney !== undefined, late);
  const partners = [kidney, heart].flatMap((each) => (each ? [each.code] : []));
  const { on } = context.claim;
  const said = better === 'I11.9' && heart !== undefined && SAID_BY_I11.includes(heart.code) && on !== undefined && on >= SAID_SINCE;
  return {
    at: hypertension.path,
    codes: [hypertension.code, ...partners],
    status: 'review',
    message: `${hypertension.code} stands beside ${partners.join(' and ')}; ${better} is expected in its place.`,
    why: 'The classification presumes that hypertension and chronic kidney disease or heart disease are cause and effect, also when the record does not link them.',
    fix: `Code ${better} ${said ? `in place of ${hypertension.code} and` : 'before'} ${partners.join(' and ')}. Keep ${hypertension.code} only if the record says that they are unrelated.`,
    suggestions: [
      {
        when: 'the record does not say that they are unrelated',
        patch: [{ op: 'replace', path: `${hypertension.path}/code`, value: better }],
      },
    ],
  };
}

/** Heart failure, else other heart disease, unless the claim has another cause that its "code first" note names (rheumatic, postprocedural, obstetric). */
function hypertensiveHeart(sequence: readonly DiagnosisView[], { icd }: Context): DiagnosisView | undefined {
  const heart =
    sequence.find((each) => each.known && each.code.startsWith('I50')) ?? sequence.find((each) => each.known && HEART.includes(each.code));
  const other = sequence.some((each) => heart && each.known && !isHypertension(each) && icd.names(heart.row, 'codeFirst', each.row) >= 0);
  return other ? undefined : heart;
}

function combination(heart: boolean, failure: boolean, kidney: boolean, late: boolean): string {
  if (kidney && failure) return late ? 'I13.2' : 'I13.0';
  if (kidney && heart) return late ? 'I13.11' : 'I13.10';
  if (kidney) return late ? 'I12.0' : 'I12.9';
  return failure ? 'I11.0' : 'I11.9';
}

/** What the Index lists under "Diabetes, with", as the code of the condition standing alone. */
interface Link {
  /** Codes that begin so. */
  readonly condition: string;
  /** The characters after the dot of the diabetes code that says it. */
  readonly coded: string;
  /** Diabetes codes that begin so after the dot already say it. */
  readonly said: string;
  readonly name: string;
}

const LINKS: readonly Link[] = [
  { condition: 'N18', coded: '22', said: '2', name: 'chronic kidney disease' },
  { condition: 'G62.9', coded: '42', said: '4', name: 'polyneuropathy' },
  { condition: 'G58.9', coded: '41', said: '4', name: 'mononeuropathy' },
  { condition: 'G90.9', coded: '43', said: '4', name: 'autonomic neuropathy' },
  { condition: 'K31.84', coded: '43', said: '43', name: 'gastroparesis' },
  { condition: 'H26.9', coded: '36', said: '36', name: 'cataract' },
  { condition: 'H35.00', coded: '319', said: '3', name: 'retinopathy' },
  { condition: 'I73.9', coded: '51', said: '5', name: 'peripheral angiopathy' },
  { condition: 'I96', coded: '52', said: '52', name: 'gangrene' },
  { condition: 'L97.4', coded: '621', said: '62', name: 'foot ulcer' },
  { condition: 'L97.5', coded: '621', said: '62', name: 'foot ulcer' },
  { condition: 'L97', coded: '622', said: '62', name: 'skin ulcer' },
  { condition: 'L98.49', coded: '622', said: '62', name: 'skin ulcer' },
  { condition: 'L92.1', coded: '620', said: '620', name: 'necrobiosis lipoidica' },
  { condition: 'M14.6', coded: '610', said: '610', name: "Charcot's joint" },
  { condition: 'E16.2', coded: '649', said: '64', name: 'hypoglycemia' },
];

const TYPES = 'E08 E09 E10 E11 E13';

function isDiabetes({ known, code }: DiagnosisView): boolean {
  return known && isDiabetesCode(code);
}

function isDiabetesCode(code: string): boolean {
  return code[0] === 'E' && code[3] === '.' && TYPES.includes(code.slice(0, 3));
}

function diabetic(diabetes: DiagnosisView, sequence: readonly DiagnosisView[], { icd }: Context): Found[] | undefined {
  let found: Found[] | undefined;
  const told = new Set<string>();
  for (const condition of sequence) {
    if (!condition.known) continue;
    const link = LINKS.find((each) => condition.code.startsWith(each.condition));
    if (!link || told.has(link.coded)) continue;
    if (sequence.some((each) => isDiabetes(each) && each.code.startsWith(link.said, 4))) continue;
    // A venous or arterial ulcer has a code of its own that asks for the ulcer.
    const isUlcer = condition.code[0] === 'L';
    if (isUlcer && sequence.some((each) => each.known && icd.names(each.row, 'useAdditionalCode', condition.row) >= 0)) continue;
    told.add(link.coded);
    (found ??= []).push(unlinked(diabetes, condition, link));
  }
  return found;
}

function unlinked(diabetes: DiagnosisView, condition: DiagnosisView, link: Link): Found {
  const better = `${diabetes.code.slice(0, 3)}.${link.coded}`;
  const plain = diabetes.code.endsWith('.9');
  return {
    at: diabetes.path,
    codes: [diabetes.code, condition.code],
    status: 'review',
    message: `${diabetes.code} stands beside ${condition.code}; ${better} is expected.`,
    why: `The Alphabetic Index lists ${link.name} under "Diabetes, with", so the two are presumed to be cause and effect, also when the record does not link them.`,
    fix: plain
      ? `Code ${better} instead of ${diabetes.code}. Keep ${diabetes.code} only if the record says that the two are unrelated.`
      : `Add ${better} unless the record says that the two are unrelated.`,
    suggestions: [
      {
        when: 'the record does not say that they are unrelated',
        patch: [
          plain
            ? { op: 'replace', path: `${diabetes.path}/code`, value: better }
            : { op: 'add', path: diabetes.path, value: { code: better } },
        ],
      },
    ],
  };
}

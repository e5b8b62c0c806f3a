import { day, type DiagnosisView, rule } from '@cleanclaim/core';
import { visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';

const SYMPTOMS = 18;

export default rule({
  id: 'icd10cm/symptom-integral',
  title: 'A symptom beside the disease it belongs to',
  severity: 'info',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm'],
  speaksOf: (icd, row) => icd.chapterNumber(row) === SYMPTOMS && BY_CATEGORY.has(icd.code(row).slice(0, 3)),
  cites: [
    {
      ...guidelines('I.B.5 Conditions that are an integral part of a disease process'),
      note: 'in a reprint of FY2026; it gives no list, the pairs are a choice of this project',
    },
  ],

  on: 'diagnosis-pair',
  check(first, second) {
    if ((first.chapter === SYMPTOMS) === (second.chapter === SYMPTOMS)) return undefined;
    const [symptom, disease] = first.chapter === SYMPTOMS ? [first, second] : [second, first];
    if (!isIntegral(symptom, disease)) return undefined;
    return {
      at: symptom.path,
      codes: [symptom.code, disease.code],
      message: `${symptom.code} is a usual part of ${disease.code} and is then not coded by itself.`,
      why: 'Signs and symptoms that belong routinely to a confirmed disease are not additional codes.',
      fix: `Leave out ${symptom.code} unless the record gives it a cause other than ${disease.code}.`,
    };
  },

  examples: [
    { name: 'chest pain with a heart attack', claim: visit('2026-03-04', ['R07.9', 'I21.4']), finds: 1, codes: ['R07.9', 'I21.4'] },
    { name: 'fever and cough with pneumonia', claim: visit('2026-03-04', ['J18.9', 'R50.9', 'R05.1']), finds: 2 },
    { name: 'painful urination with a bladder infection', claim: visit('2026-03-04', ['N30.00', 'R30.0']), finds: 1 },
    { name: 'chest pain with a disease it does not belong to', claim: visit('2026-03-04', ['R07.9', 'E11.9']), finds: 0 },
    { name: 'frequency with an enlarged prostate is coded as well', claim: visit('2026-03-04', ['N40.1', 'R35.0']), finds: 0 },
    { name: 'coma with a stroke is coded as well', claim: visit('2026-03-04', ['I63.9', 'R40.20']), finds: 0 },
  ],
});

/**
 * Symptoms and the diseases they belong to, by the beginnings of their codes: our own choice, for the Guidelines give no
 * list. Only cardinal pairs, and none where the tabular list asks for the symptom as an additional code.
 */
const INTEGRAL: readonly { readonly symptoms: readonly string[]; readonly diseases: readonly string[] }[] = [
  { symptoms: ['R07.2', 'R07.8', 'R07.9'], diseases: ['I20', 'I21', 'I22', 'I24', 'I25.11', 'I25.7'] },
  { symptoms: ['R07.1', 'R07.81'], diseases: ['I26', 'J18', 'J90'] },
  { symptoms: ['R06.0', 'R06.2'], diseases: ['I50', 'J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J44', 'J45', 'J81', 'J96', 'I26'] },
  {
    symptoms: ['R05'],
    diseases: [
      'J00',
      'J06',
      'J10',
      'J11',
      'J12',
      'J13',
      'J14',
      'J15',
      'J16',
      'J18',
      'J20',
      'J21',
      'J40',
      'J41',
      'J42',
      'J44',
      'J45',
      'U07.1',
    ],
  },
  {
    symptoms: ['R50.9'],
    diseases: ['A40', 'A41', 'J02', 'J03', 'J10', 'J11', 'J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'K35', 'N10', 'U07.1'],
  },
  { symptoms: ['R09.02'], diseases: ['J96.01', 'J96.11', 'J96.21', 'J96.91'] },
  { symptoms: ['R07.0'], diseases: ['J02', 'J03'] },
  { symptoms: ['R09.81'], diseases: ['J00', 'J01', 'J30', 'J31'] },
  { symptoms: ['R10'], diseases: ['K35', 'K36', 'K37', 'K56', 'K80.0', 'K80.1', 'K81', 'K85', 'N20', 'N23'] },
  { symptoms: ['R11'], diseases: ['A08', 'A09', 'K52', 'K56', 'K35', 'K85'] },
  { symptoms: ['R19.7'], diseases: ['A02', 'A03', 'A04', 'A05', 'A08', 'A09', 'K50', 'K51', 'K52'] },
  { symptoms: ['R12'], diseases: ['K21'] },
  { symptoms: ['R30', 'R35.0', 'R39.15'], diseases: ['N30', 'N34', 'N39.0', 'N10'] },
  { symptoms: ['R60'], diseases: ['I50', 'N04'] },
  { symptoms: ['R51'], diseases: ['G43', 'G44'] },
  { symptoms: ['R42'], diseases: ['H81'] },
  { symptoms: ['R56.9'], diseases: ['G40'] },
  { symptoms: ['R73.0', 'R73.9'], diseases: ['E08', 'E09', 'E10', 'E11', 'E13'] },
  { symptoms: ['R03.0'], diseases: ['I10', 'I11', 'I12', 'I13', 'I15', 'I16'] },
];

/** The table by the category of the symptom, since almost no pair of a claim is in it. */
const BY_CATEGORY = new Map<string, { readonly symptom: string; readonly diseases: readonly string[] }[]>();
for (const { symptoms, diseases } of INTEGRAL) {
  for (const symptom of symptoms) {
    const category = symptom.slice(0, 3);
    BY_CATEGORY.set(category, [...(BY_CATEGORY.get(category) ?? []), { symptom, diseases }]);
  }
}

function isIntegral(symptom: DiagnosisView, disease: DiagnosisView): boolean {
  const entries = BY_CATEGORY.get(symptom.code.slice(0, 3));
  if (!entries) return false;
  return entries.some((entry) => symptom.code.startsWith(entry.symptom) && entry.diseases.some((code) => disease.code.startsWith(code)));
}

import { type CauseList, causeList } from './cause-list.ts';

/** Chapters of ICD-11 with names of our own: the first character of a code tells its chapter. Extension codes (X) stand for no case. */
export function icd11Chapters(): CauseList {
  return causeList(
    {
      id: 'icd11-chapters',
      title: 'Chapters of ICD-11',
      source: 'ICD-11 for Mortality and Morbidity Statistics: first characters of codes',
      edition: 'icd11',
    },
    [
      ['01', '1 Infectious and parasitic diseases', '1A00-1ZZZ'],
      ['02', '2 Neoplasms', '2A00-2ZZZ'],
      ['03', '3 Blood', '3A00-3ZZZ'],
      ['04', '4 Immune system', '4A00-4ZZZ'],
      ['05', '5 Endocrine, nutritional and metabolic diseases', '5A00-5ZZZ'],
      ['06', '6 Mental, behavioural and neurodevelopmental disorders', '6A00-6ZZZ'],
      ['07', '7 Sleep and waking', '7A00-7ZZZ'],
      ['08', '8 Nervous system', '8A00-8ZZZ'],
      ['09', '9 Eye', '9A00-9ZZZ'],
      ['10', '10 Ear', 'AA00-AZZZ'],
      ['11', '11 Circulatory system', 'BA00-BZZZ'],
      ['12', '12 Respiratory system', 'CA00-CZZZ'],
      ['13', '13 Digestive system', 'DA00-DZZZ'],
      ['14', '14 Skin', 'EA00-EZZZ'],
      ['15', '15 Muscles, bones and connective tissue', 'FA00-FZZZ'],
      ['16', '16 Genitourinary system', 'GA00-GZZZ'],
      ['17', '17 Sexual health', 'HA00-HZZZ'],
      ['18', '18 Pregnancy, childbirth and the weeks after', 'JA00-JZZZ'],
      ['19', '19 Conditions from around birth', 'KA00-KZZZ'],
      ['20', '20 Developmental anomalies', 'LA00-LZZZ'],
      ['21', '21 Symptoms, signs and findings', 'MA00-MZZZ', 'remainder'],
      ['22', '22 Injury and poisoning, by nature', 'NA00-NZZZ'],
      ['23', '23 External causes', 'PA00-PZZZ'],
      ['24', '24 Factors of health status and contact with services', 'QA00-QZZZ', 'remainder'],
      ['25', '25 Codes for special purposes', 'RA00-RZZZ'],
      ['26', '26 Traditional medicine', 'SA00-SZZZ'],
      ['V', 'V Functioning', 'VA00-VZZZ', 'remainder'],
    ],
  );
}

import { type CauseList, causeList } from './cause-list.ts';

/** Chapter titles in our words; ranges cover ICD-10 and, where ICD-10-CM goes further (D49, K95, O9A), that too. */
export function icd10Chapters(): CauseList {
  return causeList({ id: 'icd10-chapters', title: 'Chapters of ICD-10', source: 'ICD-10 volume 1, 2019 edition: ranges of the chapters' }, [
    ['1', 'I Infectious and parasitic diseases', 'A00-B99'],
    ['2', 'II Neoplasms', 'C00-D49'],
    ['3', 'III Blood and immune disorders', 'D50-D89'],
    ['4', 'IV Endocrine, nutritional and metabolic diseases', 'E00-E90'],
    ['5', 'V Mental and behavioural disorders', 'F00-F99'],
    ['6', 'VI Nervous system', 'G00-G99'],
    ['7', 'VII Eye', 'H00-H59'],
    ['8', 'VIII Ear', 'H60-H95'],
    ['9', 'IX Circulatory system', 'I00-I99'],
    ['10', 'X Respiratory system', 'J00-J99'],
    ['11', 'XI Digestive system', 'K00-K95'],
    ['12', 'XII Skin', 'L00-L99'],
    ['13', 'XIII Muscles, bones and connective tissue', 'M00-M99'],
    ['14', 'XIV Genitourinary system', 'N00-N99'],
    ['15', 'XV Pregnancy, childbirth and the weeks after', 'O00-O9A'],
    ['16', 'XVI Conditions from around birth', 'P00-P99'],
    ['17', 'XVII Congenital anomalies', 'Q00-Q99'],
    ['18', 'XVIII Symptoms, signs and ill-defined causes', 'R00-R99', 'remainder'],
    ['19', 'XIX Injury and poisoning, by nature', 'S00-T98'],
    ['20', 'XX External causes', 'V00-Y99'],
    ['21', 'XXI Factors of health status and contact with services', 'Z00-Z99', 'remainder'],
    ['22', 'XXII Codes for special purposes', 'U00-U99'],
  ]);
}

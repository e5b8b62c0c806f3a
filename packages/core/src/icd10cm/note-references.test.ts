import { describe, expect, it } from 'vitest';
import { meetsRestrictions, namesPartOfLevel, noteReferences, writeReference } from './note-references.ts';
import { NOTE_REPAIRS } from './note-repairs.ts';

/** The references of a line as people write them. */
const read = (line: string): string[] => noteReferences(line).map(writeReference);

describe('codes, dashes and ranges in parentheses', () => {
  it.each([
    ['cystitis (N30.0)', ['N30.0']],
    ['ulcerative colitis (K51.-)', ['K51']],
    ['Marfan syndrome (Q87.4-)', ['Q87.4']],
    ['adverse effect of other viral vaccine (T50.B95-)', ['T50.B95']],
    ['diabetes mellitus (E08-E13)', ['E08-E13']],
    ['atherosclerosis of native arteries (I70.22-I70.24)', ['I70.22-I70.24']],
    ['acute myocardial infarction (I21.0-I21.B, I22.-)', ['I21.0-I21.B', 'I22']],
    ['hypertensive disease complicating pregnancy (O10-O11, O13-O16)', ['O10-O11', 'O13-O16']],
    ['malignant neoplasm of auricular canal (external) (C43.2-,C44.2-)', ['C43.2', 'C44.2']],
    ['other acute respiratory tract infections (J00-J06; J20-J22)', ['J00-J06', 'J20-J22']],
    ['specified adverse effects of drugs and medicaments (A00-R94 and T80-T88.6, T88.8)', ['A00-R94', 'T80-T88.6', 'T88.8']],
    ['rheumatoid arthritis with rheumatoid factor by site, if known (M05.00 to M05.8A)', ['M05.00-M05.8A']],
    ['gangrene (K82.A1), or perforation of gallbladder (K82.A2)', ['K82.A1', 'K82.A2']],
    ['type 2 diabetes mellitus [E11.-]', ['E11']],
    ['SCN2A-related neurodevelopmental disorder (QA0.0101)', ['QA0.0101']],
    ['multiple sclerosis (G35-)', ['G35']],
    ['any site (Z3A.-)', ['Z3A']],
  ])('%s', (line, codes) => expect(read(line)).toEqual(codes));
});

describe('lists that restrict the characters', () => {
  it.each([
    ['diabetes mellitus (E08-E13 with .42)', ['E08-E13 with .42']],
    ['diabetic (peripheral) angiopathy (E08-E13 with .51-.52)', ['E08-E13 with .51, .52']],
    ['skin disorders in diabetes (E08-E13 with .62-)', ['E08-E13 with .62']],
    ['dementia in alcohol disorders (F10-F19, with .17, .27, .97)', ['F10-F19 with .17, .27, .97']],
    ['hallucinations (F10-F19 with .151, .251, .951)', ['F10-F19 with .151, .251, .951']],
    ['hyperosmolarity (E08, E09 with final characters .00 or .01)', ['E08 with .00, .01', 'E09 with .00, .01']],
    ['amnestic syndrome (F10-F19 with 5th character .6)', ['F10-F19 with character 5 6']],
    ['whooping cough with pneumonia (A37 with fifth-character 1)', ['A37 with character 5 1']],
    ['respiratory failure with hypercapnia (J96. with 5th character 2)', ['J96 with character 5 2']],
    ['open fracture of pelvis (S32.1--S32.9 with 7th character B)', ['S32.1-S32.9 with character 7 B']],
    ['open fracture of shoulder (S42.- with 7th character B or C)', ['S42 with character 7 B/C']],
    ['open fracture of ankle (S92.-with 7th character B)', ['S92 with character 7 B']],
    ['adverse effect of salicylates (T39.0-, with sixth character 5)', ['T39.0 with character 6 5']],
    ['adverse effect (T36-T50 with fifth or sixth character 5)', ['T36-T50 with 5th or 6th character 5']],
    ['adverse effect (T36-T50 with fifth or six character 5)', ['T36-T50 with 5th or 6th character 5']],
    ['poisoning (T36-T65 with fifth or sixth character 1-4 or 6)', ['T36-T65 with 5th or 6th character 1/2/3/4/6']],
    ['underdosing of medication (T36-T50) with fifth or sixth character 6', ['T36-T50 with 5th or 6th character 6']],
    ['underdosing of specific drug (T36-T50 with final character 6)', ['T36-T50 with 5th or 6th character 6']],
    ['dysphasia following cerebrovascular disease (I69. with final characters -21)', ['I69 with final characters 21']],
    ['leukemia in remission C91.0-C95.9 with 5th character 1', ['C91.0-C95.9 with character 5 1']],
    ['poisoning (T51-T65 with fifth or sixth character to indicate intent)', ['T51-T65']],
  ])('%s', (line, codes) => expect(read(line)).toEqual(codes));

  it.each([
    ['poisoning (T36-T65 with fifth or sixth character 1-4)', 'T39011A', true],
    ['poisoning (T36-T65 with fifth or sixth character 1-4)', 'T39015A', false],
    ['adverse effect (T36-T50 with fifth or sixth character 5)', 'T360X5A', true],
    ['diabetic polyneuropathy (E08-E13 with .42)', 'E1142', true],
    ['diabetic polyneuropathy (E08-E13 with .42)', 'E1141', false],
    ['open fracture (S52.- with open fracture 7th character)', 'S52501B', true],
    ['open fracture (S52.- with open fracture 7th character)', 'S52501A', false],
    ['aphasia (I69. with final characters -20)', 'I69320', true],
    ['aphasia (I69. with final characters -20)', 'I69321', false],
  ])('%s: %s is %s', (line, characters, meets) => {
    const [reference] = noteReferences(line);
    expect(reference && meetsRestrictions(reference, characters)).toBe(meets);
  });
});

describe('codes outside parentheses', () => {
  it.each([
    ['at risk for fall (history of fall) Z91.81', ['Z91.81']],
    ['injury to visual cortex S04.04-', ['S04.04']],
    ['hyperammonemia-hyperornithinemia-homocitrullinemia syndrome E72.4', ['E72.4']],
    ['sports and athletics activities specified in categories Y93.0-Y93.6', ['Y93.0-Y93.6']],
    ['conditions classified to A74.-', ['A74']],
    ['metabolic disorders classifiable to E70-E88', ['E70-E88']],
    ['specific infections classified to A00-B99', ['A00-B99']],
    ['if applicable peritonitis K65.-', ['K65']],
    ['from categories E08, E09 and E13 to further identify any manifestation', ['E08', 'E09', 'E13']],
    ['any condition classifiable to I70.21-, I70.22-, and I70.25-', ['I70.21', 'I70.22', 'I70.25']],
    ['code from category O08 to identify any associated complication', ['O08']],
    ['code from I11 to identify the type of hypertensive heart disease', ['I11']],
    ['code(s) from F11-F16 and F18-F19 to identify manifestations of the drug use', ['F11-F16', 'F18-F19']],
    ['code from category T31 or T32 to identify extent of body surface involved', ['T31', 'T32']],
    ['diabetic acidosis - see categories E08-E10, E11, E13 with ketoacidosis', ['E08.1', 'E09.1', 'E10.1', 'E11.1', 'E13.1']],
  ])('%s', (line, codes) => expect(read(line)).toEqual(codes));
});

describe('misprints', () => {
  it.each([
    ['functional disorders of polymorphonuclear neutrophils (D71-)', ['D71']],
    ['vitamin B deficiency (E53.-)', ['E53']],
    ['cerebral degeneration (E52-E53.-)', ['E52-E53']],
    ['exhaustion due to recurrent depressive episode (F33-)', ['F33']],
    ['benign neoplasm (D29.2.-)', ['D29.2']],
    ['dermatopolymyositis (M33.2.-)', ['M33.2']],
    ['disc disorder (M50.1.-)', ['M50.1']],
    ['disc disorder (M51.1.-)', ['M51.1']],
    ['spondylosis (M47.2.-)', ['M47.2']],
    ['mitochondrial metabolism disorder (E88.4.-)', ['E88.4']],
    ['pathological fracture (M84.4.-)', ['M84.4']],
    ['nephritic syndrome (N05.8.-)', ['N05.8']],
    ['coma scale (R40.21.- to R40.24.-)', ['R40.21-R40.24']],
    ['general health check-up of infant or child (Z00.12.-)', ['Z00.12']],
    ['behavioral eating disorders of infancy or childhood (F98.2.-F98.3)', ['F98.2-F98.3']],
    ['atherosclerosis of the extremities (I70.2--I70.7-)', ['I70.2-I70.7']],
    ['fracture of cervical vertebra (S12.0--S12.6.-)', ['S12.0-S12.6']],
    ['vertebral fracture (S12.0--S12.3-)', ['S12.0-S12.3']],
    ['fracture (S32.1--S32.9)', ['S32.1-S32.9']],
    ['drug dependence (F10.-F19.-)', ['F10-F19']],
    ['drug dependence (F10.--F19.-)', ['F10-F19']],
    ['drug dependence (F10.- -F19.-)', ['F10-F19']],
    ['drug abuse and dependence (F11.-F17.-)', ['F11-F17']],
    ['rheumatic fever with heart involvement (I01.0 -I01.9)', ['I01.0-I01.9']],
    ['helminthiasis (B65.0 -B83.9)', ['B65.0-B83.9']],
    ['syndactyly (Q70.0- -Q70.3-)', ['Q70.0-Q70.3']],
    ['head injury (S00 - S09)', ['S00-S09']],
    ['hypothyroidism, acquired (E00-E03.-)', ['E00-E03']],
    ['abortion or ectopic or molar pregnancy (O00-O07, O08.4)', ['O00-O07', 'O08.4']],
    ['meconium staining (P96.83 )', ['P96.83']],
    ['malignant pleural effusion (J91.0))', ['J91.0']],
    ['psychoactive drug use (F11-F19 with .15. .25, .95)', ['F11-F19 with .15, .25, .95']],
    ['abdominal pain (R10.1-R10.4-)', ['R10.1-R10.3']],
    ['code to identify the deep vein thrombosis (I82.4-, I82.5-, I82.62-. I82.72-)', ['I82.4', 'I82.5', 'I82.62', 'I82.72']],
    ['code to identify any applicable history of disease code (Z86.-. Z87.-)', ['Z86', 'Z87']],
    [
      'code for adverse effect, if applicable, to identify drug (T36-T50 with fifth or sixth character 5',
      ['T36-T50 with 5th or 6th character 5'],
    ],
  ])('%s', (line, codes) => expect(read(line)).toEqual(codes));

  it.each(NOTE_REPAIRS.map((repair) => [repair.wrong, repair] as const))('the table mends %s', (wrong, repair) => {
    expect(repair.seen).not.toBe('');
    const mended = read(repair.right);
    expect(mended.length).toBeGreaterThan(0);
    expect(read(`as printed: ${wrong}`)).toEqual(mended);
  });
});

describe('words that are no codes', () => {
  it.each([
    'glucose-6-phosphate dehydrogenase (G6PD) deficiency',
    'refractory anemia with excess of blasts in transformation [RAEB T]',
    'certain localized infections - see body system-related chapters',
    'influenza A/H1N1',
    'vitamin B12 deficiency',
    'CD30-positive T-cell proliferations',
    'code (Chapter 20) to identify external cause',
    'code, if applicable, for codes G31.0-G31.83, G31.85-G31.9, to identify:',
    'aftercare for healing fracture-code to fracture with 7th character D',
    'underlying disease, such as:',
  ])('%s', (line) => expect(read(line)).toEqual([]));

  it('a code that no release has is still read: only the table knows', () => {
    expect(read('other frontotemporal neurocognitive disorder (G31.90)')).toEqual(['G31.90']);
  });

  it('words about the level itself limit the note and are no reference', () => {
    const line = 'any condition in I51.4-I51.9 due to hypertension (I11.-)';
    expect(read(line)).toEqual(['I11']);
    expect(namesPartOfLevel(line)).toBe(true);
    expect(namesPartOfLevel('cystitis (N30.-)')).toBe(false);
  });
});

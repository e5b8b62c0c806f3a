import { plural } from './plural.ts';

/** Words of the files a claim is saved as: FHIR and the paper forms. */
export const files = {
  fhir: {
    title: 'Claim as FHIR',
    lead: 'A Bundle with the Claim and the patient, coverage and providers it refers to. It is made in this browser.',
    version: 'Version',
    versions: { r4: 'R4 (4.0.1)', r5: 'R5 (5.0.0)' },
    nothingLost: 'Everything on the claim has its place in the file.',
    lost: (number: number) =>
      plural(number, {
        one: '# field has no place in FHIR and is not in the file:',
        other: '# fields have no place in FHIR and are not in the file:',
      }),
    save: 'Download the Bundle',
    cannot: 'The claim cannot be written as FHIR.',
  },
  form: {
    title: (isStay: boolean) => (isStay ? 'UB-04 as PDF' : 'CMS-1500 as PDF'),
    lead: 'The PDF is made in this browser; the claim is not sent.',
    layout: 'What to print',
    layouts: {
      labelled: 'A page to read and file: our own drawing with every box named',
      preprinted: 'Print alone, for the official red form in the printer',
    },
    notOfficial: 'Payers that scan paper take the official red form only.',
    pages: (number: number) => plural(number, { one: '# page', other: '# pages' }),
    nothing: 'The paper says what the claim says.',
    grave: (number: number) => plural(number, { one: '# thing the paper would not say:', other: '# things the paper would not say:' }),
    light: (number: number) => plural(number, { one: '# box to look at:', other: '# boxes to look at:' }),
    box: (box: string) => `Box ${box}`,
    more: (number: number) => `and ${number} more`,
    save: 'Download the PDF',
    saveAnyway: 'Download as it is',
    making: 'Making the PDF',
    failed: 'The PDF could not be made. Nothing was changed.',
  },
} as const;

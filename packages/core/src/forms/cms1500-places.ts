import { type FormBoxPlace, place } from './form.ts';

/**
 * The boxes of the CMS-1500 (02/12) in print positions. Facts only: where a printer must strike, and how much fits.
 * Print lines and columns were compared with those of two open billing programs that print on the red form (OpenEMR,
 * `src/Billing/Hcfa1500.php`, read 2026-11-24, and another whose inches come to the same grid); the field lengths are
 * those of the NUCC 1500 instruction manual, whose own text could not be read here. Print the test page first.
 */
export const CMS1500_LINES_A_PAGE = 6;

const HEAD: readonly FormBoxPlace[] = [
  place('payer.1', 'Payer', 2, 41, 38),
  place('payer.2', 'Payer address', 3, 41, 38),
  place('payer.3', 'Payer address', 4, 41, 38),
  place('payer.4', 'Payer city, state, ZIP', 5, 41, 38),
  place('1:medicare', 'Medicare', 8, 1, 1),
  place('1:medicaid', 'Medicaid', 8, 8, 1),
  place('1:tricare', 'Tricare', 8, 15, 1),
  place('1:va', 'CHAMPVA', 8, 24, 1),
  place('1:group', 'Group plan', 8, 31, 1),
  place('1:feca', 'FECA, black lung', 8, 39, 1),
  place('1:other', 'Other', 8, 45, 1),
  place('1a', 'Insured’s number', 8, 50, 29),
  place('2', 'Patient', 10, 1, 28),
  place('3', 'Born', 10, 31, 10),
  place('3:male', 'Male', 10, 42, 1),
  place('3:female', 'Female', 10, 47, 1),
  place('4', 'Insured', 10, 50, 29),
  place('5', 'Patient street', 12, 1, 28),
  place('6:self', 'Self', 12, 33, 1),
  place('6:spouse', 'Spouse', 12, 38, 1),
  place('6:child', 'Child', 12, 42, 1),
  place('6:other', 'Other', 12, 47, 1),
  place('7', 'Insured street', 12, 50, 29),
  place('5.city', 'City', 14, 1, 24),
  place('5.state', 'State', 14, 26, 3),
  place('7.city', 'City', 14, 50, 23),
  place('7.state', 'State', 14, 74, 4),
  place('5.zip', 'ZIP', 16, 1, 12),
  place('5.phone', 'Telephone', 16, 15, 14),
  place('7.zip', 'ZIP', 16, 50, 12),
  place('7.phone', 'Telephone', 16, 65, 14),
  place('9', 'Other insured', 18, 1, 28),
  place('11', 'Group or FECA number', 18, 50, 29),
  place('9a', 'Other policy or group', 20, 1, 28),
  place('10a:yes', 'Job: yes', 20, 35, 1),
  place('10a:no', 'Job: no', 20, 41, 1),
  place('11a', 'Insured born', 20, 53, 10),
  place('11a:male', 'Male', 20, 68, 1),
  place('11a:female', 'Female', 20, 75, 1),
  place('10b:yes', 'Car: yes', 22, 35, 1),
  place('10b:no', 'Car: no', 22, 41, 1),
  place('10b.state', 'State', 22, 45, 2),
  place('11b', 'Other claim number', 22, 50, 29),
  place('10c:yes', 'Other: yes', 24, 35, 1),
  place('10c:no', 'Other: no', 24, 41, 1),
  place('11c', 'Plan', 24, 50, 29),
  place('9d', 'Other plan', 26, 1, 28),
  place('10d', 'Claim codes', 26, 30, 19),
  place('11d:yes', 'Another plan: yes', 26, 52, 1),
  place('11d:no', 'Another plan: no', 26, 57, 1),
  place('12', 'Patient’s signature', 29, 7, 27),
  place('13', 'Insured’s signature', 29, 55, 24),
  place('14', 'Illness, injury, pregnancy', 32, 2, 10),
  place('14.qualifier', 'Qualifier', 32, 16, 3),
  place('15.qualifier', 'Qualifier', 32, 31, 3),
  place('15', 'Other date', 32, 37, 10),
  place('16.from', 'Not able to work from', 32, 54, 10),
  place('16.to', 'to', 32, 68, 10),
  place('17a.qualifier', 'Qualifier', 33, 30, 2),
  place('17a', 'Other number', 33, 33, 17),
  place('17.qualifier', 'Role', 34, 1, 2),
  place('17', 'Referring or other source', 34, 4, 24),
  place('17b', 'NPI', 34, 33, 10),
  place('18.from', 'In hospital from', 34, 54, 10),
  place('18.to', 'to', 34, 68, 10),
  place('19', 'More on the claim', 36, 1, 48),
  place('20:yes', 'Outside laboratory: yes', 36, 52, 1),
  place('20:no', 'Outside laboratory: no', 36, 57, 1),
  place('20', 'Charges', 36, 62, 9, 'right'),
  place('21.ind', 'ICD indicator', 37, 42, 1),
  place('22.code', 'Resubmission code', 38, 50, 11),
  place('22', 'Original reference', 38, 62, 18),
  place('23', 'Prior authorization', 40, 50, 29),
];

const DIAGNOSES: readonly FormBoxPlace[] = Array.from({ length: 12 }, (_, at) =>
  // Across the page, four to a line.
  place(`21${String.fromCharCode(65 + at)}`, `Diagnosis ${String.fromCharCode(65 + at)}`, 38 + Math.floor(at / 4), 3 + 13 * (at % 4), 8),
);

const LINES: readonly FormBoxPlace[] = Array.from({ length: CMS1500_LINES_A_PAGE }, (_, at) => {
  const shaded = 43 + 2 * at;
  const line = shaded + 1;
  const box = (name: string): string => `24.${at + 1}${name}`;
  return [
    place(box('shaded'), 'Supplement', shaded, 1, 61),
    place(box('I.shaded'), 'Qualifier', shaded, 65, 2),
    place(box('J.shaded'), 'Other number', shaded, 68, 11),
    place(box('A.from'), 'From', line, 1, 8),
    place(box('A.to'), 'To', line, 10, 8),
    place(box('B'), 'Place', line, 19, 2),
    place(box('C'), 'EMG', line, 22, 2),
    place(box('D'), 'Procedure', line, 25, 6),
    place(box('D.modifiers'), 'Modifiers', line, 33, 11),
    place(box('E'), 'Pointer', line, 45, 4),
    place(box('F'), 'Charge', line, 49, 9, 'right'),
    place(box('G'), 'Units', line, 59, 3, 'right'),
    place(box('H'), 'EPSDT', line, 63, 2),
    place(box('J'), 'Rendering NPI', line, 68, 10),
  ];
}).flat();

const FOOT: readonly FormBoxPlace[] = [
  place('25', 'Tax number', 56, 1, 15),
  place('25:ssn', 'SSN', 56, 17, 1),
  place('25:ein', 'EIN', 56, 19, 1),
  place('26', 'Account number', 56, 23, 14),
  place('27:yes', 'Assignment: yes', 56, 38, 1),
  place('27:no', 'Assignment: no', 56, 43, 1),
  place('28', 'Total', 56, 50, 10, 'right'),
  place('29', 'Paid', 56, 61, 9, 'right'),
  place('33.phone', 'Telephone', 57, 66, 14),
  place('32.1', 'Where served', 58, 23, 26),
  place('33.1', 'Billing provider', 58, 50, 29),
  place('32.2', 'Street', 59, 23, 26),
  place('33.2', 'Street', 59, 50, 29),
  place('31', 'Provider’s signature', 60, 1, 21),
  place('32.3', 'City, state, ZIP', 60, 23, 26),
  place('33.3', 'City, state, ZIP', 60, 50, 29),
  place('31.date', 'Date', 61, 6, 10),
  place('32a', 'NPI', 61, 23, 10),
  place('32b', 'Other number', 61, 36, 14),
  place('33a', 'NPI', 61, 50, 10),
  place('33b', 'Other number', 61, 63, 17),
];

export const CMS1500_PLACES: readonly FormBoxPlace[] = [...HEAD, ...DIAGNOSES, ...LINES, ...FOOT];

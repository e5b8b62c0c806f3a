/** A change of the code list within a fiscal year. The order files published after it already contain it. */
export interface MidYearChange {
  readonly from: string;
  readonly says: string;
  /** Codes (no dot) that the list did not have before. */
  readonly added: readonly string[];
  /** Rows as they were before: deleted since, made a header, or worded differently. */
  readonly was: readonly { readonly code: string; readonly billable: string; readonly title: string }[];
}

/** Codes that took effect within a fiscal year whose order file was published before them, and was not published again. */
export const LATER_CODES: readonly {
  readonly from: string;
  readonly says: string;
  readonly rows: readonly { readonly code: string; readonly billable: string; readonly title: string }[];
}[] = [
  {
    from: '2020-04-01',
    says: 'Announcements of NCHS: U07.0 and U07.1 from 1 April 2020; titles as in the order file of FY2021',
    rows: [
      { code: 'U07', billable: '0', title: 'Emergency use of U07' },
      { code: 'U070', billable: '1', title: 'Vaping-related disorder' },
      { code: 'U071', billable: '1', title: 'COVID-19' },
    ],
  },
];

/** From the official order addenda (US government works). The April updates of 2024, 2025 and 2026 changed no code. */
export const MID_YEAR_CHANGES: readonly MidYearChange[] = [
  {
    from: '2021-01-01',
    says: 'Announcement of NCHS: six codes for COVID-19 from 1 January 2021',
    added: ['J1282', 'M3581', 'M3589', 'Z1152', 'Z20822', 'Z8616'],
    was: [{ code: 'M358', billable: '1', title: 'Other specified systemic involvement of connective tissue' }],
  },
  {
    from: '2022-04-01',
    says: 'Order addenda of April 2022',
    added: ['Z2831', 'Z28310', 'Z28311', 'Z2839'],
    was: [
      { code: 'O1001', billable: '0', title: 'Pre-existing essential hypertension complicating pregnancy,' },
      { code: 'Z283', billable: '1', title: 'Underimmunization status' },
    ],
  },
  {
    from: '2023-04-01',
    says: 'Order addenda of April 2023',
    added: [
      'T74A',
      'T74A1',
      'T74A1XA',
      'T74A1XD',
      'T74A1XS',
      'T74A2',
      'T74A2XA',
      'T74A2XD',
      'T74A2XS',
      'T76A',
      'T76A1',
      'T76A1XA',
      'T76A1XD',
      'T76A1XS',
      'T76A2',
      'T76A2XA',
      'T76A2XD',
      'T76A2XS',
      'Y07010',
      'Y07011',
      'Y07020',
      'Y07021',
      'Y07030',
      'Y07031',
      'Y07040',
      'Y07041',
      'Y0705',
      'Y07050',
      'Y07051',
      'Y0744',
      'Y0745',
      'Y0746',
      'Y0747',
      'Y0754',
      'Z556',
      'Z588',
      'Z5881',
      'Z5889',
      'Z5910',
      'Z5911',
      'Z5912',
      'Z5919',
      'Z62814',
      'Z62815',
      'Z91141',
      'Z91148',
      'Z91151',
      'Z91158',
      'Z91413',
      'Z91414',
    ],
    was: [
      { code: 'Y0701', billable: '1', title: 'Husband, perpetrator of maltreatment and neglect' },
      { code: 'Y0702', billable: '1', title: 'Wife, perpetrator of maltreatment and neglect' },
      { code: 'Y0703', billable: '1', title: 'Male partner, perpetrator of maltreatment and neglect' },
      { code: 'Y0704', billable: '1', title: 'Female partner, perpetrator of maltreatment and neglect' },
      { code: 'Z591', billable: '1', title: 'Inadequate housing' },
      { code: 'Z5987', billable: '1', title: 'Material hardship' },
      { code: 'Z9114', billable: '1', title: "Patient's other noncompliance with medication regimen" },
      { code: 'Z9115', billable: '1', title: "Patient's noncompliance with renal dialysis" },
    ],
  },
];

import { CMS1500_LINES_A_PAGE } from '@cleanclaim/core';
import { cell, type Sheet } from './sheet.ts';

const LETTERS = [...'ABCDEFGHIJKL'];

export const CMS1500_SHEET: Sheet = {
  form: 'cms-1500',
  title: 'CMS-1500 (02/12), as it would be printed',
  bands: [
    {
      title: 'Payer',
      rows: [
        [
          cell(7, '', 'To', 'payer.1', 'payer.2', 'payer.3', 'payer.4'),
          cell(2, '1', 'Kind of plan', '1:medicare', '1:medicaid', '1:tricare', '1:va', '1:group', '1:feca', '1:other'),
          cell(3, '1a', 'Insured’s number', '1a'),
        ],
      ],
    },
    {
      title: 'Patient',
      rows: [
        [
          cell(5, '2', 'Name', '2'),
          cell(2, '3', 'Born', '3'),
          cell(1, '3', 'Sex', '3:male', '3:female'),
          cell(2, '6', 'To the insured', '6:self', '6:spouse', '6:child', '6:other'),
          cell(2, '5', 'Telephone', '5.phone'),
        ],
        [cell(5, '5', 'Street', '5'), cell(4, '5', 'City, state', '5.city', '5.state'), cell(3, '5', 'ZIP', '5.zip')],
      ],
    },
    {
      title: 'Insured',
      rows: [
        [
          cell(5, '4', 'Name', '4'),
          cell(4, '11', 'Group or FECA number', '11'),
          cell(2, '11a', 'Born', '11a'),
          cell(1, '11a', 'Sex', '11a:male', '11a:female'),
        ],
        [
          cell(5, '7', 'Address', '7', '7.city', '7.state', '7.zip'),
          cell(2, '7', 'Telephone', '7.phone'),
          cell(4, '11c', 'Plan', '11c'),
          cell(1, '11d', 'Another', '11d:yes', '11d:no'),
        ],
        [cell(5, '9', 'Other insured', '9'), cell(3, '9a', 'Policy or group', '9a'), cell(4, '9d', 'Plan', '9d')],
      ],
    },
    {
      title: 'What happened',
      rows: [
        [
          cell(2, '10a', 'At work', '10a:yes', '10a:no'),
          cell(2, '10b', 'With a car', '10b:yes', '10b:no', '10b.state'),
          cell(2, '10c', 'Other accident', '10c:yes', '10c:no'),
          cell(3, '14', 'Began', '14', '14.qualifier'),
          cell(3, '15', 'Other date', '15', '15.qualifier'),
        ],
        [
          cell(3, '12', 'Patient signed', '12'),
          cell(3, '13', 'Insured signed', '13'),
          cell(3, '16', 'Unable to work', '16.from', '16.to'),
          cell(3, '18', 'In hospital', '18.from', '18.to'),
        ],
        [
          cell(4, '17', 'Referred, ordered, supervised', '17.qualifier', '17'),
          cell(2, '17b', 'NPI', '17b'),
          cell(4, '19', 'More on the claim', '19'),
          cell(2, '20', 'Outside laboratory', '20:yes', '20:no', '20'),
        ],
      ],
    },
    {
      title: 'Why',
      rows: [
        LETTERS.slice(0, 6).map((letter) => cell(2, `21${letter}`, 'Diagnosis', `21${letter}`)),
        LETTERS.slice(6).map((letter) => cell(2, `21${letter}`, 'Diagnosis', `21${letter}`)),
        [
          cell(2, '21', 'ICD indicator', '21.ind'),
          cell(2, '22', 'Resubmission', '22.code'),
          cell(4, '22', 'Original reference', '22'),
          cell(4, '23', 'Prior authorization', '23'),
        ],
      ],
    },
  ],
  table: {
    rows: CMS1500_LINES_A_PAGE,
    columns: [
      { label: '24A from', width: 10, boxes: (row) => [`24.${row}A.from`] },
      { label: 'to', width: 10, boxes: (row) => [`24.${row}A.to`] },
      { label: 'B place', width: 6, boxes: (row) => [`24.${row}B`] },
      { label: 'C', width: 4, boxes: (row) => [`24.${row}C`] },
      { label: 'D procedure', width: 10, boxes: (row) => [`24.${row}D`] },
      { label: 'modifiers', width: 14, boxes: (row) => [`24.${row}D.modifiers`] },
      { label: 'E pointers', width: 9, boxes: (row) => [`24.${row}E`] },
      { label: 'F charge', width: 13, align: 'right', boxes: (row) => [`24.${row}F`] },
      { label: 'G units', width: 7, align: 'right', boxes: (row) => [`24.${row}G`] },
      { label: 'H', width: 4, boxes: (row) => [`24.${row}H`] },
      { label: 'J rendering', width: 13, boxes: (row) => [`24.${row}J`] },
    ],
    above: (row) => [`24.${row}shaded`, `24.${row}I.shaded`, `24.${row}J.shaded`],
  },
  foot: [
    {
      title: 'Account',
      rows: [
        [
          cell(3, '25', 'Tax number', '25', '25:ssn', '25:ein'),
          cell(3, '26', 'Patient’s account', '26'),
          cell(2, '27', 'Assignment', '27:yes', '27:no'),
          cell(2, '28', 'Total of this page', '28'),
          cell(2, '29', 'Paid', '29'),
        ],
      ],
    },
    {
      title: 'Who',
      rows: [
        [
          cell(3, '31', 'Provider signed', '31', '31.date'),
          cell(6, '32', 'Served at', '32.1', '32.2', '32.3'),
          cell(3, '32a, b', 'NPI, other', '32a', '32b'),
        ],
        [
          cell(3, '33', 'Telephone', '33.phone'),
          cell(6, '33', 'Billing provider', '33.1', '33.2', '33.3'),
          cell(3, '33a, b', 'NPI, other', '33a', '33b'),
        ],
      ],
    },
  ],
};

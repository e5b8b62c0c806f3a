import { UB04_LINES_A_PAGE } from '@cleanclaim/core';
import { cell, type Sheet } from './sheet.ts';

const OTHERS = [...'ABCDEFGHIJKLMNOPQ'];

export const UB04_SHEET: Sheet = {
  form: 'ub-04',
  title: 'UB-04 (CMS-1450), as it would be printed',
  bands: [
    {
      title: 'Bill',
      rows: [
        [
          cell(6, '1', 'Billing provider', '1.1', '1.2', '1.3'),
          cell(2, '1', 'Telephone', '1.4'),
          cell(2, '5', 'Tax number', '5'),
          cell(2, '56', 'NPI', '56'),
        ],
        [
          cell(3, '3a', 'Patient control number', '3a'),
          cell(3, '3b', 'Medical record', '3b'),
          cell(1, '4', 'Type', '4'),
          cell(3, '6', 'From, through', '6.from', '6.through'),
          cell(2, '81a', 'Taxonomy', '81a.qualifier', '81a'),
        ],
      ],
    },
    {
      title: 'Patient',
      rows: [
        [
          cell(4, '8b', 'Name', '8b'),
          cell(6, '9', 'Address', '9a', '9b', '9c', '9d', '9e'),
          cell(1, '10', 'Born', '10'),
          cell(1, '11', 'Sex', '11'),
        ],
        [
          cell(2, '12, 13', 'Admitted, hour', '12', '13'),
          cell(1, '14', 'Type', '14'),
          cell(1, '15', 'From', '15'),
          cell(1, '16', 'Hour left', '16'),
          cell(1, '17', 'Status', '17'),
          cell(5, '18–28', 'Conditions', ...Array.from({ length: 11 }, (_, at) => String(18 + at))),
          cell(1, '29', 'Accident', '29'),
        ],
      ],
    },
    {
      title: 'Codes',
      rows: [
        [
          cell(6, '31–34', 'Occurrences', ...['a', 'b'].flatMap((row) => [31, 32, 33, 34].flatMap((n) => [`${n}${row}`, `${n}${row}.on`]))),
          cell(
            6,
            '35, 36',
            'Spans',
            ...['a', 'b'].flatMap((row) => [35, 36].flatMap((n) => [`${n}${row}`, `${n}${row}.from`, `${n}${row}.through`])),
          ),
        ],
        [
          cell(
            6,
            '39–41',
            'Values',
            ...['a', 'b', 'c', 'd'].flatMap((row) => [39, 40, 41].flatMap((n) => [`${n}${row}`, `${n}${row}.amount`])),
          ),
          cell(6, '38', 'Responsible for the bill', '38.1', '38.2', '38.3'),
        ],
      ],
    },
  ],
  table: {
    rows: UB04_LINES_A_PAGE + 1,
    columns: [
      { label: '42 revenue', width: 10, boxes: (row) => [`42.${row}`] },
      {
        label: '43 description',
        width: 27,
        boxes: (row) => (row > UB04_LINES_A_PAGE ? ['=Page', '43.23.page', '=of', '43.23.pages'] : [`43.${row}`]),
      },
      { label: '44 HCPCS', width: 17, boxes: (row) => [`44.${row}`] },
      { label: '45 served', width: 10, boxes: (row) => [`45.${row}`] },
      { label: '46 units', width: 10, align: 'right', boxes: (row) => [`46.${row}`] },
      { label: '47 charges', width: 13, align: 'right', boxes: (row) => [`47.${row}`] },
      { label: '48 not covered', width: 13, align: 'right', boxes: (row) => [`48.${row}`] },
    ],
  },
  foot: [
    {
      title: 'Payers',
      rows: [...'ABC']
        .flatMap((row) => [
          [
            cell(3, `50${row}`, 'Payer', `50${row}`),
            cell(1, `51`, 'Number', `51${row}`),
            cell(1, `52, 53`, 'Rel., ben.', `52${row}`, `53${row}`),
            cell(1, `54`, 'Paid', `54${row}`),
            cell(3, `58, 59`, 'Insured', `58${row}`, `59${row}`),
            cell(1, `60`, 'Number', `60${row}`),
            cell(2, `61, 62`, 'Group', `61${row}`, `62${row}`),
          ],
        ])
        .concat([[...'ABC'].map((row) => cell(4, '63, 64', `Authorization, original claim ${row}`, `63${row}`, `64${row}`))]),
    },
    {
      title: 'Why',
      rows: [
        [
          cell(1, '66', 'ICD', '66'),
          cell(2, '67', 'Principal', '67', '67.poa'),
          cell(2, '69', 'Admitting', '69'),
          cell(3, '70', 'Reasons', '70a', '70b', '70c'),
          cell(3, '72', 'External causes', ...['a', 'b', 'c'].flatMap((row) => [`72${row}`, `72${row}.poa`])),
          cell(1, '71', 'DRG', '71'),
        ],
        [
          cell(
            12,
            '67A–Q',
            'Other diagnoses, each with its present-on-admission letter',
            ...OTHERS.flatMap((letter) => [`67${letter}`, `67${letter}.poa`]),
          ),
        ],
        [cell(12, '74', 'Procedures and their days', ...['74', '74a', '74b', '74c', '74d', '74e'].flatMap((box) => [box, `${box}.on`]))],
      ],
    },
    {
      title: 'Who',
      rows: [
        [
          cell(3, '76', 'Attending', '76', '76.last', '76.first'),
          cell(3, '77', 'Operating', '77', '77.last', '77.first'),
          cell(3, '78', 'Other', '78.role', '78', '78.last', '78.first'),
          cell(3, '79', 'Other', '79.role', '79', '79.last', '79.first'),
        ],
        [cell(12, '80', 'Remarks', '80.1', '80.2', '80.3', '80.4')],
      ],
    },
  ],
};

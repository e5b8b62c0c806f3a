import type { ExampleTables } from '@cleanclaim/core';

const OPENED = '2015-10-01';

type Row = ExampleTables[string][number];

/** A few codes with the attributes the Medicare Code Editor gives them, so that examples need no installed table. */
export const EXAMPLE_EDITOR: ExampleTables = {
  'mce-diagnoses': [
    row('C1820'),
    row('C189'),
    row('C9100', 'ncov6'),
    row('D630', 'manifestation'),
    row('E1022', 'diabtypeI'),
    row('E119', 'qadm'),
    row('I10', 'qadm'),
    row('I2510', 'adult'),
    row('I82401'),
    row('I82409', 'unspecified'),
    row('J189'),
    row('N183'),
    { code: 'N401', from: OPENED, to: '2024-09-30', flags: 'male|adult' },
    { code: 'N401', from: '2024-10-01', to: null, flags: 'adult' },
    row('O80', 'maternity'),
    row('R6520', 'unacceptable'),
    row('S72001A'),
    row('Y6551', 'wrngproc|ecodepdx'),
    row('Z302', 'ncov_z302'),
    row('Z370', 'maternity|unacceptable|delout'),
    row('Z5189', 'unacceptable|reqsdx'),
    row('Z8546', 'unacceptable'),
  ],
  'mce-procedures': [
    row('02YA0Z0', 'lcov'),
    row('0FYG0Z0', 'ncov45|lcov'),
    row('0SR20JZ', 'ncov12agele60'),
    row('0TY00Z0', 'kidneyxp|lcov'),
    { code: '0UT90ZZ', from: OPENED, to: '2024-09-30', flags: 'female' },
    { code: '0UT90ZZ', from: '2024-10-01', to: null, flags: '' },
    row('0VTQ0ZZ', 'ncov_z302'),
    row('00F3XZZ', 'noncovered'),
    row('10E0XZZ', 'vagdel'),
    row('30233G0', 'ncov6'),
    row('5A1955Z', 'los'),
  ],
};

function row(code: string, flags = ''): Row {
  return { code, from: OPENED, to: null, flags };
}

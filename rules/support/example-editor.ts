import { type Data, day, McePart, type MceInterval } from '@cleanclaim/core';

const OPENED = day('2015-10-01');
const SEX_ENDED = day('2024-09-30');

/** A few codes with the attributes the Medicare Code Editor gives them, so that examples need no installed table. */
const DIAGNOSES: Readonly<Record<string, readonly MceInterval[]>> = {
  C1820: always(),
  C189: always(),
  C9100: always('ncov6'),
  D630: always('manifestation'),
  E1022: always('diabtypeI'),
  E119: always('qadm'),
  I10: always('qadm'),
  I2510: always('adult'),
  I82401: always(),
  I82409: always('unspecified'),
  J189: always(),
  N183: always(),
  N401: [
    { from: OPENED, to: SEX_ENDED, flags: new Set(['male', 'adult']) },
    { from: day('2024-10-01'), to: null, flags: new Set(['adult']) },
  ],
  O80: always('maternity'),
  R6520: always('unacceptable'),
  S72001A: always(),
  Y6551: always('wrngproc', 'ecodepdx'),
  Z302: always('ncov_z302'),
  Z370: always('maternity', 'unacceptable', 'delout'),
  Z5189: always('unacceptable', 'reqsdx'),
  Z8546: always('unacceptable'),
};

const PROCEDURES: Readonly<Record<string, readonly MceInterval[]>> = {
  '02YA0Z0': always('lcov'),
  '0FYG0Z0': always('ncov45', 'lcov'),
  '0SR20JZ': always('ncov12agele60'),
  '0TY00Z0': always('kidneyxp', 'lcov'),
  '0UT90ZZ': [
    { from: OPENED, to: SEX_ENDED, flags: new Set(['female']) },
    { from: day('2024-10-01'), to: null, flags: new Set() },
  ],
  '0VTQ0ZZ': always('ncov_z302'),
  '00F3XZZ': always('noncovered'),
  '10E0XZZ': always('vagdel'),
  '30233G0': always('ncov6'),
  '5A1955Z': always('los'),
};

function always(...flags: string[]): readonly MceInterval[] {
  return [{ from: OPENED, to: null, flags: new Set(flags) }];
}

/** The bundled data with these few codes in place of the editor's tables. */
export function withExampleEditor(bundled: Data): Data {
  const edition = { id: 'mce-example', from: OPENED, to: null };
  const diagnoses = new McePart(edition, (code) => DIAGNOSES[code] ?? []);
  const procedures = new McePart(edition, (code) => PROCEDURES[code] ?? []);
  return { ...bundled, mceDiagnoses: () => diagnoses, mceProcedures: () => procedures };
}

import type { Claim, Line, Provider } from '@cleanclaim/core';
import fc from 'fast-check';

/** Made-up claims of all three types with every field that FHIR and the paper forms have a place for. */
export function anyClaim(): fc.Arbitrary<Claim> {
  return fc.oneof(professional(), institutional(), dental()).map(tidy);
}

const word = fc.stringMatching(/^[A-Z][a-z]{2,9}$/);
const number = fc.stringMatching(/^[A-Z0-9]{4,12}$/);
const dayText = fc
  .date({ min: new Date('2016-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const money = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`);
const phone = fc.stringMatching(/^[2-9]\d{9}$/);
const person = fc.record({ last: word, first: word, middle: word }, { requiredKeys: ['last', 'first'] });
const address = fc.record({
  lines: fc.array(word, { minLength: 1, maxLength: 2 }),
  city: word,
  state: fc.constantFrom('IL', 'CA'),
  zip: fc.stringMatching(/^\d{9}$/),
});
const sex = fc.constantFrom('female' as const, 'male' as const, 'unknown' as const);
const npi = fc.stringMatching(/^1\d{9}$/);

function party(name: fc.Arbitrary<unknown>): fc.Arbitrary<Provider> {
  return fc.record(
    { npi, taxonomy: fc.constantFrom('207Q00000X', '282N00000X'), taxId: fc.stringMatching(/^\d{9}$/), name, address, phone },
    { requiredKeys: ['npi'] },
  );
}

const relation = fc.constantFrom(
  'self' as const,
  'spouse' as const,
  'child' as const,
  'employee' as const,
  'life-partner' as const,
  'other' as const,
);
const otherPayer = fc.record(
  {
    payer: fc.record(
      { id: number, name: word, kind: fc.constantFrom('medicare', 'commercial'), order: fc.integer({ min: 1, max: 3 }), address },
      { requiredKeys: ['id'] },
    ),
    subscriber: fc.record({ relation, memberId: number, group: number, groupName: word, name: person }, { requiredKeys: ['memberId'] }),
  },
  { requiredKeys: ['payer', 'subscriber'] },
);

const common = {
  id: number,
  payer: fc.record(
    {
      id: number,
      name: word,
      kind: fc.constantFrom('medicare', 'medicaid', 'commercial'),
      filing: fc.constantFrom('MB', 'BL'),
      order: fc.integer({ min: 1, max: 3 }),
      address,
    },
    { requiredKeys: ['id', 'kind'] },
  ),
  patient: fc.record(
    { birthDate: dayText, sex, memberId: fc.stringMatching(/^P\d{6}$/), name: person, address, phone, deathDate: dayText },
    { requiredKeys: ['birthDate', 'memberId'] },
  ),
  subscriber: fc.record(
    {
      relation: fc.constantFrom(
        'self' as const,
        'spouse' as const,
        'child' as const,
        'employee' as const,
        'life-partner' as const,
        'other' as const,
      ),
      memberId: fc.stringMatching(/^S\d{6}$/),
      group: number,
      groupName: word,
      name: person,
      birthDate: dayText,
      sex,
      address,
      phone,
    },
    { requiredKeys: ['relation'] },
  ),
  otherPayers: fc.array(otherPayer, { minLength: 1, maxLength: 2 }),
  billing: party(word),
  facility: party(word),
  referring: party(person),
  rendering: party(person),
  total: money,
  priorAuthorization: number,
  referral: number,
  frequency: fc.constantFrom('1', '7', '8'),
  originalClaim: number,
  patientPaid: money,
  note: word,
  declared: fc.record(
    {
      assignment: fc.constantFrom('accepted' as const, 'not-accepted' as const),
      release: fc.constantFrom('signed' as const, 'informed' as const),
    },
    { requiredKeys: ['assignment'] },
  ),
  onset: dayText,
  accident: fc.record(
    { on: dayText, kind: fc.constantFrom('auto', 'employment', 'other'), state: fc.constantFrom('IL', 'CA') },
    { requiredKeys: ['kind'] },
  ),
};
const needed = ['type', 'lines', 'id'] as const;
const diagnosis = fc.constantFrom('E11.22', 'N18.31', 'I10', 'J45.901', 'S82.101A');

function lines(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Line[]> {
  const line = fc.record(
    { from: dayText, units: fc.integer({ min: 1, max: 99 }), charge: money, description: word, ...fields },
    { requiredKeys: ['from', 'units', 'charge'] },
  );
  return fc.array(line as fc.Arbitrary<Line>, { minLength: 1, maxLength: 9 });
}

function professional(): fc.Arbitrary<Claim> {
  return fc.record(
    {
      type: fc.constant('professional' as const),
      ...common,
      supervising: party(person),
      ordering: party(person),
      admission: dayText,
      discharge: dayText,
      clia: number,
      diagnoses: fc.array(fc.record({ code: diagnosis }), { minLength: 1, maxLength: 12 }),
      lines: lines({
        code: fc.constantFrom('G0108', 'A4253', 'J7613'),
        modifiers: fc.array(fc.constantFrom('KX', '25', 'RT'), { minLength: 1, maxLength: 4 }),
        to: dayText,
        pos: fc.constantFrom('11', '22'),
        pointers: fc.constant([1]),
        ndc: fc.record({
          code: fc.stringMatching(/^\d{11}$/),
          quantity: fc.integer({ min: 1, max: 99 }),
          unit: fc.constantFrom('ML', 'UN'),
        }),
        rendering: party(person),
      }),
    },
    { requiredKeys: [...needed, 'diagnoses'] },
  ) as fc.Arbitrary<Claim>;
}

function institutional(): fc.Arbitrary<Claim> {
  return fc.record(
    {
      type: fc.constant('institutional' as const),
      ...common,
      attending: party(person),
      operating: party(person),
      otherOperating: party(person),
      billType: fc.constantFrom('0111', '0131'),
      statement: fc.record({ from: dayText, to: dayText }),
      admission: dayText,
      admissionTime: fc.constantFrom('0900', '2315'),
      admissionType: fc.constantFrom('1', '3'),
      admissionSource: fc.constantFrom('1', '7'),
      discharge: dayText,
      dischargeTime: fc.constantFrom('0900', '2315'),
      dischargeStatus: fc.constantFrom('01', '20'),
      drg: fc.stringMatching(/^\d{3}$/),
      medicalRecord: number,
      conditionCodes: fc.array(fc.constantFrom('09', '40'), { minLength: 1, maxLength: 5 }),
      occurrences: fc.array(
        fc.oneof(
          fc.record({ code: fc.constantFrom('11', '18'), on: dayText }),
          fc.record({ code: fc.constant('70'), from: dayText, to: dayText }),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      values: fc.array(fc.record({ code: fc.constantFrom('80', 'A8'), amount: money }), { minLength: 1, maxLength: 5 }),
      procedures: fc.array(fc.record({ code: fc.constantFrom('02HV33Z', '0DTJ4ZZ'), on: dayText }), { minLength: 1, maxLength: 5 }),
      diagnoses: fc.array(
        fc.record(
          {
            code: diagnosis,
            kind: fc.constantFrom('principal' as const, 'admitting' as const, 'reason' as const, 'external' as const, 'other' as const),
            poa: fc.constantFrom('Y', 'N', 'U'),
          },
          { requiredKeys: ['code'] },
        ),
        { minLength: 1, maxLength: 9 },
      ),
      lines: lines({ revenue: fc.constantFrom('0120', '0250'), code: fc.constantFrom('J7613', 'G0108') }),
    },
    { requiredKeys: [...needed, 'diagnoses'] },
  ) as fc.Arbitrary<Claim>;
}

function dental(): fc.Arbitrary<Claim> {
  return fc.record(
    {
      type: fc.constant('dental' as const),
      ...common,
      assistant: party(person),
      lines: lines({
        code: fc.constantFrom('D9999', 'D0120'),
        tooth: fc.stringMatching(/^[12]?\d$/),
        surfaces: fc.constantFrom('O', 'MOD'),
        pos: fc.constant('11'),
      }),
    },
    { requiredKeys: [...needed] },
  ) as fc.Arbitrary<Claim>;
}

/** Records without the fields that were not drawn, and each thing said in one way: one provider of all lines is the claim's, the number on the insurance card the patient's. */
function tidy(claim: Claim): Claim {
  const plain = JSON.parse(JSON.stringify(claim)) as Claim;
  const shared = plain.rendering === undefined && plain.lines.every(({ rendering }) => rendering !== undefined);
  const lines = shared ? plain.lines.map(withoutRendering) : plain.lines;
  const { subscriber, ...rest } = plain;
  if (!subscriber) return { ...rest, lines };
  const { memberId, ...others } = subscriber;
  const own = plain.patient?.memberId === undefined;
  return { ...rest, subscriber: own || memberId === undefined ? others : { ...others, memberId }, lines };
}

function withoutRendering(line: Line): Line {
  return Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'rendering'));
}

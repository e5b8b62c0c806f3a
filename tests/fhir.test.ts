import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Claim, day, isCleanclaimError, makeEngine } from '@cleanclaim/core';
import { type FhirEntry, placedInFhir, readFhirText, readFhirValue, writeFhir } from '@cleanclaim/fhir';
import { RULES, UNMADE } from '@cleanclaim/rules';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data } from './support/data.ts';
import { cleanclaim } from './support/command-line.ts';
import { anyClaim } from './made/any-claim.ts';

/** Where HL7's own packages are, 280 MB that `.ci/run` installs for these tests alone; CLEANCLAIM_HL7 names the folder. */
const hl7 = process.env['CLEANCLAIM_HL7'] ?? fileURLToPath(new URL('../.ci/tools/node_modules', import.meta.url));
const R4_EXAMPLES = join(hl7, 'hl7.fhir.r4.examples');
const R5_SCHEMA = join(hl7, 'hl7.fhir.r5.core/openapi/fhir.schema.json');
const root = fileURLToPath(new URL('..', import.meta.url));
const created = day('2026-03-05');
const VERSIONS = ['r4', 'r5'] as const;

function read(entry: FhirEntry | undefined): Extract<FhirEntry, { read: unknown }> {
  if (!entry || 'failure' in entry) throw new Error(entry?.failure.message ?? 'nothing was read');
  return entry;
}

function failureOf(value: unknown): { readonly code: string; readonly path: string; readonly message: string } {
  const [entry] = readFhirValue(value);
  if (!entry || !('failure' in entry)) throw new Error('the claim was read');
  return entry.failure;
}

/** A small FHIR claim to change in each test. */
function visit(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    resourceType: 'Claim',
    status: 'active',
    use: 'claim',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] },
    created: '2026-03-05',
    priority: { coding: [{ code: 'normal' }] },
    diagnosis: [
      { sequence: 2, diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'N18.31' }] } },
      {
        sequence: 1,
        diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.22', display: 'Type 2 diabetes' }] },
      },
    ],
    item: [
      {
        sequence: 1,
        productOrService: { coding: [{ system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'G0108' }] },
        servicedDate: '2026-03-04',
        quantity: { value: 1 },
        net: { value: 128, currency: 'USD' },
        diagnosisSequence: [2],
      },
    ],
    ...change,
  };
}

/** Examples that are claims of ours. */
function exampleClaims(): readonly string[] {
  const folder = join(root, 'examples');
  return readdirSync(folder).filter((name) => name.endsWith('.json') && readFileSync(join(folder, name), 'utf8').includes('"lines"'));
}

describe.each(VERSIONS)('a claim written as FHIR %s and read back', (version) => {
  it('is the same claim', () => {
    fc.assert(
      fc.property(anyClaim(), (claim) => {
        const { bundle, lost } = writeFhir(claim, version, created);
        expect(lost).toEqual([]);
        const again = read(readFhirText(JSON.stringify(bundle))[0]);
        expect(again.read.claim).toEqual(claim);
        expect(again.read.unknown).toEqual([]);
      }),
      { seed: 20261124, numRuns: 150 },
    );
  });

  it.each(exampleClaims())('examples/%s loses nothing', (name) => {
    const claim = JSON.parse(readFileSync(join(root, 'examples', name), 'utf8')) as Claim;
    // What another payer paid, and the part of a charge that is not covered, have no place in a FHIR Claim.
    expect(writeFhir(claim, version, created).lost).toEqual(
      name === 'printed-stay.json' ? ['/lines/2/nonCovered', '/otherPayers/0/paid'] : [],
    );
  });
});

it('says which fields FHIR has no place for', () => {
  const claim: Claim = {
    type: 'professional',
    lines: [
      {
        code: 'G0108',
        note: 'x',
        charge: 'many',
        units: 2,
        minutes: 30,
        equipmentCertification: { kind: 'initial' },
        repricing: { allowed: '1.00' },
      },
    ],
    attachments: [{ report: 'OZ', by: 'AA' }],
    ambulance: { miles: 3, conditions: [{ answer: 'yes', codes: ['04'] }] },
    spinalManipulation: { condition: 'A' },
    repricing: { method: '03' },
  };
  expect(writeFhir(claim, 'r4', created).lost).toEqual([
    '/lines/0/note',
    '/lines/0/charge',
    '/lines/0/units',
    '/lines/0/equipmentCertification/kind',
    '/lines/0/repricing/allowed',
    '/attachments/0/report',
    '/attachments/0/by',
    '/ambulance/miles',
    '/ambulance/conditions/0/answer',
    '/ambulance/conditions/0/codes/0',
    '/spinalManipulation/condition',
    '/repricing/method',
  ]);
});

describe.skipIf(!existsSync(R5_SCHEMA))('what is written (skipped where HL7’s packages are not installed)', () => {
  let schema: ReturnType<typeof schemaOfR5> | undefined;
  const validate = (type: string): ValidateFunction => (schema ??= schemaOfR5())(type);
  it('fits the schema of HL7 for R5', () => {
    fc.assert(
      fc.property(anyClaim(), (claim) => {
        const { bundle } = writeFhir(claim, 'r5', created);
        for (const { resource } of bundle['entry'] as unknown as readonly { readonly resource: { readonly resourceType: string } }[]) {
          const check = validate(resource.resourceType);
          expect(check(resource), `${resource.resourceType}: ${JSON.stringify(check.errors?.slice(0, 3))}`).toBe(true);
        }
      }),
      { seed: 20261124, numRuns: 60 },
    );
  });

  it('and the schema tells what does not', () => {
    expect(validate('Claim')({ resourceType: 'Claim', item: [{}] })).toBe(false);
    expect(validate('Patient')({ resourceType: 'Patient', birthday: '1957' })).toBe(false);
  });
});

describe('what is written again', () => {
  it('is the same for the same claim and day', () => {
    const claim: Claim = { type: 'professional', id: 'A', lines: [] };
    expect(JSON.stringify(writeFhir(claim, 'r4', created))).toBe(JSON.stringify(writeFhir(claim, 'r4', created)));
  });
});

describe.skipIf(!existsSync(R4_EXAMPLES))('the examples of HL7 for R4 (skipped where its packages are not installed)', () => {
  const files = (existsSync(R4_EXAMPLES) ? readdirSync(R4_EXAMPLES) : []).filter((name) => /^(?:Claim|Bundle)-.*\.json$/.test(name));

  it.each(files.filter((name) => name.startsWith('Claim-')))('%s is read, or refused with the place', (name) => {
    for (const entry of readFhirText(readFileSync(join(R4_EXAMPLES, name), 'utf8'))) {
      if ('failure' in entry) expect(entry.failure.path).toMatch(/^Claim\./);
      else expect(entry.read.claim.lines.length + entry.read.unknown.length).toBeGreaterThan(0);
    }
  });

  it('most of them are read', () => {
    const claims = files
      .filter((name) => name.startsWith('Claim-'))
      .flatMap((name) => readFhirText(readFileSync(join(R4_EXAMPLES, name), 'utf8')));
    expect(claims.filter((entry) => 'read' in entry).length).toBeGreaterThanOrEqual(claims.length - 5);
  });
});

describe('reading', () => {
  it('orders diagnoses by sequence, and findings name the element of the file', () => {
    const { read: claim, origins } = read(readFhirValue(visit())[0]);
    expect(claim.claim.diagnoses).toEqual([{ code: 'E11.22' }, { code: 'N18.31' }]);
    expect(claim.claim.lines[0]?.pointers).toEqual([2]);
    const engine = makeEngine(RULES, data, UNMADE);
    const report = placedInFhir(engine.check(claim.claim, { received: created, unknown: claim.unknown }), origins);
    const unpointed = report.findings.find(({ where }) => where.path.startsWith('/diagnoses/0'));
    expect(unpointed?.where.fhir).toBe('Claim.diagnosis[1]');
  });

  it('tells what it does not carry over, as findings with the FHIR path', () => {
    const [entry] = readFhirValue(visit({ payee: { type: { coding: [{ code: 'provider' }] } }, patient: { reference: 'Patient/9' } }));
    const { read: claim } = read(entry);
    expect(claim.unknown.map(({ path }) => path)).toEqual(['Claim.payee.type.coding[0].code', 'Claim.patient.reference']);
    const report = makeEngine(RULES, data, UNMADE).check(claim.claim, { received: created, unknown: claim.unknown });
    const told = report.findings.filter(({ rule }) => rule === 'claim/unknown-field');
    expect(told.map(({ where }) => where.fhir)).toEqual(['Claim.payee.type.coding[0].code', 'Claim.patient.reference']);
    expect(told.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('tells of what a claim has one of and the file has twice', () => {
    const doctor = (sequence: number): object => ({
      sequence,
      provider: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: `155859879${sequence}` } },
      role: { coding: [{ code: 'referring' }] },
    });
    const stay = { category: { coding: [{ code: 'admissionperiod' }] }, timingPeriod: { start: '2026-03-01' } };
    const { unknown } = read(
      readFhirValue(
        visit({
          careTeam: [doctor(1), doctor(2)],
          supportingInfo: [
            { sequence: 1, ...stay },
            { sequence: 2, ...stay },
          ],
        }),
      )[0],
    ).read;
    expect(unknown.map(({ path }) => path)).toEqual([
      'Claim.supportingInfo[1].category.coding[0].code',
      'Claim.supportingInfo[1].timingPeriod.start',
      'Claim.careTeam[1]',
    ]);
  });

  it('tells of a claim that is a draft or a question', () => {
    expect(read(readFhirValue(visit({ status: 'draft', use: 'preauthorization' }))[0]).read.unknown.map(({ path }) => path)).toEqual([
      'Claim.status',
      'Claim.use',
    ]);
  });

  it.each([
    ['128.00', '128.00'],
    ['0.1', '0.10'],
    ['99999999999.9999', '99999999999.9999'],
    ['1e2', '100.00'],
    ['12345678901.23', '12345678901.23'],
  ])('reads the amount %s from its digits', (written, claimed) => {
    const text = JSON.stringify(visit({ total: { value: 7_777_777 } })).replace('7777777', written);
    expect(read(readFhirText(text)[0]).read.claim.total).toBe(claimed);
  });

  it('refuses an amount that a float would change, and one in another currency', () => {
    const text = JSON.stringify(visit({ total: { value: 7_777_777 } })).replace('7777777', '100.00000000000000001');
    const [entry] = readFhirText(text);
    expect(entry && 'failure' in entry ? entry.failure.path : '').toBe('Claim.total.value');
    expect(failureOf(visit({ total: { value: 5, currency: 'EUR' } })).path).toBe('Claim.total.currency');
  });

  it('follows references through a Bundle and into what a claim contains, and never in a circle', () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [
        {
          fullUrl: 'urn:uuid:1',
          resource: visit({
            contained: [
              {
                resourceType: 'Organization',
                id: 'o',
                name: 'Clinic',
                identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '1234567893' }],
                partOf: { reference: '#o' },
              },
            ],
            patient: { reference: 'Patient/p' },
            provider: { reference: '#o' },
            careTeam: [
              {
                sequence: 1,
                provider: { reference: 'http://ehr.example.org/fhir/PractitionerRole/r' },
                role: { coding: [{ code: 'primary' }] },
              },
            ],
          }),
        },
        {
          resource: {
            resourceType: 'Patient',
            id: 'p',
            birthDate: '1957-04-02',
            gender: 'female',
            link: [{ other: { reference: 'Patient/p' } }],
          },
        },
        {
          resource: {
            resourceType: 'PractitionerRole',
            id: 'r',
            practitioner: { reference: 'Practitioner/d' },
            specialty: [{ coding: [{ system: 'http://nucc.org/provider-taxonomy', code: '207Q00000X' }] }],
          },
        },
        { resource: { resourceType: 'Practitioner', id: 'd', name: [{ family: 'Doe', given: ['Jo'] }] } },
        { resource: { resourceType: 'Encounter', id: 'e', status: 'finished' } },
      ],
    };
    const { claim, unknown } = read(readFhirValue(bundle)[0]).read;
    expect(claim.patient).toEqual({ birthDate: '1957-04-02', sex: 'female' });
    expect(claim.billing).toEqual({ npi: '1234567893', name: 'Clinic' });
    expect(claim.rendering).toEqual({ name: { last: 'Doe', first: 'Jo' }, taxonomy: '207Q00000X' });
    expect(unknown.map(({ path }) => path)).toEqual([
      'Patient.link[0].other.reference',
      'Claim.contained[0].partOf.reference',
      'Encounter',
    ]);
  });

  it('reads every Claim of a Bundle', () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [{ resource: visit() }, { resource: visit({ type: { coding: [{ code: 'pharmacy' }] } }) }, { resource: visit() }],
    };
    expect(readFhirValue(bundle).map((entry) => ('failure' in entry ? entry.failure.path : 'read'))).toEqual([
      'read',
      'Claim.type',
      'read',
    ]);
  });
});

describe('what is wrong is refused with its place', () => {
  it.each([
    [visit({ item: {} }), 'Claim.item'],
    [visit({ item: [3] }), 'Claim.item[0]'],
    [visit({ item: [{}] }), 'Claim.item[0].sequence'],
    [visit({ diagnosis: [{ sequence: 1 }] }), 'Claim.diagnosis[0]'],
    [visit({ diagnosis: [{ sequence: 1.5 }] }), 'Claim.diagnosis[0].sequence'],
    [visit({ identifier: [{ value: 9 }] }), 'Claim.identifier[0].value'],
    [visit({ total: { value: '5' } }), 'Claim.total.value'],
    [visit({ total: { value: Number.NaN } }), 'Claim.total.value'],
    [visit({ type: undefined }), 'Claim.type'],
    [visit({ diagnosis: [{ ...(visit()['diagnosis'] as object[])[0], sequence: 7 }] }), 'Claim.item[0].diagnosisSequence[0]'],
    [visit({ item: Array.from({ length: 10_001 }, () => ({})) }), 'Claim.item'],
    [{ resourceType: 'Patient' }, '/resourceType'],
    [{ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient' } }] }, '/entry'],
    [{ resourceType: 'Bundle', entry: [{ resource: {} }] }, 'Bundle.entry[0].resource'],
    [
      {
        resourceType: 'Bundle',
        entry: [
          { fullUrl: 'a', resource: visit() },
          { fullUrl: 'a', resource: visit() },
        ],
      },
      'Bundle.entry[1].resource',
    ],
  ])('%#', (value, path) => {
    expect(failureOf(value).path).toBe(path);
  });

  it('two elements with one sequence', () => {
    const [first] = visit()['diagnosis'] as readonly unknown[];
    expect(failureOf(visit({ diagnosis: [first, first] })).message).toContain('same sequence');
  });

  it('whatever stands in any place of it', () => {
    const paths = placesOf(JSON.parse(readFileSync(join(root, 'examples/visit.fhir.json'), 'utf8')));
    const odd = fc.constantFrom(
      null,
      0,
      -1,
      1e308,
      '',
      'x',
      '\u0000',
      [],
      {},
      [[]],
      true,
      { coding: 5 },
      { reference: '#' },
      { value: {} },
      ['__proto__'],
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, value) => {
        const claim: unknown = JSON.parse(readFileSync(join(root, 'examples/visit.fhir.json'), 'utf8'));
        put(claim, path, value);
        try {
          for (const entry of readFhirValue(claim)) expect('failure' in entry || 'read' in entry).toBe(true);
        } catch (error) {
          if (!isCleanclaimError(error)) throw error;
        }
      }),
      { seed: 7, numRuns: 600 },
    );
  });
});

describe('cleanclaim', () => {
  const example = join(root, 'examples/visit.fhir.json');

  it('check recognises FHIR, alone, in a list and one a line', () => {
    const text = JSON.stringify(JSON.parse(readFileSync(example, 'utf8')));
    const own = readFileSync(join(root, 'examples/office-visit.json'), 'utf8');
    const alone = cleanclaim(['check', example, '--received', '2026-03-10', '--format', 'json']).json();
    expect(alone.map(({ claim }) => claim)).toEqual(['EX-FHIR']);
    const list = cleanclaim(['check', '-', '--received', '2026-03-10', '--format', 'json'], `[${text},${own}]`).json();
    expect(list.map(({ claim }) => claim)).toEqual(['EX-FHIR', 'EX-OFFICE']);
    const lines = cleanclaim(
      ['check', '-', '--received', '2026-03-10', '--format', 'ndjson'],
      `${text}\n{"resourceType":"Claim"}\n${text}\n`,
    );
    expect(lines.status).toBe(2);
    expect(
      lines.out
        .trim()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line))[0]),
    ).toEqual(['claim', 'line', 'claim']);
  });

  it('convert goes there and back', () => {
    const there = cleanclaim([
      'convert',
      join(root, 'examples/printed-visit.json'),
      '--to',
      'fhir-r5',
      '--format',
      'ndjson',
      '--on',
      '2026-03-05',
    ]);
    expect(there.status).toBe(0);
    const [back] = cleanclaim(['convert', '-', '--to', 'json', '--format', 'json'], there.out).json();
    const claim = JSON.parse(readFileSync(join(root, 'examples/printed-visit.json'), 'utf8')) as Claim;
    expect(back).toEqual({ ...claim, lines: claim.lines.map((line, at) => (at === 6 ? { ...line, pointers: [1] } : line)) });
  });

  it('convert names what it cannot carry, and wrong use', () => {
    const claim = '{"type":"professional","lines":[],"attachments":[{"report":"OZ"}]}';
    const lost = cleanclaim(['convert', '-', '--to', 'fhir', '--strict'], claim);
    expect(lost.status).toBe(1);
    expect(lost.err).toContain('/attachments/0/report');
    expect(cleanclaim(['convert', '-', '--to', 'x12'], claim)).toMatchObject({ status: 2 });
    expect(cleanclaim(['convert', '-', '--to', 'fhir'], '{"resourceType":"Patient"}')).toMatchObject({ status: 2 });
  });
});

/** Paths of every element, as steps. */
function placesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const own = path.length === 0 ? [] : [path];
  if (Array.isArray(value)) return [...own, ...value.flatMap((each: unknown, at) => placesOf(each, [...path, at]))];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([name, inside]) => placesOf(inside, [...path, name]))];
}

function put(value: unknown, path: readonly (string | number)[], wanted: unknown): void {
  let at = value as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[path.at(-1) ?? ''] = wanted;
}

/** HL7's schema, with its one regular expression that is none mended; a resource within a resource is not looked into. */
function schemaOfR5(): (type: string) => ValidateFunction {
  const text = readFileSync(R5_SCHEMA, 'utf8').replaceAll('{1,9}})?$', '{1,9})?$');
  const { definitions } = JSON.parse(text) as { definitions: Record<string, unknown> };
  const ajv = new Ajv({ strict: false, allErrors: false });
  ajv.addSchema({ $id: 'fhir', definitions: { ...definitions, ResourceList: {} } });
  return (type) => {
    const validate = ajv.getSchema(`fhir#/definitions/${type}`);
    if (!validate) throw new Error(`no schema for ${type}`);
    return validate;
  };
}

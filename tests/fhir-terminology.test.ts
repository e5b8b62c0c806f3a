import { day } from '@cleanclaim/core';
import {
  type JsonObject,
  objects,
  ownTerminology,
  Parameters,
  type TerminologyAnswer,
  TerminologyService,
  toR4,
} from '@cleanclaim/fhir/terminology';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { data as bundled } from './support/data.ts';
import { madeData } from './support/made-data.ts';

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const PCS = 'http://www.cms.gov/Medicare/Coding/ICD10';
const HCPCS = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

const data = madeData(bundled, {
  icd10pcs: [
    { code: '0DT', billable: '0', title: 'Gastrointestinal System, Resection' },
    { code: '0DTJ0ZZ', billable: '1', title: 'Resection of Appendix, Open Approach' },
    { code: '0DTJ4ZZ', billable: '1', title: 'Resection of Appendix, Percutaneous Endoscopic Approach' },
  ],
  hcpcs: [
    { code: 'E0143', long: 'Walker, folding, wheeled', short: 'Walker folding', from: '2000-01-01', to: null, coverage: 'C' },
    { code: 'E9990', long: 'Walker, made up and gone', short: 'Walker gone', from: '2000-01-01', to: '2010-12-31' },
  ],
  'cpt-long': [{ code: '0001Z', title: 'Made-up opening of the made-up flange' }],
  'icd10-who': [
    { code: 'E10-E14', kind: 'block', title: 'Made-up block' },
    { code: 'E11', kind: 'category', title: 'Made-up category' },
    { code: 'E119', kind: 'category', title: 'Made-up subcategory' },
  ],
  'icd11-mms': [
    { id: '5A11', kind: 'category', title: 'Made-up type 2', depth: '2', chapter: '05', residual: '', leaf: '1', uri: '1' },
    { id: 'chapter 05', kind: 'chapter', title: 'Made-up chapter', depth: '0', chapter: '05', residual: '', leaf: '', uri: '2' },
  ],
  'nucc-taxonomy': [
    {
      code: '00Z000000X',
      grouping: 'Made-up providers',
      classification: 'Made-up',
      specialization: '',
      display: 'Made-up physician',
      section: 'Individual',
    },
  ],
});

let ids = 0;
function makeService(): TerminologyService {
  const { shelf, maps } = ownTerminology(data, () => day('2026-11-24'));
  return new TerminologyService({ shelf: shelf('5.0.0'), maps, now: () => 1_795_500_000_000, newId: () => `id-${++ids}` });
}
const service = makeService();

type Given = Readonly<Record<string, string | number | boolean | JsonObject | readonly JsonObject[]>>;

function parametersOf(given: Given): Parameters {
  const parameter = Object.entries(given).flatMap(([name, value]): JsonObject[] => {
    if (typeof value !== 'object') return [{ name, valueString: String(value) }];
    const list = (Array.isArray(value) ? value : [value]) as JsonObject[];
    return list.map((each) =>
      each['resourceType'] === undefined
        ? { name, [each['coding'] === undefined ? 'valueCoding' : 'valueCodeableConcept']: each }
        : { name, resource: each },
    );
  });
  return new Parameters({ parameter });
}

function ask(operation: string, given: Given, cacheId?: string): TerminologyAnswer {
  return service.answer({ operation, parameters: parametersOf(given), cacheId });
}

/** The first value of each parameter of an answer. */
function values({ resource }: TerminologyAnswer): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const each of objects(resource, 'parameter')) {
    const [value] = Object.entries(each).flatMap(([name, one]) => (name === 'name' ? [] : [one]));
    found[String(each['name'])] ??= value;
  }
  return found;
}

function propertiesOf(answer: TerminologyAnswer): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const each of objects(answer.resource, 'parameter')) {
    if (each['name'] !== 'property') continue;
    const [code, value] = objects(each, 'part');
    const of = Object.entries(value ?? {}).find(([name]) => name.startsWith('value'))?.[1];
    (found[String(code?.['valueCode'])] ??= []).push(of);
  }
  return found;
}

const issueText = ({ resource }: TerminologyAnswer): string => JSON.stringify(objects(resource, 'issue'));
const codesOf = ({ resource }: TerminologyAnswer): unknown[] =>
  objects((resource['expansion'] ?? {}) as JsonObject, 'contains').map(({ code }) => code);
const totalOf = ({ resource }: TerminologyAnswer): unknown => (resource['expansion'] as JsonObject | undefined)?.['total'];

describe('ICD-10-CM', () => {
  it('tells all of a code, in the edition in force', () => {
    const answer = ask('CodeSystem/$lookup', { system: ICD, code: 'S82.101A' });
    expect(values(answer)).toMatchObject({ name: 'ICD10CM', version: '2026-10', code: 'S82.101A', abstract: false });
    expect(propertiesOf(answer)).toMatchObject({ billable: [true], header: [false], chapter: ['19'], parent: ['S82.101'] });
    const header = propertiesOf(ask('CodeSystem/$lookup', { system: ICD, code: 'E11' }));
    expect(header['header']).toEqual([true]);
    expect(header['child']).toContain('E11.9');
    expect(header['excludes1']?.length).toBeGreaterThan(0);
  });

  it.each([
    ['2026-04', '2026-04'],
    ['2026', '2026-04'],
    ['FY2025', '2025-04'],
    ['2025-11-02', '2025-10'],
    ['icd10cm-2024-10', '2024-10'],
  ])('reads version %s as edition %s', (written, version) => {
    expect(values(ask('CodeSystem/$validate-code', { url: ICD, version: written, code: 'E11.9' }))).toMatchObject({
      result: true,
      version,
    });
  });

  it('says which versions there are when asked for another', () => {
    const answer = values(ask('CodeSystem/$validate-code', { url: ICD, version: '2019', code: 'E11.9' }));
    expect(answer['result']).toBe(false);
    expect(answer['message']).toMatch(/version '2019' could not be found.*2024-10.*2026-10/);
  });

  it('takes a code without its dot and names the right form', () => {
    const answer = values(ask('CodeSystem/$validate-code', { url: ICD, code: 'e119' }));
    expect(answer).toMatchObject({ result: true, 'normalized-code': 'E11.9' });
    expect(values(ask('CodeSystem/$validate-code', { url: ICD, code: 'E11.99' }))['result']).toBe(false);
  });

  it('refuses a heading where only codes to choose will do', () => {
    expect(values(ask('CodeSystem/$validate-code', { url: ICD, code: 'E11', abstract: false }))['result']).toBe(false);
    expect(values(ask('CodeSystem/$validate-code', { url: ICD, code: 'E11' }))['result']).toBe(true);
  });

  it.each([
    ['E11', 'E11.9', 'subsumes'],
    ['E11.9', 'E11', 'subsumed-by'],
    ['E11.9', 'E11.9', 'equivalent'],
    ['S82', 'S82.101A', 'subsumes'],
    ['E11.2', 'E11.9', 'not-subsumed'],
  ])('%s to %s: %s', (codeA, codeB, outcome) => {
    expect(values(ask('CodeSystem/$subsumes', { system: ICD, codeA, codeB }))).toEqual({ outcome });
  });

  it('finds by words and by the beginning of a code, and counts all', () => {
    const words = ask('ValueSet/$expand', { url: `${ICD}/vs`, filter: 'type 2 diabetes', count: 2 });
    expect(codesOf(words)).toHaveLength(2);
    expect(codesOf(words)).toContain('E11.9');
    expect(Number(totalOf(words))).toBeGreaterThan(50);
    expect(codesOf(ask('ValueSet/$expand', { url: `${ICD}/vs`, filter: 'S82.101', count: 20 }))).toContain('S82.101A');
  });

  it('gives any page of the whole, and refuses the whole at once', () => {
    const all = (more: Given): TerminologyAnswer => ask('ValueSet/$expand', { url: `${ICD}/vs`, excludeNested: true, ...more });
    expect(codesOf(all({ count: 3 }))).toEqual(['A00', 'A00.0', 'A00.1']);
    expect(totalOf(all({ count: 0 }))).toBe(98_403);
    expect(codesOf(all({ count: 2, offset: 98_402 }))).toHaveLength(1);
    const refused = all({});
    expect(refused.status).toBe(422);
    expect(issueText(refused)).toContain('VALUESET_TOO_COSTLY');
  });

  it('filters by hierarchy, by a property and by a pattern', () => {
    const expand = (...filter: JsonObject[]): TerminologyAnswer =>
      ask('ValueSet/$expand', {
        valueSet: { resourceType: 'ValueSet', compose: { include: [{ system: ICD, filter }] } },
        excludeNested: true,
        count: 10_000,
      });
    const leaves = expand({ property: 'concept', op: 'descendent-leaf', value: 'E11' });
    expect(codesOf(leaves)).toContain('E11.3511');
    expect(codesOf(leaves)).not.toContain('E11.3');
    expect(codesOf(expand({ property: 'concept', op: 'generalizes', value: 'E11.9' }))).toEqual(['E11', 'E11.9']);
    expect(codesOf(expand({ property: 'code', op: 'regex', value: 'E11\\.[0-9]' }))).toEqual([
      'E11.0',
      'E11.1',
      'E11.2',
      'E11.3',
      'E11.4',
      'E11.5',
      'E11.6',
      'E11.8',
      'E11.9',
    ]);
    const headers = expand({ property: 'concept', op: 'is-a', value: 'E11' }, { property: 'billable', op: '=', value: 'false' });
    expect(codesOf(headers)).toContain('E11.2');
    expect(codesOf(headers)).not.toContain('E11.9');
    expect(expand({ property: 'made-up', op: '=', value: 'x' }).status).toBe(400);
  });
});

describe('installed tables', () => {
  it('answer under the names FHIR has for them', () => {
    const display = (system: string, code: string): unknown => values(ask('CodeSystem/$lookup', { system, code }))['display'];
    expect(display(PCS, '0DTJ0ZZ')).toBe('Resection of Appendix, Open Approach');
    expect(display(HCPCS, 'e0143')).toBe('Walker, folding, wheeled');
    expect(display('http://www.ama-assn.org/go/cpt', '0001Z')).toContain('flange');
    expect(display('http://hl7.org/fhir/sid/icd-10', 'E11.9')).toBe('Made-up subcategory');
    expect(display('http://id.who.int/icd/release/11/mms', '5A11')).toBe('Made-up type 2');
    expect(display('http://nucc.org/provider-taxonomy', '00Z000000X')).toBe('Made-up physician');
    expect(display('https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set', '11')).toBe('Office');
  });

  it('have no codes in headings of chapters and blocks', () => {
    expect(ask('CodeSystem/$lookup', { system: 'http://hl7.org/fhir/sid/icd-10', code: 'E10-E14' }).status).toBe(404);
    expect(totalOf(ask('ValueSet/$expand', { url: 'http://id.who.int/icd/release/11/mms/vs', count: 0 }))).toBe(1);
  });

  it('know what lies under what', () => {
    expect(values(ask('CodeSystem/$subsumes', { system: PCS, codeA: '0DT', codeB: '0DTJ0ZZ' }))).toEqual({ outcome: 'subsumes' });
    expect(values(ask('CodeSystem/$subsumes', { system: 'http://hl7.org/fhir/sid/icd-10', codeA: 'E11.9', codeB: 'E11' }))).toEqual({
      outcome: 'subsumed-by',
    });
    expect(codesOf(ask('ValueSet/$expand', { url: `${PCS}/vs`, filter: 'appendix', count: 5 })).toSorted()).toEqual(['0DTJ0ZZ', '0DTJ4ZZ']);
  });

  it('say that a code has ended', () => {
    const gone = values(ask('CodeSystem/$validate-code', { url: HCPCS, code: 'E9990' }));
    expect(gone).toMatchObject({ result: true, inactive: true, status: 'retired' });
    expect(codesOf(ask('ValueSet/$expand', { url: `${HCPCS}/vs`, activeOnly: true }))).toEqual(['E0143']);
  });
});

const tree = (concept: readonly JsonObject[], more: JsonObject = {}): JsonObject => ({
  resourceType: 'CodeSystem',
  url: 'http://example.org/tree',
  version: '1',
  status: 'active',
  content: 'complete',
  ...more,
  concept,
});
const TREE = tree([
  { code: 'a', display: 'Animal', concept: [{ code: 'b', display: 'Bird', concept: [{ code: 'c', display: 'Crow' }] }] },
  { code: 'd', display: 'Dust' },
]);
const include = (...sets: JsonObject[]): JsonObject => ({ resourceType: 'ValueSet', compose: { include: sets } });

describe('what is sent along', () => {
  it('goes before what is here, for this request alone', () => {
    const own = tree([{ code: 'x', display: 'Mine' }], { url: ICD });
    expect(values(ask('CodeSystem/$lookup', { system: ICD, code: 'x', 'tx-resource': own }))['display']).toBe('Mine');
    expect(ask('CodeSystem/$lookup', { system: ICD, code: 'x' }).status).toBe(404);
  });

  it('is kept where a cache is asked for, until it ends', () => {
    const { 'cache-id': id } = values(ask('$cache-control', { mode: 'start', 'tx-resource': TREE }));
    const question = { system: 'http://example.org/tree', code: 'c' };
    expect(values(ask('CodeSystem/$lookup', question, String(id)))['display']).toBe('Crow');
    expect(values(ask('$cache-control', { mode: 'check' }, String(id)))).toMatchObject({ valid: true, 'resource-count': 1 });
    ask('$cache-control', { mode: 'end' }, String(id));
    expect(ask('CodeSystem/$lookup', question, String(id)).status).toBe(404);
    expect(ask('CodeSystem/$lookup', question).status).toBe(404);
  });

  it('may be two versions of one system', () => {
    const later = tree([{ code: 'e', display: 'Elk' }], { version: '2' });
    const question = { url: 'http://example.org/tree', 'tx-resource': [TREE, later] };
    expect(values(ask('CodeSystem/$validate-code', { ...question, code: 'e' }))).toMatchObject({ result: true, version: '2' });
    expect(values(ask('CodeSystem/$validate-code', { ...question, code: 'a', version: '1' }))).toMatchObject({
      result: true,
      version: '1',
    });
    const forced = { ...question, code: 'e', 'force-system-version': 'http://example.org/tree|1' };
    expect(values(ask('CodeSystem/$validate-code', forced))['result']).toBe(false);
  });
});

describe('$closure', () => {
  const coding = (code: string): JsonObject => ({ system: ICD, code });
  it('tells which codes of a client lie under which, and again what came after a version', () => {
    expect(ask('$closure', { name: 'mine', concept: coding('E11') }).status).toBe(404);
    ask('$closure', { name: 'mine' });
    expect(ask('$closure', { name: 'mine', concept: [coding('E11'), coding('I10')] }).resource['group']).toBeUndefined();
    const { resource } = ask('$closure', { name: 'mine', concept: [coding('E11.9')] });
    expect(resource).toMatchObject({
      resourceType: 'ConceptMap',
      version: '2',
      group: [{ element: [{ code: 'E11.9', target: [{ code: 'E11', relationship: 'source-is-narrower-than-target' }] }] }],
    });
    expect(JSON.stringify(toR4(resource))).toContain('"equivalence":"subsumes"');
    expect(ask('$closure', { name: 'mine', version: '1' }).resource['group']).toEqual(resource['group']);
  });
});

describe('hostile requests', () => {
  const value = (pattern: string): JsonObject =>
    include({ system: 'http://example.org/tree', filter: [{ property: 'code', op: 'regex', value: pattern }] });
  const long = tree([{ code: `${'a'.repeat(2_000)}!` }, { code: 'a'.repeat(2_000) }]);

  it('a pattern that would never end answers at once', () => {
    for (const pattern of ['(a+)+', '((a*)*)*', '(a|a)*', '(a|aa)+', '^(a+)+$']) {
      const answer = ask('ValueSet/$expand', { valueSet: value(pattern), 'tx-resource': long });
      expect(totalOf(answer), pattern).toBe(1);
    }
    for (const pattern of ['(?=a)a', 'a{9999}{9999}', '(', '[z-a]', '\\p{L}', '*a']) {
      expect(ask('ValueSet/$expand', { valueSet: value(pattern), 'tx-resource': long }).status, pattern).toBe(400);
    }
  });

  it('patterns match as JavaScript does, of whole codes', () => {
    const part = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '(a|b)', '(ab)', '1');
    const times = fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{2,}');
    const pattern = fc
      .array(fc.tuple(part, times), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map((each) => each.join('')).join(''));
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        (source, codes) => {
          const unique = [...new Set(codes)];
          const sent = tree(unique.map((code) => ({ code })));
          const answer = ask('ValueSet/$expand', { valueSet: value(source), 'tx-resource': sent });
          expect(codesOf(answer)).toEqual(unique.filter((code) => new RegExp(`^(?:${source})$`).test(code)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('circles end: of value sets as an error, of concepts as what they are', () => {
    const set = (url: string, other: string): JsonObject => ({ ...include({ valueSet: [other] }), url });
    const circle = [set('http://example.org/1', 'http://example.org/2'), set('http://example.org/2', 'http://example.org/1')];
    for (const operation of ['ValueSet/$expand', 'ValueSet/$validate-code']) {
      const answer = ask(operation, { url: 'http://example.org/1', code: 'a', system: ICD, 'tx-resource': circle });
      expect(answer.status).toBe(422);
      expect(issueText(answer)).toContain('VALUESET_CIRCULAR_REFERENCE');
    }
    const parent = (code: string): JsonObject[] => [{ code: 'parent', valueCode: code }];
    const loop = tree(
      [
        { code: 'a', property: parent('b') },
        { code: 'b', property: parent('a') },
      ],
      { property: [{ code: 'parent', uri: 'http://hl7.org/fhir/concept-properties#parent', type: 'code' }] },
    );
    expect(values(ask('CodeSystem/$subsumes', { system: 'http://example.org/tree', codeA: 'a', codeB: 'b', 'tx-resource': loop }))).toEqual(
      {
        outcome: 'subsumes',
      },
    );
    const under = include({ system: 'http://example.org/tree', filter: [{ property: 'concept', op: 'is-a', value: 'a' }] });
    expect(codesOf(ask('ValueSet/$expand', { valueSet: under, excludeNested: true, 'tx-resource': loop }))).toEqual(['a', 'b']);
    expect(ask('ValueSet/$expand', { valueSet: under, 'tx-resource': loop }).status).toBe(200);
  });

  it('depth is refused, not followed', () => {
    let concept: JsonObject = { code: 'c0' };
    for (let at = 1; at < 500; at++) concept = { code: `c${at}`, concept: [concept] };
    expect(ask('CodeSystem/$lookup', { system: 'http://example.org/tree', code: 'c0', 'tx-resource': tree([concept]) }).status).toBe(400);
    const chain = Array.from({ length: 200 }, (_, at) => ({
      ...include({ valueSet: [`http://example.org/${at + 1}`] }),
      url: `http://example.org/${at}`,
    }));
    expect(ask('ValueSet/$expand', { url: 'http://example.org/0', 'tx-resource': chain }).status).toBe(422);
  });

  it('imports that double at each level are followed once', () => {
    const doubling = Array.from({ length: 40 }, (_, at) => ({
      ...include({ valueSet: [`http://example.org/${at + 1}`] }, { valueSet: [`http://example.org/${at + 1}`] }),
      url: `http://example.org/${at}`,
    }));
    const last = { ...include({ system: 'http://example.org/tree' }), url: 'http://example.org/40' };
    const given = { url: 'http://example.org/0', 'tx-resource': [...doubling, last, TREE] };
    expect(totalOf(ask('ValueSet/$expand', given))).toBe(4);
    expect(values(ask('ValueSet/$validate-code', { ...given, system: 'http://example.org/tree', code: 'z' }))['result']).toBe(false);
  });

  it('whatever is sent, the answer is a resource or an outcome', () => {
    const anything = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, 1e99, '', 'a', ICD, 'E11', '__proto__', 'constructor'),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            'name',
            'resource',
            'valueString',
            'valueCoding',
            'code',
            'system',
            'compose',
            'include',
            'filter',
            'concept',
            'resourceType',
            '__proto__',
          ),
          tie('json'),
          { maxKeys: 5 },
        ),
      ),
    })).json;
    const operations = service.operations;
    fc.assert(
      fc.property(fc.constantFrom(...operations), fc.array(anything, { maxLength: 4 }), (operation, list) => {
        const named = list.map((each) => (typeof each === 'object' && each !== null ? { name: 'valueSet', ...each } : each));
        const answer = service.answer({ operation, parameters: new Parameters({ parameter: named as JsonObject[] }) });
        expect(typeof answer.resource['resourceType']).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ValueSet/$expand', { url: `${ICD}/vs`, count: '-1' }],
    ['ValueSet/$expand', { url: `${ICD}/vs`, count: 'many' }],
    ['ValueSet/$expand', { url: `${ICD}/vs`, displayLanguage: ';;' }],
    ['ValueSet/$expand', { url: `${ICD}/vs`, 'system-version': 'no version' }],
    ['ValueSet/$expand', {}],
    ['CodeSystem/$lookup', { code: 'E11.9' }],
    ['CodeSystem/$subsumes', { system: ICD, codeA: 'E11' }],
    ['ConceptMap/$translate', {}],
    ['$closure', {}],
    ['ValueSet/$batch-validate-code', {}],
    ['$cache-control', { mode: 'begin' }],
  ] as [string, Given][])('%s with %j is a bad request', (operation, given) => {
    expect(ask(operation, given).status).toBe(400);
  });
});

describe('R4', () => {
  it('has properties of an expansion as the extensions that FHIR defines', () => {
    const { resource } = ask('ValueSet/$expand', {
      valueSet: include({ system: ICD, concept: [{ code: 'E11.9' }] }),
      property: 'billable',
    });
    const r4 = JSON.stringify(toR4(resource));
    expect(r4).toContain('extension-ValueSet.expansion.contains.property');
    expect(r4).toContain('"valueBoolean":true');
  });
});

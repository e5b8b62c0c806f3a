import { describe, expect, it } from 'vitest';
import { ask, send, testApp } from '../testing/ask.ts';
import { keptToken, tokenAccess } from './access.ts';

const ICD = 'http://hl7.org/fhir/sid/icd-10-cm';
const app = testApp();
const FHIR = { 'content-type': 'application/fhir+json' };

describe('the terminology service over HTTP', () => {
  it('answers GET and POST alike, in FHIR JSON, in both versions', async () => {
    for (const version of ['r4', 'r5']) {
      const got = await ask(app, `/fhir/${version}/CodeSystem/$lookup?system=${ICD}&code=E11.9`);
      expect(got.status).toBe(200);
      expect(got.headers.get('content-type')).toBe('application/fhir+json');
      expect(got.headers.get('x-request-id')).not.toBeNull();
      const parameter = [
        { name: 'system', valueUri: ICD },
        { name: 'code', valueCode: 'E11.9' },
      ];
      const sent = await send(app, `/fhir/${version}/CodeSystem/$lookup`, { resourceType: 'Parameters', parameter }, FHIR);
      expect(sent.body).toEqual(got.body);
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      expect((await send(app, `/fhir/${version}/CodeSystem/$lookup`, `system=${ICD}&code=E11.9`, form)).body).toEqual(got.body);
    }
  });

  it('says what it is, in the version of the address', async () => {
    expect((await ask(app, '/fhir/r4/metadata')).body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
    expect((await ask(app, '/fhir/r5/metadata')).body).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' });
    const capabilities = (await ask(app, '/fhir/r5/metadata?mode=terminology')).body as { codeSystem: { uri: string }[] };
    expect(capabilities.codeSystem.map(({ uri }) => uri)).toContain(ICD);
    expect((await ask(app, '/fhir/r5/$versions')).body).toMatchObject({ resourceType: 'Parameters' });
  });

  it('lists its code systems and reads one by its id', async () => {
    const { body } = await ask(app, `/fhir/r5/CodeSystem?url=${ICD}&version=2026-10`);
    const [entry] = (body as { entry: { resource: { id: string } }[] }).entry;
    const id = entry?.resource.id ?? '';
    expect((await ask(app, `/fhir/r5/CodeSystem/${id}`)).body).toMatchObject({ url: ICD, version: '2026-10' });
    expect((await ask(app, `/fhir/r5/CodeSystem/${id}/$validate-code?code=E11.9`)).body).toMatchObject({
      parameter: [{ name: 'result', valueBoolean: true }, {}, {}, {}, {}],
    });
    expect((await ask(app, `/fhir/r5/ValueSet/${id}/$expand?count=1`)).body).toMatchObject({ expansion: { total: 98_403 } });
    expect((await ask(app, '/fhir/r5/CodeSystem/none')).status).toBe(404);
  });

  it('answers each entry of a batch by itself', async () => {
    const entry = [
      { request: { method: 'GET', url: `CodeSystem/$subsumes?system=${ICD}&codeA=E11&codeB=E11.9` } },
      { request: { method: 'GET', url: 'CodeSystem/$lookup?system=http://example.org/none&code=1' } },
      { request: { method: 'POST', url: 'ValueSet/$expand' }, resource: { resourceType: 'Patient' } },
      {},
    ];
    const { body } = await send(app, '/fhir/r4', { resourceType: 'Bundle', type: 'batch', entry }, FHIR);
    const answers = (body as { entry: { response: { status: string }; resource: object }[] }).entry;
    expect(answers.map(({ response }) => response.status)).toEqual(['200', '404', '400', '404']);
    expect(answers[0]?.resource).toEqual({ resourceType: 'Parameters', parameter: [{ name: 'outcome', valueCode: 'subsumes' }] });
  });

  it.each([
    ['nothing there', 404, () => ask(app, '/fhir/r5/Patient/1')],
    ['an unknown operation', 404, () => ask(app, '/fhir/r5/ValueSet/$made-up')],
    ['a method that is not spoken', 405, () => ask(app, '/fhir/r5/CodeSystem', { method: 'DELETE' })],
    ['a format that is not spoken', 415, () => ask(app, '/fhir/r5/metadata', { headers: { accept: 'application/fhir+xml' } })],
    ['a body of another kind', 415, () => send(app, '/fhir/r5/ValueSet/$expand', '<a/>', { 'content-type': 'application/fhir+xml' })],
    ['a body that is no JSON', 400, () => send(app, '/fhir/r5/ValueSet/$expand', '{', FHIR)],
    ['a body that is too deep', 400, () => send(app, '/fhir/r5/ValueSet/$expand', '['.repeat(500) + ']'.repeat(500), FHIR)],
    ['another resource', 400, () => send(app, '/fhir/r5/ValueSet/$expand', { resourceType: 'Patient' }, FHIR)],
    ['an address that is broken', 404, () => ask(app, '/fhir/r5/CodeSystem/%E0%A4%A/$lookup')],
  ])('%s is an OperationOutcome with status %i', async (_, status, make) => {
    const answer = await make();
    expect(answer.body).toMatchObject({ resourceType: 'OperationOutcome' });
    expect(answer.status).toBe(status);
  });

  it('a body that is too large is one too', async () => {
    const small = testApp({ limits: { fhir: 100 } });
    const answer = await send(small, '/fhir/r5/ValueSet/$expand', { resourceType: 'Parameters', text: 'x'.repeat(200) }, FHIR);
    expect(answer).toMatchObject({ status: 413, body: { resourceType: 'OperationOutcome', issue: [{ code: 'too-long' }] } });
  });

  it('asks for a token where one is needed', async () => {
    const guarded = testApp({ access: tokenAccess([keptToken('reader', 'read', 'secret')]) });
    const path = `/fhir/r5/CodeSystem/$lookup?system=${ICD}&code=E11.9`;
    expect(await ask(guarded, path)).toMatchObject({ status: 401, body: { resourceType: 'OperationOutcome', issue: [{ code: 'login' }] } });
    expect((await ask(guarded, path, { headers: { authorization: 'Bearer secret' } })).status).toBe(200);
  });

  it('logs the route and nothing of the request', async () => {
    const lines: string[] = [];
    const logged = testApp({ log: (entry) => lines.push(JSON.stringify(entry)) });
    await ask(logged, `/fhir/r5/CodeSystem/$lookup?system=${ICD}&code=E11.9`);
    expect(lines.join('')).toContain('"route":"fhir"');
    expect(lines.join('')).not.toContain('E11');
  });
});

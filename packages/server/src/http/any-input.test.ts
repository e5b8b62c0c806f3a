import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SERVED } from '../served.ts';
import { TOOLS } from '../mcp/tools.ts';
import { testApp } from '../testing/ask.ts';

const app = testApp();
const operation = fc.constantFrom(...SERVED.keys());
const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => new Uint8Array(each));
const RUNS = { numRuns: 300 };

const ask = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<{ status: number; text: string }> => {
  const headers = { host: '127.0.0.1', 'content-type': type, accept: 'application/json, text/event-stream' };
  const response = await app.request(path, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
};
const post = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>): Promise<number> =>
  (await ask(path, type, body)).status;

it('any bytes as a body are an answer or a problem', () =>
  fc.assert(
    fc.asyncProperty(
      operation,
      fc.constantFrom('application/json', 'application/x-ndjson'),
      fc.oneof(bytes, fc.json()),
      async (id, type, body) => {
        expect(await post(`/v1/${id}`, type, body)).toBeLessThan(500);
      },
    ),
    RUNS,
  ));

it('any JSON under the names of the fields is an answer or a problem', () =>
  fc.assert(
    fc.asyncProperty(operation, fc.jsonValue({ maxDepth: 4 }), fc.jsonValue(), async (id, one, other) => {
      const [first = 'x', second = 'y'] = Object.keys(SERVED.get(id)?.fields ?? {});
      expect(await post(`/v1/${id}`, 'application/json', JSON.stringify({ [first]: one, [second]: other }))).toBeLessThan(500);
    }),
    RUNS,
  ));

it('any path and query are an answer or a problem', () =>
  fc.assert(
    fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), operation, async (path, query, id) => {
      expect((await app.request(`/v1/${id}?${query}`)).status).toBeLessThan(500);
      expect((await app.request(`/${path}?${query}`)).status).toBeLessThan(500);
      expect((await app.request(`/v1/suggest?q=${encodeURIComponent(query)}`)).status).toBeLessThan(500);
    }),
    RUNS,
  ));

it('any arguments of a tool are an answer or a tool error', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...TOOLS),
      fc.jsonValue({ maxDepth: 3 }),
      fc.jsonValue({ maxDepth: 3 }),
      async ({ name, input }, one, other) => {
        const [first = 'x', second = 'y'] = Object.keys((input['properties'] as object | undefined) ?? {});
        const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: { [first]: one, [second]: other } } };
        const { status, text } = await ask('/mcp', 'application/json', JSON.stringify(call));
        expect(status).toBe(200);
        expect(text).not.toContain('did not foresee');
      },
    ),
    { numRuns: 150 },
  ));

it('any bytes to the assistant door are refused or answered', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(bytes, fc.json()), async (body) => {
      expect(await post('/mcp', 'application/json', body)).toBeLessThan(500);
    }),
    RUNS,
  ));

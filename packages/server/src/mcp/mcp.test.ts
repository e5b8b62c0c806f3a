import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import * as core from '@cleanclaim/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, type Running } from '../listen.ts';
import { silent } from '../log.ts';
import { SERVED } from '../served.ts';
import { service, testApp } from '../testing/ask.ts';
import { TOOLS } from './tools.ts';
import { X12_TOOLS } from './x12-tools.ts';

const main = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const context = { data: service.data, engine: service.engine, today: service.today() };
let running: Running;

beforeAll(async () => {
  running = await listen(testApp({ loopbackOnly: true }), { port: 0, host: '127.0.0.1', log: silent });
});
afterAll(() => running.stop(100));

const TRANSPORTS = {
  'standard input and output': () =>
    new StdioClientTransport({
      command: process.execPath,
      args: [
        '--conditions=@cleanclaim/source',
        '--input-type=module',
        '-e',
        `const { main } = await import(${JSON.stringify(main)}); process.exitCode = await main(['mcp']);`,
      ],
    }),
  HTTP: () => new StreamableHTTPClientTransport(new URL(`${running.url}/mcp`)),
} as const;

describe.each(Object.entries(TRANSPORTS))('over %s', (_, transport) => {
  const versions = [
    ['the revision of 2026', { mode: 'auto' }],
    ['the older handshake', { mode: 'legacy' }],
  ] as const;
  describe.each(versions)('in %s', (_, versionNegotiation) => {
    let client: Client;
    beforeAll(async () => {
      client = new Client({ name: 'test', version: '1' }, { versionNegotiation });
      await client.connect(transport());
    });
    afterAll(() => client.close());

    it('lists every tool with both schemas, all of them read-only', async () => {
      const { tools } = await client.listTools();
      expect(tools.map((tool) => tool.name)).toEqual([...TOOLS, ...X12_TOOLS].map((tool) => tool.name));
      for (const tool of tools) {
        expect(tool.annotations?.readOnlyHint, tool.name).toBe(true);
        expect(tool.description?.length, tool.name).toBeGreaterThan(40);
        expect(tool.inputSchema.type, tool.name).toBe('object');
        expect(tool.outputSchema?.type, tool.name).toBe('object');
      }
    });

    it.each(TOOLS)('$name answers the examples of its operation by its own schema', async ({ name, operation }) => {
      await client.listTools();
      for (const { input } of SERVED.get(operation)?.operation.examples ?? []) {
        const { structuredContent, content, isError } = await client.callTool({ name, arguments: { ...(input as object) } });
        expect(isError ?? false).toBe(false);
        expect(structuredContent).toBeTypeOf('object');
        const [first] = content;
        expect(first?.type === 'text' ? first.text.length : 0).toBeGreaterThan(10);
      }
    });

    it('speaks the revision asked for', () => {
      expect(client.getProtocolEra()).toBe(versionNegotiation.mode === 'auto' ? 'modern' : 'legacy');
    });

    it('a tool without inputs needs none', async () => {
      const { structuredContent } = await client.callTool({ name: 'list_editions' });
      expect((structuredContent as { editions: unknown[] }).editions.length).toBe(context.data.editions().length);
    });

    it('the same question has the same answer as in the library', async () => {
      const input = { code: 'S82.101', on: '2026-03-04' };
      const { structuredContent } = await client.callTool({ name: 'get_code', arguments: input });
      expect(structuredContent).toEqual(JSON.parse(JSON.stringify(core.perform(core.lookup, input, context))));
    });

    it('wrong use says what to do next', async () => {
      const { isError, content } = await client.callTool({ name: 'get_code', arguments: { code: 'E11.9', on: 'yesterday' } });
      expect(isError).toBe(true);
      expect(JSON.stringify(content)).toContain('YYYY-MM-DD');
      const misspelt = await client.callTool({ name: 'get_code', arguments: { cod: 'E11.9' } });
      expect(JSON.stringify(misspelt.content)).toContain('it takes code, on');
    });

    it('search gives one page after another and each code once', async () => {
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 3; page++) {
        const { structuredContent } = await client.callTool({
          name: 'search_codes',
          arguments: { query: 'diabetes', on: '2026-03-04', limit: 5, ...(cursor === undefined ? {} : { cursor }) },
        });
        const { results, nextCursor } = structuredContent as { results: { code: string }[]; nextCursor?: string };
        seen.push(...results.map((each) => each.code));
        cursor = nextCursor;
      }
      const whole = core.perform(core.search, { query: 'diabetes', on: '2026-03-04', limit: 15 }, context);
      expect(seen).toEqual(whole.results.map((each) => each.code));
    });

    it('differences come in pages with their counts', async () => {
      const whole = core.perform(core.diff, { from: 'FY2026', to: 'FY2027' }, context);
      const { structuredContent } = await client.callTool({
        name: 'compare_editions',
        arguments: { from: 'FY2026', to: 'FY2027', limit: 20 },
      });
      const { added, counts, nextCursor } = structuredContent as { added: unknown[]; counts: Record<string, number>; nextCursor: string };
      expect([added.length, counts['added'], counts['deleted'], nextCursor]).toEqual([
        20,
        whole.added.length,
        whole.deleted.length,
        'from-20',
      ]);
    });

    it('a claim that was not wholly checked is not called clean', async () => {
      const claim = {
        type: 'professional',
        id: 'A',
        diagnoses: [{ code: 'E10.9' }, { code: 'E11.9' }],
        lines: [{ code: 'G0108', from: '2026-03-04', pointers: [1] }],
      };
      const { structuredContent, content } = await client.callTool({ name: 'check_claim', arguments: { claim } });
      expect(structuredContent).toMatchObject({ status: 'findings' });
      expect(JSON.stringify(content)).toContain('Not checked');
    });

    it('rules and editions can be read', async () => {
      const { resources } = await client.listResources();
      expect(resources.map((each) => each.uri).toSorted()).toEqual(['cleanclaim://editions', 'cleanclaim://rules']);
      const editions = await client.readResource({ uri: 'cleanclaim://editions' });
      expect(JSON.stringify(editions.contents)).toContain('icd10cm-2026-04');
      const rule = await client.readResource({ uri: 'cleanclaim://rules/icd10cm/excludes1' });
      expect(JSON.stringify(rule.contents)).toContain('cites');
      await expect(client.readResource({ uri: 'cleanclaim://rules/none/none' })).rejects.toThrow();
    });
  });
});

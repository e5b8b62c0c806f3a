import { type FailureCode, isCleanclaimError, type Rule } from '@cleanclaim/core';
import { RULES, UNMADE } from '@cleanclaim/rules';
import {
  type CallToolResult,
  McpServer,
  ResourceNotFoundError,
  ResourceTemplate,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';
import { answer, type JsonSchema, SERVED } from '../served.ts';
import type { Service } from '../service.ts';
import type { Tool } from './tool.ts';
import { TOOLS } from './tools.ts';
import { X12_TOOLS } from './x12-tools.ts';

const INSTRUCTIONS = [
  'Cleanclaim answers about medical codes and claims from official data on this machine, as in force on the date of service.',
  'Give the date of service as `on`; without it, today counts. Search first, then read code_notes before choosing a code.',
  'Statistics take rows of counts: texts in `values`, numbers in `count` and `population`; say method and standard with every figure.',
  'Status no-data and notChecked mean "not checked", never "fine". Answers are no payer decision. Send no patient names or member ids;',
  'X12 files hold them: use the X12 tools only where the people agreed that you see the file.',
].join(' ');

/** What to do next, said for an assistant where the common text names the command line. */
const RECOVERY: Partial<Record<FailureCode, string>> = {
  'input/invalid': 'Look at the input schema of the tool.',
  'input/unknown-edition': 'Call list_editions and use one of its ids.',
};

/** A server that speaks MCP: tools made from the operations, rules and editions as resources. One a connection, or one a request. */
export function makeMcpServer(service: Service): McpServer {
  const server = new McpServer(
    { name: 'cleanclaim', title: 'Cleanclaim', version: service.version },
    { instructions: INSTRUCTIONS, capabilities: { tools: {}, resources: {} } },
  );
  for (const tool of [...TOOLS, ...X12_TOOLS]) addTool(server, tool, service);
  addResources(server, service);
  return server;
}

function addTool(server: McpServer, tool: Tool, service: Service): void {
  server.registerTool(
    tool.name,
    {
      title: tool.title,
      description: tool.description,
      inputSchema: published(tool.input),
      outputSchema: published(tool.output),
      annotations: { title: tool.title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    (input): CallToolResult => call(tool, input as Readonly<Record<string, unknown>>, service),
  );
}

function call(tool: Tool, input: Readonly<Record<string, unknown>>, service: Service): CallToolResult {
  try {
    const { structured, text } = tool.run(input, service);
    return { content: [{ type: 'text', text }], structuredContent: { ...structured }, _meta: { 'cleanclaim/data': service.mark } };
  } catch (error) {
    if (!isCleanclaimError(error))
      throw new Error('Cleanclaim met something it did not foresee. Report it without patient data.', { cause: error });
    const { code, message, path, recovery } = error.failure;
    const text = `${message}${path === '' ? '' : ` (at ${path})`}\nWhat to do: ${RECOVERY[code] ?? recovery}`;
    return { isError: true, content: [{ type: 'text', text }], _meta: { 'cleanclaim/failure': code } };
  }
}

/** A schema that is published as it stands. Checking is the operation's: its failures say what to do next. */
function published(schema: JsonSchema): StandardSchemaWithJSON {
  const json = (): Record<string, unknown> => ({ ...schema });
  return { '~standard': { version: 1, vendor: 'cleanclaim', validate: (value) => ({ value }), jsonSchema: { input: json, output: json } } };
}

function addResources(server: McpServer, service: Service): void {
  const text = (uri: URL, value: unknown) => ({
    contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify(value, undefined, 2) }],
  });
  server.registerResource(
    'editions',
    'cleanclaim://editions',
    {
      title: 'Installed editions',
      description: 'Every edition with its days, publisher, licence and digest.',
      mimeType: 'application/json',
    },
    (uri) => text(uri, editionsOf(service)),
  );
  server.registerResource(
    'rules',
    'cleanclaim://rules',
    {
      title: 'Rules',
      description: 'Every rule with severity and dates, and the checks that this version does not make.',
      mimeType: 'application/json',
    },
    (uri) => text(uri, { rules: RULES.map(brief), notMade: UNMADE.map(({ rule, title, needs }) => ({ rule, title, needs })) }),
  );
  server.registerResource(
    'rule',
    new ResourceTemplate('cleanclaim://rules/{family}/{name}', { list: undefined }),
    {
      title: 'A rule',
      description: 'One rule with its sources and examples, by its id such as icd10cm/excludes1.',
      mimeType: 'application/json',
    },
    (uri, { family, name }) => {
      const rule = RULES.find((each) => each.id === `${String(family)}/${String(name)}`);
      if (!rule) throw new ResourceNotFoundError(uri.href);
      return text(uri, { ...brief(rule), cites: rule.cites, examples: rule.examples });
    },
  );
}

function brief({ id, title, severity, stage, on, from, to, types, payers }: Rule) {
  return { id, title, severity, stage, looksAt: on, from, to: to ?? null, types: types ?? 'all', payers: payers ?? 'all' };
}

function editionsOf(service: Service): unknown {
  const served = SERVED.get('data.list');
  return served ? answer(served, {}, service) : [];
}

import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { errorPlace, type Log } from '../log.ts';
import type { Service } from '../service.ts';
import { makeMcpServer } from './server.ts';

/** Speaks MCP on standard input and output until the input ends. Nothing else may be written to standard output meanwhile. */
export function serveMcp(service: Service, log: Log): void {
  serveStdio(() => makeMcpServer(service), { onerror: (error) => log({ event: 'unforeseen', ...errorPlace(error) }) });
}

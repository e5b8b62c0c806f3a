import { createMcpHandler, type McpHttpHandler } from '@modelcontextprotocol/server';
import type { Limits } from '../http/limits.ts';
import type { Service } from '../service.ts';
import { makeMcpServer } from './server.ts';

/** MCP at one path: without sessions, every request stands alone, so that any copy of the server can answer it. */
export function mcpOverHttp(service: Service, limits: Limits): McpHttpHandler {
  return createMcpHandler(() => makeMcpServer(service), {
    maxRequestBodySize: limits.body,
    maxSubscriptions: limits.streams,
  });
}

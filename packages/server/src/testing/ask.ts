import { day } from '@cleanclaim/core';
import { bundledData } from '@cleanclaim/data';
import { type App, type AppOptions, makeApp } from '../app.ts';
import { makeService, type Service } from '../service.ts';

/** The bundled editions on a fixed day, so that answers do not change with the calendar. */
export const service: Service = makeService(bundledData(), () => day('2026-11-24'));

/** An app without a port and without the page. */
export function testApp(options: Partial<AppOptions> = {}): App {
  return makeApp({ service, page: '/nowhere', ...options });
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks as a caller on this machine would, and reads the JSON answer. */
export async function ask(app: App, path: string, init: RequestInit = {}): Promise<Asked> {
  const headers = { host: '127.0.0.1', ...(init.headers as Record<string, string> | undefined) };
  const response = await app.request(path, { ...init, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

export function send(app: App, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Asked> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return ask(app, path, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } });
}

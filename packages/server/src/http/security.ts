import type { Context } from 'hono';
import { HttpFailure } from './problem.ts';

/** Sent with every answer. */
export const HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};

/** An answer of the interface is data: opened as a page it may load and run nothing. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The page: its own files only, no script or style written into the page. */
export const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

/**
 * Refuses what a web page of another site can make a browser send. On this machine alone the Host header must name
 * this machine (a name that was pointed here is another site's); a request that changes or sends something may carry
 * no Origin but the server's own.
 */
export function refuseOtherSites(c: Context, loopbackOnly: boolean): void {
  const host = c.req.header('host') ?? '';
  if (loopbackOnly && !LOOPBACK.test(host)) {
    throw new HttpFailure('http/other-site', 'The Host header does not name this machine, on which alone the server listens.');
  }
  const origin = c.req.header('origin');
  if (origin === undefined || c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return;
  if (origin !== `http://${host}` && origin !== `https://${host}`) {
    throw new HttpFailure('http/other-site', 'The request comes from a page of another site.');
  }
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledData } from '@cleanclaim/data';

/** The bundled packs, opened once a test file. */
export const data = bundledData();

/** A path in the shared folder beside the checkout, or undefined when it is not there: such tests then say they were skipped. */
export function shared(path: string): string | undefined {
  const full = fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
  return existsSync(full) ? full : undefined;
}

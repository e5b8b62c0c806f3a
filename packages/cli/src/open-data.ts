import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { openPacks } from '@cleanclaim/data';
import type { Data } from '@cleanclaim/core';
import type { Given } from './given.ts';

/** Data for a command: packs of the data folder where it has them, the bundled ones else. */
export function openData(given: Given): Data {
  return openPacks(dataFolder(given));
}

/** The folder named by `--data`, by CLEANCLAIM_DATA, or the XDG data folder; with `make`, one that is made when something is added. */
export function dataFolder(given: Given, make: 'make' | 'as it is' = 'as it is'): string {
  const named = given.flags['data'];
  if (typeof named === 'string') {
    if (!(make === 'make' && !existsSync(named)) && !(existsSync(named) && statSync(named).isDirectory()))
      throw new CleanclaimError('usage/unreadable-file', `--data ${quote(named)} is not a folder.`);
    return named;
  }
  return (
    process.env['CLEANCLAIM_DATA'] ??
    join(process.env['XDG_DATA_HOME'] ?? join(process.env['HOME'] ?? process.env['USERPROFILE'] ?? '.', '.local', 'share'), 'cleanclaim')
  );
}

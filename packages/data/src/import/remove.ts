import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CleanclaimError, quote } from '@cleanclaim/core';
import { installedEditions } from '../editions.ts';
import { editionFolder, withLock } from './installed.ts';
import { rejoin } from './rejoin.ts';

/** Takes an installed edition away: out of sight by one rename, then deleted. Bundled editions cannot be removed. */
export async function removeEdition(folder: string, id: string): Promise<{ readonly id: string; readonly source: string }> {
  return withLock(folder, () => {
    const found = installedEditions(folder).find(({ edition }) => edition.id === id);
    const path = found && editionFolder(folder, found.source, found.edition.id);
    if (!found || !path || !existsSync(path)) throw new CleanclaimError('data/no-edition', `No edition ${quote(id)} was added.`);
    const trash = join(folder, `.new-removed-${process.pid}`);
    renameSync(path, trash);
    rmSync(trash, { recursive: true, force: true });
    rejoin(folder);
    return Promise.resolve({ id, source: found.source });
  });
}

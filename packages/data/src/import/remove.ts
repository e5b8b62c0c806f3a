import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CleanclaimError, quote } from '@cleanclaim/core';
import { removeIndex } from '../build/alphabetic-index/install-index.ts';
import { installedEditions } from '../editions.ts';
import { INDEX_SOURCE } from './add-index.ts';
import { editionFolder, withLock } from './installed.ts';
import { rejoin } from './rejoin.ts';

/**
 * Takes an installed edition away: out of sight by one rename, then deleted. Of the Alphabetic Index one part, or all of it as
 * `icd10cm-index`. Bundled editions cannot be removed.
 */
export async function removeEdition(folder: string, id: string): Promise<{ readonly id: string; readonly source: string }> {
  return withLock(folder, () => {
    if (id.startsWith(INDEX_SOURCE) && removeIndex(folder, id)) return Promise.resolve({ id, source: INDEX_SOURCE });
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

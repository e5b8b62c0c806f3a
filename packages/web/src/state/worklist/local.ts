import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Change, columnsOf, type Kept, ratesOf, type Summary, type Worklist, WorklistTrouble } from './model.ts';

interface Tables extends DBSchema {
  claims: { key: string; value: Kept };
}

/** Kept in this browser's own database: nothing leaves, and clearing the browser's data clears it. */
export const localWorklist: Worklist & {
  all(): Promise<readonly Kept[]>;
  /** Takes over claims of a file: new ones are added, known ones only when the file's are newer. Gives how many were taken. */
  merge(kept: readonly Kept[]): Promise<number>;
} = {
  async list() {
    const all = await localWorklist.all();
    return all.toSorted(byChange);
  },

  async all() {
    return (await open()).getAll('claims');
  },

  async read(id) {
    const kept = await (await open()).get('claims', id);
    if (!kept) throw new WorklistTrouble('gone');
    return kept;
  },

  async add(claim, checked) {
    const kept: Kept = {
      id: crypto.randomUUID(),
      version: 1,
      state: 'draft',
      changedAt: new Date().toISOString(),
      claim,
      first: checked,
      last: checked,
      next: null,
      ...columnsOf(claim),
    };
    await written((await open()).add('claims', kept));
    return kept;
  },

  async change(id, version, change) {
    const tx = (await open()).transaction('claims', 'readwrite');
    const kept = await tx.store.get(id);
    if (!kept) throw new WorklistTrouble('gone');
    if (kept.version !== version) throw new WorklistTrouble('changed');
    const next = changed(kept, change);
    await written(tx.store.put(next));
    await tx.done;
    return next;
  },

  async remove(id) {
    await (await open()).delete('claims', id);
  },

  async rates() {
    return ratesOf(await localWorklist.all());
  },

  async merge(kept) {
    const tx = (await open()).transaction('claims', 'readwrite');
    let taken = 0;
    for (const each of kept) {
      const known = await tx.store.get(each.id);
      if (known && known.changedAt >= each.changedAt) continue;
      await written(tx.store.put(each));
      taken++;
    }
    await tx.done;
    return taken;
  },
};

function changed(kept: Kept, { claim, checked, state, next, deniedLines }: Change): Kept {
  return {
    ...kept,
    version: kept.version + 1,
    changedAt: new Date().toISOString(),
    ...(claim === undefined ? {} : { claim, ...columnsOf(claim) }),
    ...(checked === undefined ? {} : { last: checked, first: kept.first ?? checked }),
    ...(state === undefined ? {} : { state }),
    ...(next === undefined ? {} : { next }),
    ...(deniedLines === undefined ? {} : { deniedLines }),
  };
}

function byChange(one: Summary, other: Summary): number {
  return one.changedAt < other.changedAt ? 1 : -1;
}

let opened: Promise<IDBPDatabase<Tables>> | undefined;

function open(): Promise<IDBPDatabase<Tables>> {
  opened ??= openDB<Tables>('cleanclaim', 1, {
    upgrade: (db) => {
      db.createObjectStore('claims', { keyPath: 'id' });
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch(() => {
    opened = undefined;
    throw new WorklistTrouble('unavailable');
  });
  return opened;
}

async function written(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    throw new WorklistTrouble(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'unavailable');
  }
}

import { makeStore, useStore } from './store.ts';

/** A file of claims that were sent, to hold payments against: in the memory of this tab alone. */
export interface OpenedSent {
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  /** How many claims it holds. */
  readonly count: number;
}

const MOST_FILES = 20;
const files = makeStore<readonly OpenedSent[]>([]);
let count = 0;

export const useSentFiles = (): readonly OpenedSent[] => useStore(files);

export const nextSentId = (): number => ++count;

export function keepSent(file: OpenedSent): void {
  files.set([...files.get(), file].slice(-MOST_FILES));
}

export function closeSent(id: number): void {
  files.set(files.get().filter((file) => file.id !== id));
}

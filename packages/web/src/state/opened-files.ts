import type { X12Content } from '@cleanclaim/x12';
import { makeStore, useStore } from './store.ts';

/** A payment or answer file that was opened: in the memory of this tab alone, gone with it. */
export interface OpenedFile {
  readonly id: number;
  readonly name: string;
  readonly content: X12Content;
}

const MOST_FILES = 20;
const files = makeStore<readonly OpenedFile[]>([]);
let count = 0;

export const useOpenedFiles = (): readonly OpenedFile[] => useStore(files);

/** The newest first. */
export function keepOpened(name: string, content: X12Content): void {
  files.set([{ id: ++count, name, content }, ...files.get()].slice(0, MOST_FILES));
}

export function closeFile(id: number): void {
  files.set(files.get().filter((file) => file.id !== id));
}

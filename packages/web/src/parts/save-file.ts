import { announce } from '../state/announce.ts';
import { t } from '../text/text.ts';

/** Gives the user a file. */
export function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  announce(t.export.saved(name));
}

export function saveJson(name: string, value: unknown): void {
  saveFile(name, JSON.stringify(value, null, 2), 'application/json');
}

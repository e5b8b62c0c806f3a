import { announce } from '../../state/announce.ts';
import { t } from '../../text/text.ts';

/** Saves a text as a file of the user's. */
export function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  announce(t.export.saved(name));
}

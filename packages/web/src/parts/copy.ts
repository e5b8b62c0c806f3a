import { announce } from '../state/announce.ts';
import { t } from '../text/text.ts';

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    announce(t.copied(text));
  } catch {
    announce(t.notCopied(text));
  }
}

import { useState } from 'react';
import { askRules } from '../../data/ask-rules.ts';
import { holdsClaims, looksLikeX12, MOST_X12_BYTES } from '../../data/looks-like-x12.ts';
import type { Toolkit } from '../../data/load-data.ts';
import { useToolkit } from '../../data/toolkit.ts';
import { announce } from '../../state/announce.ts';
import { keepOpened } from '../../state/opened-files.ts';
import { keepSent, nextSentId } from '../../state/sent-files.ts';
import { t } from '../../text/text.ts';

/** JSON is read whole, so it is bounded lower than X12, which is read piece by piece. */
const MOST_JSON_BYTES = 20_000_000;

export type Opening =
  | { readonly is: 'idle' }
  | { readonly is: 'reading'; readonly name: string }
  | { readonly is: 'failed'; readonly says: readonly string[] };

/** Opens files of any kind one after another: payments and answers for the page, claims that were sent beside them. */
export function useOpenFiles(onAnswer: () => void) {
  const toolkit = useToolkit();
  const [state, setState] = useState<Opening>({ is: 'idle' });
  const open = async (files: readonly File[]): Promise<void> => {
    const troubles: string[] = [];
    for (const file of files) {
      setState({ is: 'reading', name: file.name });
      try {
        const opened = await openOne(file, toolkit);
        if (opened.trouble !== undefined) troubles.push(opened.trouble);
        else if (opened.is === 'answer') onAnswer();
      } catch {
        troubles.push(t.payments.unread(file.name));
      }
    }
    setState(troubles.length > 0 ? { is: 'failed', says: troubles } : { is: 'idle' });
  };
  return { state, open };
}

async function openOne(file: File, toolkit: Toolkit): Promise<{ is?: 'answer' | 'sent'; trouble?: string }> {
  const head = await file.slice(0, 1000).text();
  const isX12 = looksLikeX12(head);
  const most = isX12 ? MOST_X12_BYTES : MOST_JSON_BYTES;
  if (file.size > most) return { trouble: t.payments.tooLarge(file.name, (file.size / 1e6).toFixed(1), most / 1e6) };
  if (!isX12 && !/^\uFEFF?\s*[[{]/.test(head)) return { trouble: t.payments.notX12(file.name) };
  if (!isX12 || holdsClaims(head)) return openSent(file, toolkit);
  const { readX12File } = await import('../../data/x12-file.ts');
  keepOpened(file.name, await readX12File(file, toolkit.data));
  announce(t.payments.read(file.name));
  return { is: 'answer' };
}

async function openSent(file: File, toolkit: Toolkit): Promise<{ is?: 'sent'; trouble?: string }> {
  const id = nextSentId();
  const count = await askRules(toolkit, { ask: 'count', file: { id, blob: file } });
  if (typeof count !== 'number') return { trouble: t.sent.wrong(file.name, count.message) };
  keepSent({ id, name: file.name, blob: file, count });
  announce(t.sent.read(file.name, count));
  return { is: 'sent' };
}

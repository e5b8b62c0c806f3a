import { type Data, perform, search } from '@cleanclaim/core';
import { today } from '../state/day.ts';
import { openPackFiles, type PackFile, type PackFiles } from './pack-files.ts';
import { PackNotFetched, type Progress } from './progress.ts';

/** Everything questions are asked of: the installed packs. The rules are asked beside the page (ask-rules.ts). */
export interface Toolkit {
  readonly data: Data;
  /** The packs as fetched, for whoever opens them elsewhere. */
  readonly files: PackFiles;
}

/**
 * Fetches the packs and opens them. A pack the server does not have is "no data", as everywhere; one that cannot be
 * fetched or is damaged throws, and the page says so.
 */
export async function loadToolkit(onProgress: (progress: Progress) => void): Promise<Toolkit> {
  const fetched = await Promise.all([fetchPack('icd10cm', onProgress), fetchPack('place-of-service', () => undefined)]);
  const files = fetched.filter((file) => file !== undefined);
  const data = await openPackFiles(files);
  // Opened now, so that damage is told on loading and not at the first question.
  data.editions();
  warmUp(data);
  return { data, files };
}

/** Asks a few questions nobody sees, so that the first key of the user meets code that is compiled already. */
function warmUp(data: Data): void {
  const questions = ['htn', 'type 2 diabetes kidney', 'broken leg', 'chest pain', 'copd flare', 'i10'];
  const ask = (): void => {
    const query = questions.pop();
    if (query === undefined) return;
    perform(search, { query, limit: 12, all: true }, { data, today: today() });
    setTimeout(ask, 50);
  };
  setTimeout(ask, 50);
}

async function fetchPack(id: PackFile['id'], onProgress: (progress: Progress) => void): Promise<PackFile | undefined> {
  const name = `${id}.pack`;
  const answer = await fetch(`/packs/${name}`);
  if (answer.status === 404) return undefined;
  if (!answer.ok || !answer.body) throw new PackNotFetched(name, answer.status);
  const length = Number(answer.headers.get('content-length'));
  // The stated length is that of the compressed bytes where there is compression, and says nothing then.
  const total = length > 0 && !answer.headers.has('content-encoding') ? length : undefined;
  const pieces: Uint8Array[] = [];
  let read = 0;
  const reader = answer.body.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    pieces.push(piece.value);
    read += piece.value.length;
    onProgress({ read, total });
  }
  const whole = new Uint8Array(read);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { id, buffer: whole.buffer };
}

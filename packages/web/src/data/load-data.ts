import { type Data, Icd10cmTable, makeData, Pack, perform, placeOfServiceTable, search } from '@cleanclaim/core';
import { today } from '../state/day.ts';
import { bufferBytes } from './buffer-bytes.ts';
import { PackNotFetched, type Progress } from './progress.ts';

/** Everything questions are asked of: the installed packs. The rules are asked through `engineOf` (engine.ts). */
export interface Toolkit {
  readonly data: Data;
}

/**
 * Fetches the packs and opens them. A pack the server does not have is "no data", as everywhere; one that cannot be
 * fetched or is damaged throws, and the page says so.
 */
export async function loadToolkit(onProgress: (progress: Progress) => void): Promise<Toolkit> {
  const [icd10cm, places] = await Promise.all([fetchPack('icd10cm.pack', onProgress), fetchPack('place-of-service.pack', () => undefined)]);
  const data = makeData({
    icd10cm: () => icd10cm && new Icd10cmTable(icd10cm),
    placeOfService: () => places && placeOfServiceTable(places),
  });
  // Opened now, so that damage is told on loading and not at the first question.
  data.editions();
  warmUp(data);
  return { data };
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

async function fetchPack(name: string, onProgress: (progress: Progress) => void): Promise<Pack | undefined> {
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
  return new Pack(await bufferBytes(name, whole.buffer));
}

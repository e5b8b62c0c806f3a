import { openPackFiles } from './pack-files.ts';
import { makeAnswering } from './rules-engine.ts';
import type { FromRules, ToRules } from './rules-questions.ts';

/** The rules beside the page, so that no check ever keeps it from taking a key. The page sends its packs first, then questions. */
let answering: Promise<ReturnType<typeof makeAnswering>> | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToRules>) => {
  if ('files' in data) {
    answering = openPackFiles(data.files).then(makeAnswering);
    // Told with the answer to the first question.
    answering.catch(() => undefined);
    return;
  }
  const { id, question } = data;
  const tell = (told: FromRules): void => self.postMessage(told);
  const asked = answering ?? Promise.reject(new Error('no packs were sent'));
  asked.then((answer) => tell({ id, answer: answer(question) })).catch((error: unknown) => tell({ id, trouble: String(error) }));
});

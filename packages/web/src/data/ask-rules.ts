import type { PackFiles } from './pack-files.ts';
import type { Toolkit } from './load-data.ts';
import type { Answers, FromRules, Question, ToRules } from './rules-questions.ts';

interface Rules {
  ask(question: Question): Promise<unknown>;
}

const running = new WeakMap<PackFiles, Rules>();

/**
 * Asks the rules, which run in a worker over a copy of this page's packs: both always answer from the same editions. Rejects when
 * the worker cannot be started or breaks; the next question starts it anew.
 */
export function askRules<Q extends Question>({ files }: Toolkit, question: Q): Promise<Answers[Q['ask']]> {
  let rules = running.get(files);
  if (!rules) running.set(files, (rules = startRules(files)));
  return rules.ask(question) as Promise<Answers[Q['ask']]>;
}

function startRules(files: PackFiles): Rules {
  const worker = new Worker(new URL('./rules-worker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToRules): void => worker.postMessage(message);
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromRules>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ('answer' in data) asker?.resolve(data.answer);
    else asker?.reject(new Error(data.trouble));
  });
  worker.addEventListener('error', () => {
    running.delete(files);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(new Error('the worker of the rules broke'));
    waiting.clear();
  });
  send({ files });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting.set(++last, { resolve, reject });
        send({ id: last, question });
      }),
  };
}

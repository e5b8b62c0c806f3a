import { openPackFiles } from './pack-files.ts';
import { makeAnswering } from './rules-engine.ts';
import type { Answers, FromRules, Question, SentQuestion, ToRules } from './rules-questions.ts';

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
  answerTo(question).then(
    (answer) => tell({ id, answer }),
    (error: unknown) => tell({ id, trouble: String(error) }),
  );
});

async function answerTo(question: Question): Promise<Answers[Question['ask']]> {
  if (question.ask === 'count' || question.ask === 'match') return answerSent(question);
  if (!answering) throw new Error('no packs were sent');
  return (await answering)(question);
}

/** The readers of claims are loaded when the first file of them is opened. */
async function answerSent(question: SentQuestion): Promise<Answers[SentQuestion['ask']]> {
  const { countClaims, matchSent } = await import('./sent-claims.ts');
  return question.ask === 'count' ? countClaims(question.file) : matchSent(question.files, question.claims);
}

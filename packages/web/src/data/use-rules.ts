import { useEffect, useState } from 'react';
import { askRules } from './ask-rules.ts';
import type { Answers, Question } from './rules-questions.ts';
import { useToolkit } from './toolkit.ts';

export interface Ruled<Q extends Question> {
  /** The question asked last that has its answer, perhaps an older one than is asked now. */
  readonly last: { readonly question: Q; readonly answer: Answers[Q['ask']] } | undefined;
  /** The answer to this very question is there. */
  readonly isFresh: boolean;
  /** The rules cannot answer it: nothing was checked. */
  readonly isBroken: boolean;
}

/** What the rules say to a question; asked anew for each new one, so hand in the same object while it is the same. */
export function useRules<Q extends Question>(question: Q): Ruled<Q> {
  const toolkit = useToolkit();
  const [last, setLast] = useState<Ruled<Q>['last']>();
  const [broken, setBroken] = useState<Q>();
  useEffect(() => {
    let isOver = false;
    askRules(toolkit, question).then(
      (answer) => {
        if (!isOver) setLast({ question, answer });
      },
      () => {
        if (!isOver) setBroken(question);
      },
    );
    return () => {
      isOver = true;
    };
  }, [toolkit, question]);
  return { last, isFresh: last?.question === question, isBroken: broken === question };
}

import type { Operation, OperationContext } from '@cleanclaim/core';
import { useCallback, useEffect, useState } from 'react';
import { askServer, ServerTrouble } from './ask.ts';

export type Asked<Output> =
  | { readonly is: 'off' | 'waiting' }
  | { readonly is: 'answered'; readonly answer: Output }
  | { readonly is: 'trouble'; readonly trouble: ServerTrouble; readonly again: () => void };

interface Options {
  /** Nothing is asked while this is false. */
  readonly isOn: boolean;
  /** Milliseconds without another question before this one is asked, so that typing asks once. */
  readonly after?: number;
}

/**
 * The server's answer to a question, asked again when the question changes and taken back when it is no longer wanted.
 * The last answer is never shown for another question.
 */
export function useServerAnswer<Output>(
  operation: Pick<Operation<never, Output, OperationContext>, 'id' | 'output'>,
  input: object,
  { isOn, after = 0 }: Options,
): Asked<Output> {
  const question = JSON.stringify(input);
  const [round, setRound] = useState(0);
  const key = `${question} ${round}`;
  const [held, setHeld] = useState<{ readonly key: string; readonly got: Output | ServerTrouble }>();
  const again = useCallback(() => setRound((now) => now + 1), []);
  useEffect(() => {
    if (!isOn) return undefined;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      askServer(operation, JSON.parse(question) as object, ending.signal).then(
        (got) => setHeld({ key, got }),
        (error: unknown) => {
          if (ending.signal.aborted) return;
          setHeld({ key, got: error instanceof ServerTrouble ? error : new ServerTrouble('unreachable') });
        },
      );
    }, after);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [operation, question, key, isOn, after]);
  if (!isOn) return { is: 'off' };
  if (held?.key !== key) return { is: 'waiting' };
  return held.got instanceof ServerTrouble ? { is: 'trouble', trouble: held.got, again } : { is: 'answered', answer: held.got };
}

import { check, type Claim, type Report } from '@cleanclaim/core';
import { useEffect, useState } from 'react';
import { askServer, ServerTrouble } from '../../server/ask.ts';
import { checkingAtServer } from '../../state/settings.ts';
import { useStore } from '../../state/store.ts';

export interface ServerReport {
  readonly report: Report;
  /** The claims that the server keeps were looked back on. */
  readonly withHistory: boolean;
}

export type AskedReport =
  | { readonly is: 'off' | 'waiting' }
  | { readonly is: 'answered'; readonly answer: ServerReport }
  | { readonly is: 'trouble'; readonly trouble: ServerTrouble; readonly again: () => void };

/** A claim that is being typed is sent once the typing rests. */
const REST = 400;

/** What the server's tables say of the claim as it stands; never the answer to a claim as it stood before. */
export function useServerReport(claim: Claim): AskedReport {
  const isOn = useStore(checkingAtServer);
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<{ readonly claim: Claim; readonly round: number; readonly got: ServerReport | ServerTrouble }>();
  useEffect(() => {
    if (!isOn) return undefined;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      askReport(claim, ending.signal).then(
        (got) => setHeld({ claim, round, got }),
        (error: unknown) => {
          if (ending.signal.aborted) return;
          setHeld({ claim, round, got: error instanceof ServerTrouble ? error : new ServerTrouble('unreachable') });
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [claim, round, isOn]);
  if (!isOn) return { is: 'off' };
  if (held?.claim !== claim || held.round !== round) return { is: 'waiting' };
  return held.got instanceof ServerTrouble
    ? { is: 'trouble', trouble: held.got, again: () => setRound((now) => now + 1) }
    : { is: 'answered', answer: held.got };
}

/** With the claims the server keeps; where it keeps none, without. */
async function askReport(claim: Claim, signal: AbortSignal): Promise<ServerReport> {
  try {
    return { report: await askServer(check, { claim, history: true }, signal), withHistory: true };
  } catch (error) {
    if (!(error instanceof ServerTrouble) || error.code !== 'store/none') throw error;
    return { report: await askServer(check, { claim }, signal), withHistory: false };
  }
}

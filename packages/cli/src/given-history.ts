import { type Claim, ClaimHistory, type History, isFailure, joinHistories } from '@cleanclaim/core';
import { CleanclaimError, quote } from '@cleanclaim/core/errors';
import { type FileClaim, readClaimFile } from './claim-file.ts';
import { lookInto } from './inputs.ts';
import { personHere } from './office.ts';

/** What `check --history` looks back on: the claims that are named, and those that came before in the same input. */
export interface GivenHistory {
  /** Reads what rules may be asked for the claims of a batch. */
  prepare(claims: readonly FileClaim[]): Promise<History>;
  /** A claim of the input that was checked: the ones after it look back on it. */
  add(entry: FileClaim): void;
  close(): Promise<void>;
}

/** Claims of the input that are kept while it is read: some 70 MB. */
const MOST_OF_INPUT = 100_000;
/** Claims of a history file: they are held in memory, about 700 bytes each. */
const MOST_OF_FILE = 2_000_000;

/**
 * The history at a path (an office's SQLite file, or a file of claims) or an address `postgres://…`. Throws when it is
 * neither, cannot be read, or holds a claim that cannot be read: half a history would pass for a whole one.
 */
export async function openHistory(where: string): Promise<GivenHistory> {
  const input = new ClaimHistory({ most: MOST_OF_INPUT });
  const add = ({ read, number }: FileClaim): void => {
    if (!isFailure(read)) input.add(read.claim, `claim ${number} of the input`);
  };
  if (await isOffice(where)) return { add, ...(await overOffice(where, input)) };
  const history = joinHistories([await readHistoryFile(where), input]);
  return { add, prepare: async () => history, close: async () => undefined };
}

async function isOffice(where: string): Promise<boolean> {
  if (/^postgres(?:ql)?:\/\//.test(where)) return true;
  if (where === '-') throw new CleanclaimError('usage/unreadable-file', '--history takes a file, not standard input.');
  if (/^\w+:\/\//.test(where)) throw new CleanclaimError('usage/unreadable-file', '--history takes a file or an address postgres://…');
  const { first, all } = await lookInto(where);
  await all.return(undefined);
  return first.subarray(0, 16).toString('latin1') === 'SQLite format 3\0';
}

async function overOffice(where: string, input: ClaimHistory): Promise<Pick<GivenHistory, 'prepare' | 'close'>> {
  const { keptHistory, openKeptOffice } = await import('@cleanclaim/server');
  const store = await openKeptOffice(where, process.env['CLEANCLAIM_STORE_KEY']);
  const who = personHere();
  return {
    async prepare(entries) {
      const claims = entries.flatMap(({ read }): Claim[] => (isFailure(read) ? [] : [read.claim]));
      return joinHistories([await keptHistory(store, claims, who), input]);
    },
    close: () => store.close(),
  };
}

async function readHistoryFile(path: string): Promise<ClaimHistory> {
  const history = new ClaimHistory();
  for await (const { claims } of readClaimFile(path, () => import('./x12-claims.ts'))) {
    for (const { read, number } of claims) {
      if (isFailure(read))
        throw new CleanclaimError(read.code, `The history ${quote(path)}, claim or line ${number}: ${read.message}`, read.path);
      history.add(read.claim, `claim ${number} of the history`);
    }
    if (history.size > MOST_OF_FILE)
      throw new CleanclaimError(
        'input/too-long',
        `The history ${quote(path)} holds more than ${MOST_OF_FILE} claims; keep them in an office database (docs/office.md) and name that.`,
      );
  }
  return history;
}

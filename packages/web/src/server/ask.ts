import type { Operation, OperationContext } from '@cleanclaim/core';
import { safeParse } from 'zod/mini';
import { record, send } from './send.ts';

/** Why the server gave no answer. */
export type TroubleKind = 'unreachable' | 'no-interface' | 'no-token' | 'not-allowed' | 'busy' | 'refused';

export class ServerTrouble extends Error {
  readonly kind: TroubleKind;
  /** The server's own code of the failure, where it gave one. */
  readonly code: string;
  constructor(kind: TroubleKind, { code = '', says = '' }: { code?: string; says?: string } = {}) {
    super(says);
    this.kind = kind;
    this.code = code;
  }
}

/** What is asked of an operation's definition here: its name, and the shape that its answer must have. */
type Asked<Output> = Pick<Operation<never, Output, OperationContext>, 'id' | 'output'>;

/**
 * Asks the server that gave this page to perform an operation, with the tables installed there. The question goes in
 * the body, so that no address or log holds it. Throws ServerTrouble; an answer of another shape is refused.
 */
export async function askServer<Output>(asked: Asked<Output>, input: object, signal?: AbortSignal): Promise<Output> {
  const answer = await send(`/v1/${asked.id}`, { method: 'POST', body: input, ...(signal ? { signal } : {}) });
  if (!answer) throw new ServerTrouble('unreachable');
  const { status, ok, said } = answer;
  if (ok && said !== undefined) {
    const read = safeParse(asked.output, said);
    if (read.success) return read.data;
    throw new ServerTrouble('no-interface');
  }
  const { code, detail, recovery } = record(said);
  if (said === undefined && status < 500) throw new ServerTrouble('no-interface');
  throw new ServerTrouble(kindOf(status), {
    code: typeof code === 'string' ? code : '',
    says: [detail, recovery].filter((each) => typeof each === 'string').join(' '),
  });
}

function kindOf(status: number): TroubleKind {
  if (status === 401) return 'no-token';
  if (status === 403) return 'not-allowed';
  if (status === 429) return 'busy';
  return 'refused';
}

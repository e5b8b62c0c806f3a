/** The tab's own memory: the token is gone with the tab. */
const SLOT = 'cleanclaim.office-token';

export function serverToken(): string {
  return sessionStorage.getItem(SLOT) ?? '';
}

export function setServerToken(token: string): void {
  if (token === '') sessionStorage.removeItem(SLOT);
  else sessionStorage.setItem(SLOT, token);
}

export interface ServerAnswer {
  readonly status: number;
  readonly ok: boolean;
  /** The JSON it said; undefined when it said something else, as a server of files alone does. */
  readonly said: unknown;
}

interface Question {
  readonly method?: string;
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/**
 * Asks the server that gave this page, which is the only one the page's policy lets it speak to. Undefined when it
 * cannot be reached; throws when the question was taken back by its signal.
 */
export async function send(path: string, { method = 'GET', body, signal }: Question = {}): Promise<ServerAnswer | undefined> {
  const token = serverToken();
  try {
    const answer = await fetch(path, {
      method,
      cache: 'no-store',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const isJson = /[/+]json\b/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, ok: answer.ok, said: isJson ? await answer.json() : undefined };
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return undefined;
  }
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

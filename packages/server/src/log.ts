/** One line of the log. The fields are named here and nowhere else: what a caller sent has no place among them. */
export interface LogEntry {
  readonly event: 'listening' | 'stopping' | 'stopped' | 'request' | 'refused' | 'unforeseen' | 'not-ready';
  readonly requestId?: string;
  /** The route's name or pattern, never the path or its parameters: codes and words of a search may tell about a patient. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** The code of a failure; its message may quote the caller and stays out. */
  readonly failure?: string;
  /** Kind of an unforeseen error and where it arose: file and line, not its message. */
  readonly error?: string;
  readonly at?: readonly string[];
  readonly address?: string;
  /** Who asked, by the name of the token. */
  readonly who?: string;
}

export type Log = (entry: LogEntry) => void;

/** JSON, one entry a line, with the time in UTC. */
export function jsonLog(out: { write(text: string): unknown }): Log {
  return (entry) => {
    out.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  };
}

export const silent: Log = () => undefined;

/** An unforeseen error without its message. */
export function errorPlace(error: unknown): Pick<LogEntry, 'error' | 'at'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
  return { error: error.name, at };
}

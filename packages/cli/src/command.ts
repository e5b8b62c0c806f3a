import type { Given } from './arguments.ts';
import type { Output } from './output.ts';

/** A flag of a command, for parsing and for its help page. */
export interface Flag {
  readonly name: string;
  /** `switch` takes no value. */
  readonly takes: 'switch' | 'text' | 'number' | 'port' | 'day';
  readonly value?: string;
  readonly says: string;
}

export interface Command {
  readonly name: string;
  /** What stands after the name in its usage line. */
  readonly usage: string;
  readonly says: string;
  readonly flags: readonly Flag[];
  readonly examples: readonly (readonly [command: string, says: string])[];
  /** Formats it can write besides table, json and ndjson. */
  readonly csv?: boolean;
  /** Least number of words it needs. */
  readonly atLeast: number;
  readonly atMost?: number;
  run(given: Given, output: Output): number | Promise<number>;
}

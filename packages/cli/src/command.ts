import type { Flag, Given } from './given.ts';
import type { Output } from './output.ts';

export interface Command {
  readonly name: string;
  /** What stands after the name in its usage line. */
  readonly usage: string;
  readonly says: string;
  readonly flags: readonly Flag[];
  /** The flags that apply to these words, where one name means different things to different words. */
  readonly flagsFor?: (words: readonly string[]) => readonly Flag[];
  readonly examples: readonly (readonly [command: string, says: string])[];
  /** Formats it can write besides table, json and ndjson. */
  readonly csv?: boolean;
  /** Least number of words it needs. */
  readonly atLeast: number;
  readonly atMost?: number;
  run(given: Given, output: Output): number | Promise<number>;
}

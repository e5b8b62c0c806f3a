import type { Day } from '@cleanclaim/core/day';

export const FORMATS = ['table', 'json', 'ndjson', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** A flag of a command, for parsing and for its help page. */
export interface Flag {
  readonly name: string;
  /** `switch` takes no value. */
  readonly takes: 'switch' | 'text' | 'number' | 'port' | 'day';
  readonly value?: string;
  readonly says: string;
}

/** What the words after a command's name said. */
export interface Given {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly format: Format;
  /** The day asked about; today when `--on` is left out. */
  readonly on: Day;
  readonly today: Day;
}

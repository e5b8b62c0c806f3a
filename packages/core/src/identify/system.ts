import type { Data } from '../data.ts';
import type { Day } from '../day.ts';

export type SystemId =
  | 'cpt'
  | 'cpt-modifier'
  | 'hcpcs'
  | 'hcpcs-modifier'
  | 'cdt'
  | 'icd10cm'
  | 'icd10pcs'
  | 'icd10'
  | 'icd11'
  | 'icd9cm'
  | 'ndc'
  | 'revenue'
  | 'type-of-bill'
  | 'place-of-service'
  | 'ms-drg'
  | 'npi'
  | 'taxonomy';

/** What a code says, in one word. */
export type CodeKind =
  | 'diagnosis'
  | 'procedure'
  | 'service'
  | 'supply'
  | 'drug'
  | 'measure'
  | 'modifier'
  | 'place'
  | 'provider'
  | 'grouping'
  | 'facility billing'
  | 'extension';

export interface IdentifyContext {
  readonly data: Data;
  /** The date of service. */
  readonly on: Day;
}

/** One way to read a code in one system. */
export interface Reading {
  /** The code written the official way. */
  readonly code: string;
  readonly kind: CodeKind;
  /** One sentence for a newcomer: what the code tells. */
  readonly says: string;
  readonly category: string;
  /** The official name, where bundled data has it. */
  readonly display?: string | null;
  /** True when data that comes with Cleanclaim, or a check digit, shows that it is a code of the system; false when only its shape does. */
  readonly certain: boolean;
  /** What to check or do next. */
  readonly next: string;
  /** 0–100: orders the candidates of one input, nothing else. */
  readonly likely: number;
  /** Where one kind of code changes at another pace than its system. */
  readonly rhythm?: string;
}

/** A code system: the facts about it, and how it reads a tidied code. */
export interface CodeSystem {
  readonly id: SystemId;
  readonly name: string;
  readonly owner: string;
  readonly rhythm: string;
  /** Undefined when the shape does not fit. Must be quick on any text. */
  read(code: string, context: IdentifyContext): Reading | undefined;
}

/** A run of numbers with a value, as published section ranges are. */
export type NumberRange<Value> = readonly [first: number, last: number, value: Value];

/** The value of the first range that holds `number`. */
export function inRanges<Value>(ranges: readonly NumberRange<Value>[], number: number): Value | undefined {
  return ranges.find(([first, last]) => number >= first && number <= last)?.[2];
}

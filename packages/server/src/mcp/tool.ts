import type { JsonSchema } from '../served.ts';
import type { Service } from '../service.ts';

/** A tool of an assistant. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  /** When to use it, in the assistant's terms. */
  readonly description: string;
  readonly input: JsonSchema;
  readonly output: JsonSchema;
  /** The structured answer and the short text beside it. Throws CleanclaimError. */
  run(
    input: Readonly<Record<string, unknown>>,
    service: Service,
  ): { readonly structured: Readonly<Record<string, unknown>>; readonly text: string };
}

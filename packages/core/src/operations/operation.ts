import * as z from 'zod/mini';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { CleanclaimError, type FailureCode, quote } from '../errors.ts';

/** What an operation may use besides its input. `today` stands in where a day is left out; nothing below reads a clock. */
export interface OperationContext {
  readonly data: Data;
  readonly today: Day;
}

/**
 * One public call: its input and output as schemas, how it can be wrongly used, examples, and the work. Library,
 * command line, HTTP and assistants are made from this one definition.
 */
export interface Operation<Input, Output, Context extends OperationContext = OperationContext> {
  /** `codes.lookup`: what it is about, then what it does. */
  readonly id: string;
  readonly title: string;
  readonly input: z.ZodMiniType<Input>;
  readonly output: z.ZodMiniType<Output>;
  readonly failures: readonly FailureCode[];
  readonly examples: readonly { readonly says: string; readonly input: Input }[];
  run(input: Input, context: Context): Output;
  /** An answer given before to the very same question; undefined when there is none. Spares checking the input again. */
  recall?(input: unknown, context: Context): Output | undefined;
}

export function operation<Input, Output, Context extends OperationContext = OperationContext>(
  definition: Operation<Input, Output, Context>,
): Operation<Input, Output, Context> {
  return definition;
}

/** Checks input that is not ours, then runs the operation. Throws CleanclaimError with the path of what is wrong. */
export function perform<Input, Output, Context extends OperationContext>(
  operation: Operation<Input, Output, Context>,
  input: unknown,
  context: Context,
): Output {
  const recalled = operation.recall?.(input, context);
  if (recalled !== undefined) return recalled;
  const read = z.safeParse(operation.input, input);
  if (!read.success) {
    const [issue] = read.error.issues;
    const path = (issue?.path ?? []).map((step) => `/${String(step)}`).join('');
    throw new CleanclaimError(
      'input/invalid',
      `${operation.id}: ${path === '' ? 'the input' : quote(path)} is not as expected: ${issue?.message ?? 'wrong'}.`,
      path,
    );
  }
  return operation.run(read.data, context);
}

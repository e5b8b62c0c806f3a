import { type Day, isDay } from '../day.ts';
import { CleanclaimError, quote } from '../errors.ts';
import type { OperationContext } from './operation.ts';

/** The day a question is asked of: as given, or today. Throws `input/not-a-day` for anything else. */
export function onDay(on: string | undefined, context: OperationContext): Day {
  if (on === undefined) return context.today;
  if (!isDay(on)) throw new CleanclaimError('input/not-a-day', `${quote(on)} is not a day.`, '/on');
  return on;
}

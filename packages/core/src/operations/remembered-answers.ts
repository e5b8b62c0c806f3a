import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import type { LookupAnswer } from './lookup-answer.ts';

/** Answers for the day last asked about: claims and lists ask for the same codes over and over. */
let recent: { data: Data | undefined; on: Day | undefined; answers: Map<string, LookupAnswer> } = {
  data: undefined,
  on: undefined,
  answers: new Map(),
};
/** More than the codes of an edition, so a list of all of them is kept whole, and memory stays bounded. */
const MOST_ANSWERS = 131_072;
/** Longer texts are no codes: they would only fill the memory. */
const LONGEST_REMEMBERED = 12;

/** Keeps an answer for the next who asks; it is frozen from then on. */
export function rememberAnswer(answer: LookupAnswer, on: Day, data: Data): void {
  if (answer.input.length > LONGEST_REMEMBERED) return;
  if (recent.data !== data || recent.on !== on || recent.answers.size >= MOST_ANSWERS) recent = { data, on, answers: new Map() };
  recent.answers.set(answer.input, freeze(answer));
}

/** The answer about a code on a day, as given before; undefined when it was not, or the day has changed since. */
export function recallAnswer(code: unknown, on: unknown, data: Data): LookupAnswer | undefined {
  return recent.data === data && recent.on === on ? recent.answers.get(code as string) : undefined;
}

function freeze<Value extends object>(value: Value): Value {
  for (const inside of Object.values(value)) if (typeof inside === 'object' && inside !== null) freeze(inside as object);
  return Object.freeze(value);
}

/** Says whether a number lies in a range that a text names. */
export type NumberRange = (value: number) => boolean;

const FROM_TO = /(\d+(?:\.\d+)?)%?-(\d+(?:\.\d+)?)/g;
/** "85th percentile to less than 95th percentile": one range, its lower end first. */
const TO_LESS_THAN = /(\d+)(?:st|nd|rd|th) percentile[a-z ]*? to less than (\d+)/gi;
const THROUGH = /(\d+) through (?:[a-z]+ )?(\d+)/gi;
const LESS_THAN = /less than (\d+(?:\.\d+)?)/gi;
const OR_LESS = /(\d+(?:\.\d+)?)%?(?: [a-z]+)? or (?:less|lower|under)/gi;
const MORE_THAN = /(?:more|greater) than (\d+(?:\.\d+)?)/gi;
const OR_MORE = /(\d+(?:\.\d+)?)%?(?: [a-z]+)?(?:\/\d+ [a-z]+)? (?:or more|or greater|or higher|and over|and above)/gi;

/** The ranges of numbers a title names: "40.0-44.9", "stage 1 through stage 4", "2500 grams and over", "less than 10%". */
export function rangesIn(text: string): readonly NumberRange[] {
  if (!/\d/.test(text)) return [];
  const closed = [
    ...ranges(text, FROM_TO, upTo),
    ...ranges(text, THROUGH, upTo),
    ...ranges(text, TO_LESS_THAN, (low, high) => (value) => value >= low && value < high),
  ];
  if (closed.length > 0) return closed;
  return [
    ...ranges(text, LESS_THAN, (high) => (value) => value < high),
    ...ranges(text, OR_LESS, (high) => (value) => value <= high),
    ...ranges(text, MORE_THAN, (low) => (value) => value > low),
    ...ranges(text, OR_MORE, (low) => (value) => value >= low),
  ];
}

/** A range of whole numbers holds the fractions of its end: 10-19 has 19.5. */
function upTo(low: number, high: number): NumberRange {
  return (value) => value >= low && (Number.isInteger(high) ? value < high + 1 : value <= high);
}

function ranges(text: string, pattern: RegExp, range: (one: number, other: number) => NumberRange): NumberRange[] {
  return [...text.matchAll(pattern)].map(([, one, other]) => range(Number(one), Number(other)));
}

const WRITTEN = /\d+(?:\.\d+)?/g;

/** The numbers of a question, each with the words a reader takes it apart into: 22.5 as 22 and 5. */
export function numbersIn(text: string): { readonly value: number; readonly digits: readonly string[] }[] {
  return (text.match(WRITTEN) ?? []).map((number) => ({ value: Number(number), digits: number.split('.') }));
}

/** "1,200 grams" with its number in one piece. */
export function withoutThousandsCommas(text: string): string {
  return text.replace(/\b(\d{1,3}),(?=\d{3}\b)/g, '$1');
}

/** True for a text that names numbers or ranges of them, none of which is this number. */
export function namesAnother(value: number, text: string): boolean {
  const numbers = numbersIn(text);
  return numbers.length > 0 && numbers.every((number) => number.value !== value) && !rangesIn(text).some((holds) => holds(value));
}

/** A name is text, or `{last, first, …}` as X12 and FHIR give it; it is typed as "Last, First". */
export function nameText(name: unknown): string {
  if (typeof name === 'string') return name;
  if (typeof name !== 'object' || name === null) return '';
  const { last, first, middle, suffix } = name as Readonly<Record<string, unknown>>;
  const word = (value: unknown): string => (typeof value === 'string' ? value : '');
  const given = [word(first), word(middle)].filter((each) => each !== '').join(' ');
  return [word(last), given, word(suffix)].filter((each) => each !== '').join(', ');
}

/** "Last, First Middle, Suffix" as parts; a name without a comma stays a text. */
export function readName(text: string): string | Readonly<Record<string, string>> {
  const [last = '', given = '', suffix = ''] = text.split(',').map((part) => part.trim());
  if (given === '') return text;
  const [first = '', ...rest] = given.split(/\s+/);
  const middle = rest.join(' ');
  return { last, first, ...(middle === '' ? {} : { middle }), ...(suffix === '' ? {} : { suffix }) };
}

/**
 * The one copy of a text that the engine compares by address: ids are compared millions of times a file, and a text
 * cut out of another would be compared letter by letter. Property names are such copies.
 */
export function intern(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}

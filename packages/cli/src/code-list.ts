/** The first word of each line: a bare list, or a CSV or tab-separated one with the code in front. `#` begins a comment. */
export function codesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(
      (line) =>
        line
          .replace(/#.*/, '')
          .trim()
          .split(/[\s,;]/)[0]
          ?.replace(/^"|"$/g, '') ?? '',
    )
    .filter((code) => code !== '' && !/^code$/i.test(code));
}

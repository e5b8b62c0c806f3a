/** Characters of the longest row that is read; a quote that does not close within it is broken. */
const LONGEST_ROW = 1 << 20;

/**
 * Splits CSV (RFC 4180, any one-character delimiter) into rows as text comes. A row whose quotes are broken comes as null and
 * costs nothing but itself: reading goes on at the next line, so that no row after it is swallowed unseen. Empty lines are
 * passed over; cells are trimmed.
 */
export class CsvSplitter {
  readonly #delimiter: string;
  #rest = '';

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that are complete with this text; with `last`, all that are left. */
  push(text: string, last = false): (string[] | null)[] {
    const all = this.#rest + text;
    const rows: (string[] | null)[] = [];
    let at = 0;
    while (at < all.length) {
      const newline = all.indexOf('\n', at);
      if (newline < 0 && !last) {
        if (all.length - at <= LONGEST_ROW) break;
        rows.push(null);
        at = all.length;
        break;
      }
      const end = newline < 0 ? all.length : newline;
      const line = all.slice(at, end);
      if (!line.includes('"')) {
        if (line.trim() !== '') rows.push(line.split(this.#delimiter).map((cell) => cell.trim()));
        at = end + 1;
        continue;
      }
      const read = this.#quoted(all, at);
      if (read === 'open' && !last && all.length - at <= LONGEST_ROW) break;
      if (read === 'open' || read === 'broken') {
        rows.push(null);
        at = end + 1;
      } else {
        rows.push(read.row);
        at = read.next;
      }
    }
    this.#rest = all.slice(at);
    return rows;
  }

  /** A row that has quotes; `open` when a quote does not close in the text there is. */
  #quoted(text: string, from: number): { row: string[]; next: number } | 'open' | 'broken' {
    const row: string[] = [];
    let at = from;
    for (;;) {
      while (text[at] === ' ') at++;
      let cell = '';
      if (text[at] === '"') {
        for (at++; ; at++) {
          const close = text.indexOf('"', at);
          if (close < 0 || close - from > LONGEST_ROW) return 'open';
          cell += text.slice(at, close);
          at = close + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
        while (text[at] === ' ' || text[at] === '\r') at++;
        if (at < text.length && text[at] !== this.#delimiter && text[at] !== '\n') return 'broken';
      } else {
        const newline = text.indexOf('\n', at);
        const line = newline < 0 ? text.length : newline;
        const next = text.indexOf(this.#delimiter, at);
        const end = next < 0 || next > line ? line : next;
        cell = text.slice(at, end);
        at = end;
      }
      row.push(cell.trim());
      if (at >= text.length || text[at] === '\n') return { row, next: at + 1 };
      at++;
    }
  }
}

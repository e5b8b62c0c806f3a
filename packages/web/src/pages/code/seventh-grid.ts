/** A choice of a 7th character as a cell of a table: what kind of encounter, and for what. */
export interface Cell {
  readonly row: string;
  readonly column: string;
}

export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Character at `rows[r]`, `columns[c]`; undefined where the set has none. */
  readonly at: readonly (readonly (string | undefined)[])[];
}

const ENCOUNTER = /^(initial encounter|subsequent encounter)(?: for (closed|open) fracture(?: (type [^w]*?))?(?:,? with (.+))?)?$/i;
const FEWEST = 7;

/**
 * Lays a set out as a table when its official texts are a product, as those of fractures are (encounter and healing
 * by closed, open and type of open). Undefined when they are not; the set is a list then. Nothing is assumed of the
 * letters: what the texts do not say makes no table.
 */
export function gridOf(choices: readonly { character: string; meaning: string }[]): Grid | undefined {
  if (choices.length < FEWEST) return undefined;
  const cells = choices.map(({ character, meaning }) => ({ character, cell: cellOf(meaning) }));
  if (cells.some(({ cell }) => cell === undefined)) return undefined;
  const rows = [...new Set(cells.map(({ cell }) => cell?.row ?? ''))];
  const columns = [...new Set(cells.flatMap(({ cell }) => (cell && cell.column !== '' ? [cell.column] : [])))];
  const at = rows.map((row) =>
    columns.map(
      (column, index) =>
        cells.find(({ cell }) => cell?.row === row && (cell.column === column || (cell.column === '' && index === 0)))?.character,
    ),
  );
  const placed = at.flat().filter((character) => character !== undefined).length;
  return placed === choices.length && columns.length > 1 ? { rows, columns, at } : undefined;
}

function cellOf(meaning: string): Cell | undefined {
  if (/^sequela$/i.test(meaning.trim())) return { row: meaning.trim(), column: '' };
  const read = ENCOUNTER.exec(meaning.trim());
  if (!read?.[2]) return undefined;
  const healing = read[4] ? `, ${read[4]}` : '';
  return { row: `${read[1] ?? ''}${healing}`, column: `${read[2]}${read[3] ? `, ${read[3].trim()}` : ''}` };
}

import type { Icd10cmEdition, Row } from '../icd10cm/edition.ts';
import { documentTokens } from './tokenise.ts';

/** Words of a 7th character's meaning that the query asks for. */
export interface Extended {
  readonly row: Row;
  readonly stems: readonly string[];
}

/**
 * The code under a row whose 7th character says most of what the query asks beyond the row's own text: "subsequent
 * encounter … with delayed healing", "fetus 2", "right eye". Undefined when the query asks for nothing of the kind.
 */
export function extend(edition: Icd10cmEdition, row: Row, asked: ReadonlySet<string>): Extended | undefined {
  let best: Extended | undefined;
  let least = Number.POSITIVE_INFINITY;
  const own = (edition.display(row) ?? '').length;
  for (const child of edition.children(row)) {
    const tail = (edition.display(child) ?? '').slice(own);
    const tokens = documentTokens(tail);
    const stems = [...new Set(tokens.map((token) => token.term))].filter((term) => asked.has(term));
    const more = best === undefined ? stems.length > 0 : stems.length > best.stems.length;
    if (more || (best && stems.length === best.stems.length && tokens.length < least)) {
      if (!more && stems.length === 0) continue;
      best = { row: child, stems };
      least = tokens.length;
    }
  }
  return best;
}

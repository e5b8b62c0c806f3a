import { documentTokens, type Icd10cmEdition, type Searcher, type SearchResult, STOP_WORDS, stem, wordsOf } from '@cleanclaim/core';

export interface Miss {
  readonly text: string;
  /** Accepted codes without dots; anything under them counts. */
  readonly accepted: readonly string[];
  /** Place of the first accepted code among the results, -1 where it is not among ten. */
  readonly rank: number;
  readonly results: readonly SearchResult[];
}

/** Why a phrase was missed, told by what can be seen of it, and what it would need. */
const CAUSES = {
  'no code of the day': 'the phrase file: none of its accepted codes is in force',
  'a word nobody knows': 'the word in the knowledge lists: an eponym, a gene, a rare disease, a trade name',
  'its texts have none of the words': 'a synonym: the accepted code says it in other words',
  'its texts have some of the words': 'a synonym for the others, or a better weight of what is there',
  'a neighbour among ten': 'the choice within the category: side, kind, unspecified before other',
  'second to tenth, neighbour first': 'the choice within the category: the accepted code stands lower',
  'second to tenth, another category first': 'a better weight: another condition matches as well or better',
} as const;
type Cause = keyof typeof CAUSES;

/** Prints the misses by cause, with `shown` phrases of each; to standard output only: phrases are not ours to keep. */
export function printMisses(misses: readonly Miss[], edition: Icd10cmEdition, searcher: Searcher, shown: number): void {
  const byCause = new Map<Cause, Miss[]>();
  for (const miss of misses) {
    const cause = causeOf(miss, edition, searcher);
    const list = byCause.get(cause);
    if (list) list.push(miss);
    else byCause.set(cause, [miss]);
  }
  console.log(`\n${misses.length} phrases whose first answer is not accepted, by cause`);
  for (const cause of Object.keys(CAUSES) as Cause[]) {
    const list = byCause.get(cause) ?? [];
    const lost = list.filter(({ rank }) => rank < 0).length;
    console.log(`${String(list.length).padStart(4)} (${String(lost).padStart(3)} not among ten)  ${cause}; needs ${CAUSES[cause]}`);
    for (const { text, accepted, results } of list.slice(0, shown))
      console.log(`       ${text} → ${accepted.join('|')}; first ${results[0]?.code ?? 'nothing'} ${results[0]?.display ?? ''}`);
  }
}

function causeOf({ text, accepted, rank, results }: Miss, edition: Icd10cmEdition, searcher: Searcher): Cause {
  const rows = accepted.map((code) => edition.row(code)).filter((row) => row >= 0 && edition.inForce(row));
  if (rows.length === 0) return 'no code of the day';
  const isNear = ({ code }: SearchResult): boolean => accepted.some((each) => each.slice(0, 3) === code.slice(0, 3));
  if (rank > 0) return results[0] && isNear(results[0]) ? 'second to tenth, neighbour first' : 'second to tenth, another category first';
  if (results.some(isNear)) return 'a neighbour among ten';
  const words = wordsOf(text).filter((word) => !STOP_WORDS.has(word) && /[a-z]/.test(word));
  if (words.some((word) => !searcher.knows(word))) return 'a word nobody knows';
  const own = new Set(rows.flatMap((row) => textsOf(edition, row)).flatMap((each) => documentTokens(each).map(({ term }) => term)));
  return words.some((word) => own.has(stem(word))) ? 'its texts have some of the words' : 'its texts have none of the words';
}

/** The title and the inclusion terms of a code. */
function textsOf(edition: Icd10cmEdition, row: number): string[] {
  return [edition.display(row) ?? '', ...edition.notes(row, ['inclusionTerm', 'includes']).map(({ text }) => text)];
}

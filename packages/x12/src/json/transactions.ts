import type { X12Transactions } from '../generated/index.ts';
import { isLeaf, type X12File, type X12Node } from './model.ts';

/**
 * The transactions of one guide in a file read as JSON, typed by its map. The types tell what the guide takes: they hold
 * for a file in which the check found no error of SNIP 1 and 2, as `x12ToJson` reads other files too.
 */
export function transactionsOf<Guide extends keyof X12Transactions>(file: X12File, guide: Guide): X12Transactions[Guide][] {
  const found: X12Transactions[Guide][] = [];
  const look = (nodes: readonly X12Node[]): void => {
    for (const node of nodes) {
      if (isLeaf(node)) continue;
      if (node.transaction === undefined) look(node.content);
      else if (node.guide === guide) found.push(node as unknown as X12Transactions[Guide]);
    }
  };
  look(file.content);
  return found;
}

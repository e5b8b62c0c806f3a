import type { IndexReader } from './index-reader.ts';
import { NO_TERM } from './index-reader.ts';

const MOST = 6;

/** The consonants of a word after its first letter, doubled ones once: what writers in a hurry keep. */
export function skeleton(word: string): string {
  let kept = word.charAt(0);
  for (let at = 1; at < word.length; at++) {
    const letter = word.charAt(at);
    if (!'aeiouy'.includes(letter) && letter !== kept.at(-1)) kept += letter;
  }
  return kept;
}

/**
 * Terms whose words a clipped word may stand for by its consonants: `shldr` shoulder, `grft` graft, `rtnop`
 * retinopathy. Words with the same consonants come before those that only begin so; the more frequent first.
 */
export function unclipped(index: IndexReader, word: string): { terms: readonly number[]; word: string } | undefined {
  const bones = skeleton(word);
  if (bones.length < 4 || bones.length < word.length - 2) return undefined;
  const [first, after] = index.surfaces.beginningWith(word.charAt(0));
  const found: { surface: number; rank: number }[] = [];
  for (let surface = first; surface < after; surface++) {
    if (index.surfaces.length(surface) <= word.length || (index.surfaceTerm[surface] ?? NO_TERM) === NO_TERM) continue;
    const own = skeleton(index.surfaces.at(surface));
    if (own.startsWith(bones)) found.push({ surface, rank: (own === bones ? 100 : 0) + (index.surfaceCount[surface] ?? 0) });
  }
  found.sort((one, other) => other.rank - one.rank || one.surface - other.surface);
  const best = found[0];
  if (!best) return undefined;
  const alike = found.filter((each) => each.rank >= 100 === best.rank >= 100).slice(0, MOST);
  return { terms: [...new Set(alike.map((each) => index.surfaceTerm[each.surface] ?? NO_TERM))], word: index.surfaces.at(best.surface) };
}

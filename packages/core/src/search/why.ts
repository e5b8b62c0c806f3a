import type { QueryWord } from './query.ts';
import type { Scored } from './score.ts';
import type { Variant, Variants } from './variants.ts';

/** Why a code answers: the text that holds the words, what was read as something else, which spelling was mended. */
export type Why =
  | { readonly kind: 'title' | 'inclusionTerm' | 'note' | 'index'; readonly matched: string; readonly words: readonly string[] }
  | { readonly kind: 'code'; readonly matched: string }
  | { readonly kind: 'synonym' | 'spelling'; readonly matched: string; readonly means: string };

interface Grounds {
  readonly words: readonly QueryWord[];
  readonly variants: Variants;
  readonly scored: Scored;
  readonly kind: 'title' | 'inclusionTerm' | 'note' | 'index';
  /** The text of the document. */
  readonly text: string;
}

export function reasons({ words, variants, scored, kind, text }: Grounds): Why[] {
  const variant = variants.variants[scored.variant] as Variant;
  const matched = variant.slots.filter((slot) => slot.options.some((option) => (scored.mask >>> option.element) & 1));
  const typed = [...new Set(matched.flatMap((slot) => words.slice(slot.from, slot.to).map((word) => word.typed)))];
  const why: Why[] = [{ kind, matched: text, words: typed }];
  for (const { from, to, meaning } of variant.readings) {
    const read = words.slice(from, to).map((word) => word.typed);
    why.push({ kind: 'synonym', matched: read.join(' '), means: meaning.meaning });
  }
  for (const word of words) {
    const corrected = word.options.find((option) => option.how === 'spelling');
    if (corrected && typed.includes(word.typed)) why.push({ kind: 'spelling', matched: word.typed, means: word.word });
  }
  return why;
}

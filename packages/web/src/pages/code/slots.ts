import type { Icd10cmEdition } from '@cleanclaim/core';
import { shortenTitle } from '../../parts/shorten-title.ts';

/** Characters of a code that add one thing together: the category's three, then one by one. */
export interface SlotSet {
  readonly characters: string;
  /** 1-based place of the last character. */
  readonly place: number;
  /** What these characters add; null when no title says it. */
  readonly adds: string | null;
  /** An X that only fills the place. */
  readonly filler: boolean;
}

/** The anatomy of a code that the edition has, or of what stands of it so far. */
export function slotsOf(icd: Icd10cmEdition, code: string): SlotSet[] {
  const characters = code.replace('.', '');
  const category = characters.slice(0, 3);
  const sets: SlotSet[] = [{ characters: category, place: 3, adds: icd.display(icd.row(category)), filler: false }];
  let above = icd.display(icd.row(category));
  for (let place = 4; place <= characters.length; place++) {
    const row = icd.row(characters.slice(0, place));
    const title = row >= 0 && icd.inForce(row) ? icd.display(row) : null;
    const character = characters.charAt(place - 1);
    const seventh =
      place === 7 ? icd.seventhCharacters(icd.row(characters)).find((each) => each.character === character)?.meaning : undefined;
    const filler = character === 'X' && place < 7 && (title === null || title === above);
    sets.push({ characters: character, place, adds: seventh ?? (title === null || filler ? null : shortenTitle(title, above)), filler });
    above = title ?? above;
  }
  return sets;
}

import { frequencyOf, isCorrection } from '../claim/frequency.ts';
import type { Claim, Provider } from '../claim/model.ts';

export interface Counted<Entry> {
  readonly entries: readonly Entry[];
  /** A correction may stand for more than one of the claims, and none of them says which. */
  readonly unclear: boolean;
}

/**
 * The claims that count beside the one that is checked: not itself (the same id), no void, and none that a replacement
 * or void stands for. A correction names the payer's number of what it corrects, which is seldom the office's own: where no
 * claim has it as its id, it stands for the one claim of the same provider with a service of its own on the same day.
 */
export function counting<Entry extends { readonly claim: Claim; readonly text: string }>(
  all: readonly Entry[],
  checked: Claim,
): Counted<Entry> {
  const others = onceEach(all.filter(({ claim }) => checked.id === undefined || claim.id !== checked.id));
  const corrections = [...others.map(({ claim }) => claim), checked].filter(isCorrection);
  const gone = new Set<Entry>();
  const stoodFor = new Map<Entry, Claim>();
  let unclear = false;
  for (const correction of corrections) {
    const named = others.filter(({ claim }) => claim !== correction && isNamed(claim, correction));
    const alike = named.length > 0 ? named : others.filter(({ claim }) => !isCorrection(claim) && isAlike(claim, correction));
    if (named.length === 0 && alike.length > 1) {
      unclear = true;
      continue;
    }
    for (const entry of alike) {
      gone.add(entry);
      const other = stoodFor.get(entry);
      // Two replacements of one claim: the later of them counts, and nothing says which that is.
      if (other && frequencyOf(other) === '7' && frequencyOf(correction) === '7') unclear = true;
      stoodFor.set(entry, correction);
    }
  }
  return { entries: others.filter((entry) => !gone.has(entry) && frequencyOf(entry.claim) !== '8'), unclear };
}

/** Entries with one id are one claim: the correction where there is one, else the one whose text sorts last. */
function onceEach<Entry extends { readonly claim: Claim; readonly text: string }>(entries: readonly Entry[]): readonly Entry[] {
  const kept = new Map<string, Entry>();
  const nameless: Entry[] = [];
  for (const entry of entries) {
    const { id } = entry.claim;
    if (id === undefined) {
      nameless.push(entry);
      continue;
    }
    const known = kept.get(id);
    if (!known || rank(entry) > rank(known) || (rank(entry) === rank(known) && entry.text > known.text)) kept.set(id, entry);
  }
  return [...kept.values(), ...nameless];
}

function rank({ claim }: { readonly claim: Claim }): number {
  const frequency = frequencyOf(claim);
  return frequency === '8' ? 2 : frequency === '7' ? 1 : 0;
}

function isNamed(claim: Claim, correction: Claim): boolean {
  const original = correction.originalClaim?.trim();
  return original !== undefined && original !== '' && claim.id === original;
}

function isAlike(claim: Claim, correction: Claim): boolean {
  if (claim.type !== correction.type || !sameBiller(claim.billing, correction.billing)) return false;
  return claim.lines.some((line) =>
    correction.lines.some(
      (other) => line.from !== undefined && line.from === other.from && line.code === other.code && line.revenue === other.revenue,
    ),
  );
}

function sameBiller(one: Provider | undefined, other: Provider | undefined): boolean {
  const npi = one?.npi !== undefined && one.npi === other?.npi;
  return npi || (one?.taxId !== undefined && one.taxId === other?.taxId);
}

import type { ClaimView } from '../claim/view.ts';
import type { Day } from '../day.ts';
import type { ChosenRules } from './choose-rules.ts';
import type { HistoryState } from './needs.ts';

/** Payer kinds are the user's words: the kept choices must not grow without end. */
const MOST_CHOICES = 2_000;

/** The kind of a claim, as far as the choice of rules depends on it. */
export interface ClaimKind {
  readonly view: ClaimView;
  /** Lines have days other than the claim's. */
  readonly several: boolean;
  readonly history: HistoryState;
}

/** A choice of rules with all that it depends on besides the day: what is written in bits, and these fields of the claim. */
interface Slot extends Pick<ClaimView, 'type' | 'payer' | 'plan' | 'ptp' | 'mue'> {
  readonly bits: number;
  readonly chosen: ChosenRules;
}

/** Choices of rules, kept by kind of claim and day. */
export class KeptChoices {
  readonly #byDay = new Map<Day | undefined, Slot[]>();
  #size = 0;

  /** The choice for a kind of claim; made and kept where there is none yet. */
  find(kind: ClaimKind, choose: (kind: ClaimKind) => ChosenRules): ChosenRules {
    const { view } = kind;
    const bits = bitsOf(kind);
    const ofDay = this.#byDay.get(view.on);
    const known = ofDay && findSlot(ofDay, view, bits);
    if (known) return known.chosen;
    const chosen = choose(kind);
    if (this.#size++ >= MOST_CHOICES) {
      this.#byDay.clear();
      this.#size = 1;
    }
    const { type, payer, plan, ptp, mue } = view;
    const slot: Slot = { bits, type, payer, plan, ptp, mue, chosen };
    const list = this.#byDay.get(view.on);
    if (list) list.push(slot);
    else this.#byDay.set(view.on, [slot]);
    return chosen;
  }
}

function findSlot(slots: readonly Slot[], { type, payer, plan, ptp, mue }: ClaimView, bits: number): Slot | undefined {
  for (const slot of slots) {
    if (slot.bits !== bits || slot.type !== type || slot.payer !== payer) continue;
    if (slot.plan === plan && slot.ptp === ptp && slot.mue === mue) return slot;
  }
  return undefined;
}

const WITH_CODES = 16;
const WITH_MODIFIERS = 32;

/** Which rules and checks bear on the claim, but for day, type and payer. */
function bitsOf({ view: { inpatient, hospitalStay, procedures, lines }, several, history }: ClaimKind): number {
  let bits = (inpatient ? 1 : 0) | (hospitalStay ? 2 : 0) | (procedures.length > 0 ? 4 : 0) | (several ? 8 : 0);
  for (const { code, modifiers } of lines) bits |= (code !== '' ? WITH_CODES : 0) | (modifiers.length > 0 ? WITH_MODIFIERS : 0);
  if (history !== 'none') bits |= history === 'given' ? 64 : 128;
  return bits;
}

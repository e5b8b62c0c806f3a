import type { Claim } from '../claim/model.ts';
import type { ClaimView } from '../claim/view.ts';
import type { NotChecked } from '../engine/outcome.ts';

/**
 * The one seam between rules and other claims of a patient: synchronous and pure. Whoever checks a claim has read what
 * it may be asked for (docs/decisions/0008-history.md).
 */
export interface History {
  /** The other claims of the claim's patient that count. */
  of(claim: Claim): PatientHistory;
}

export interface PatientHistory {
  /** By first day of service, then by name: the order in which they were given changes nothing. */
  readonly claims: readonly PastClaim[];
  /** Why the history may not be whole or right: what looks back is then not checked, whatever it finds. */
  readonly lacking: readonly NotChecked[];
}

/** Another claim of the patient. Its view has no diagnoses: no rule looks at them. */
export interface PastClaim {
  /** How findings name it, by its id and never by its patient: `claim A-99`. */
  readonly name: string;
  readonly view: ClaimView;
}

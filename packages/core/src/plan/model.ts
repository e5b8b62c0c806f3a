import type { ClaimType } from '../claim/model.ts';
import type { Day } from '../day.ts';
import type { Severity } from '../engine/outcome.ts';

/**
 * What a payer asks beyond the rules that hold for everybody: a small dated list of rule ids with what they count as,
 * and parameters that rules ask. Data only; `readPlans` checks a file of them (docs/plans.md).
 */
export interface PayerPlan {
  readonly id: string;
  readonly title: string;
  /** Which claims it is for; all when left out. */
  readonly claims?: PlanScope;
  /** Id of a plan whose parameters hold where this one has none, and whose rule settings stand before its own. */
  readonly basedOn?: string;
  readonly rules?: readonly RuleSetting[];
  readonly timelyFiling?: readonly FilingLimit[];
  readonly authorization?: readonly AuthorizationNeed[];
  readonly distinctService?: readonly DistinctService[];
}

/** Each list that is given must hold the claim's value. */
export interface PlanScope {
  /** `payer.id` of the claim. */
  readonly ids?: readonly string[];
  /** `payer.kind` of the claim. */
  readonly kinds?: readonly string[];
  readonly types?: readonly ClaimType[];
}

/** First and last day of service; open where left out. */
export interface Dated {
  readonly from?: Day;
  readonly to?: Day;
}

/** What a rule's findings count as with the payer; what the rule only notes stays a note. */
export interface RuleSetting extends Dated {
  /** A rule id, or a family as `ncci/*`. */
  readonly rule: string;
  /** `off`: the payer has no such edit. */
  readonly severity: Severity | 'off';
}

/** Until when a claim may reach the payer: so many days or months after the service, or one last day. */
export interface FilingLimit extends Dated {
  readonly days?: number;
  readonly months?: number;
  readonly by?: Day;
  /** The day of service that counts where there are several: the first or the last. */
  readonly counts: 'first-day' | 'last-day';
  /** A last day on a weekend or federal holiday moves to the next workday. */
  readonly nextWorkday?: boolean;
  /** Replacements and voids obey the same limit; left out, theirs is not known. */
  readonly corrections?: 'same';
  /** `error` when left out. */
  readonly severity?: Severity;
  /** Where the limit is written, such as `42 CFR 424.44` or `contract of 2026, section 4.2`. */
  readonly source: string;
}

/** Services for which the payer wants an authorisation or referral number on the claim. */
export interface AuthorizationNeed extends Dated {
  /** Codes (`G0277`) and ranges (`E0100-E0159`) in the order of their characters. */
  readonly codes: readonly string[];
  /** Only in these places of service. */
  readonly pos?: readonly string[];
  /** `either` when left out. */
  readonly needs?: 'authorization' | 'referral' | 'either';
}

/** How the payer takes the modifiers for a distinct service, 59 and XE, XS, XP, XU. */
export interface DistinctService extends Dated {
  /** Which of them it wants; both when left out. */
  readonly takes?: '59' | 'X';
  /** Whether they count on either line of a pair, or on that of column 2 only. */
  readonly column?: 'either' | 'second';
}

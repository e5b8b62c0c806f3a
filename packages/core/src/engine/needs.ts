import type { ClaimView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { heldOn } from '../plan/choose-plan.ts';
import type { PayerPlan } from '../plan/model.ts';

/** What a rule cannot run without. */
export type Need = ClaimNeed | LineNeed;

/** One of these is enough. */
export type AnyOf = readonly [ClaimNeed, ClaimNeed, ...ClaimNeed[]];

/**
 * Asked once, on the claim's own day. `icd10cm-notes`: the tabular notes of the year too, which a year added as a code
 * list does not have. `history`: the other claims of the patient. `plan-…`: the payer's plan has the parameter. `table:…`: an
 * edition of the source answers on the day.
 */
type ClaimNeed =
  | 'icd10cm'
  | 'icd10cm-notes'
  | 'place-of-service'
  | 'mce-diagnoses'
  | 'mce-procedures'
  | 'history'
  | PlanNeed
  | TableOfClaim;

type TableOfClaim = `${typeof TABLE}${string}`;
const TABLE = 'table:';

type PlanNeed = 'plan-authorization' | 'plan-timely-filing';

/** Published tables asked on each line's day: the engine says which days none covers, and a rule passes over those lines. */
export type LineNeed = 'hcpcs' | 'ncci-ptp' | 'ncci-mue' | 'ncci-add-on' | 'mpfs-rvu';

/** Whether a check can look back: nobody gave a history, the claim does not say whose history to look in, or it can. */
export type HistoryState = 'none' | 'no-patient' | 'given';

/** What needs are asked of. */
export interface Asked {
  readonly view: ClaimView;
  readonly data: Data;
  readonly history: HistoryState;
}

export interface Lacking {
  readonly reason: string;
  readonly install: string;
}

export function isLineNeed(need: Need | AnyOf): need is LineNeed {
  return typeof need === 'string' && (need === 'hcpcs' || need === 'mpfs-rvu' || need.startsWith('ncci-'));
}

/** Source id of the table a claim is held against; undefined when claims of its kind are held against none. */
export function sourceOf(need: LineNeed, { ptp, mue }: ClaimView): string | undefined {
  if (need === 'ncci-ptp') return ptp && `ncci-ptp-${ptp}`;
  if (need === 'ncci-mue') return mue && `ncci-mue-${mue}`;
  return need === 'ncci-add-on' && ptp !== 'practitioner' ? undefined : need;
}

/** Why a need is not met for a claim on a day; undefined when it is. Of several, the first says why. */
export function whyNot(need: Need | AnyOf, asked: Asked, on: Day | undefined): Lacking | undefined {
  if (typeof need === 'string') return isMet(need, asked, on) ? undefined : whyUnmet(need, asked, on);
  return need.some((each) => isMet(each, asked, on)) ? undefined : whyUnmet(need[0], asked, on);
}

/** The first reason why one of several needs is not met on a day. */
export function whyNotAll(needs: readonly (Need | AnyOf)[], asked: Asked, on: Day | undefined): Lacking | undefined {
  for (const need of needs) {
    const lacking = whyNot(need, asked, on);
    if (lacking) return lacking;
  }
  return undefined;
}

function isMet(need: Need, { view, data, history }: Asked, on: Day | undefined): boolean {
  switch (need) {
    case 'place-of-service':
      return data.placeOfService() !== undefined;
    case 'history':
      return history === 'given';
    case 'icd10cm':
      return view.icd !== undefined;
    case 'icd10cm-notes':
      return view.icd?.hasNotes === true;
    case 'mce-diagnoses':
      return view.editor !== undefined;
    case 'plan-authorization':
      return view.plan?.authorization !== undefined;
    case 'plan-timely-filing':
      return heldOn(view.plan?.timelyFiling, view.on) !== undefined;
  }
  if (on === undefined) return false;
  switch (need) {
    case 'mce-procedures':
      return data.mceProcedures(on) !== undefined;
    case 'ncci-ptp':
      return view.ptp === undefined || data.ptp(view.ptp, on) !== undefined;
    case 'ncci-mue':
      return view.mue === undefined || data.mue(view.mue, on) !== undefined;
    case 'ncci-add-on':
      return data.addOns(on) !== undefined;
    case 'hcpcs':
      return data.hcpcs(on) !== undefined;
    case 'mpfs-rvu':
      return data.feeSchedule(on) !== undefined;
  }
  return data.edition(need.slice(TABLE.length), on) !== undefined;
}

function whyUnmet(need: Need, { view, data, history }: Asked, on: Day | undefined): Lacking {
  if (need === 'place-of-service') return NO_PLACES;
  if (need === 'plan-authorization' || need === 'plan-timely-filing') return notInPlan(need, view.plan);
  if (need === 'history') return history === 'none' ? NO_HISTORY : NO_PATIENT;
  if (on === undefined) return NO_DAY;
  if (need === 'icd10cm-notes')
    return {
      reason: `The ICD-10-CM edition of ${on} is installed as a code list, without the notes of its tabular list.`,
      install: `Install the tabular list in force on ${on}: cleanclaim data add FILE (its XML, or the archive of code tables and index of that fiscal year).`,
    };
  if (need === 'icd10cm')
    return {
      reason: `No installed ICD-10-CM edition covers ${on}.`,
      install: `Install the edition in force on ${on}: cleanclaim data add FILE (the official order file of that fiscal year).`,
    };
  if (need.startsWith(TABLE)) return data.whyMissing(need.slice(TABLE.length), on);
  return data.whyMissing(isLineNeed(need) ? (sourceOf(need, view) ?? need) : need, on);
}

function notInPlan(need: PlanNeed, plan: PayerPlan | undefined): Lacking {
  const what = need === 'plan-authorization' ? 'which services need an authorisation or referral' : 'until when a claim must be filed';
  const field = need === 'plan-authorization' ? 'authorization' : 'timelyFiling';
  return {
    reason: plan ? `The plan ${plan.id} does not say ${what}.` : `No plan is known for the payer, so nothing says ${what}.`,
    install: `Write the payer's terms down under "${field}" in a plan of your own (docs/plans.md) and give it with --plan FILE.`,
  };
}

const NO_PLACES: Lacking = {
  reason: 'The place of service list is not installed.',
  install: 'Install the cleanclaim package again: the list comes with it.',
};

const NO_DAY: Lacking = {
  reason: 'The claim has no readable date of service, so the edition of the table cannot be chosen.',
  install: 'Give each line a date: "from": "YYYY-MM-DD".',
};

const NO_HISTORY: Lacking = {
  reason: "The patient's other claims were not given.",
  install: 'Say where they are: cleanclaim check FILE --history FILE|URL (docs/history.md).',
};

const NO_PATIENT: Lacking = {
  reason: 'The claim does not say who the patient is, so other claims of the patient cannot be found.',
  install: 'Give the member id, or birth date, sex and name.',
};

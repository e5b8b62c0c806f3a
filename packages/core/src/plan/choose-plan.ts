import type { Claim } from '../claim/model.ts';
import type { Day } from '../day.ts';
import type { Severity } from '../engine/outcome.ts';
import type { Dated, PayerPlan } from './model.ts';

/**
 * Which plan a claim is held against: of those that fit, one that names the payer's id before one that only names its
 * kind, and that before one for all claims; the first of equals. Asked once a claim, so plans are sorted beforehand.
 */
export function planChooser(plans: readonly PayerPlan[]): (claim: Claim) => PayerPlan | undefined {
  if (plans.length === 0) return () => undefined;
  const byId = new Map<string, PayerPlan[]>();
  const byKind = new Map<string, PayerPlan[]>();
  const others: PayerPlan[] = [];
  for (const plan of plans) {
    const { ids, kinds } = plan.claims ?? {};
    for (const id of ids ?? []) addTo(byId, id, plan);
    if (ids === undefined) for (const kind of kinds ?? []) addTo(byKind, kind, plan);
    if (ids === undefined && kinds === undefined) others.push(plan);
  }
  const find = (list: readonly PayerPlan[] | undefined, kind: string, type: Claim['type']): PayerPlan | undefined =>
    list?.find(({ claims }) => fits(claims, kind, type));
  // Claims name few kinds of payer, and few plans name a payer by its id: the answer is kept by kind and type.
  const known = new Map<string, ByType>();
  return ({ type, payer }) => {
    const kind = payer?.kind ?? '';
    const own = byId.size === 0 || payer?.id === undefined ? undefined : find(byId.get(payer.id), kind, type);
    if (own) return own;
    let byType = known.get(kind);
    if (!byType) {
      if (known.size >= MOST_KINDS) known.clear();
      const of = (each: Claim['type']): PayerPlan | undefined => find(byKind.get(kind), kind, each) ?? find(others, kind, each);
      known.set(kind, (byType = { professional: of('professional'), institutional: of('institutional'), dental: of('dental') }));
    }
    return byType[type];
  };
}

type ByType = Readonly<Record<Claim['type'], PayerPlan | undefined>>;
/** Kinds of payer are the user's words: what is kept must not grow without end. */
const MOST_KINDS = 1_000;

function addTo(map: Map<string, PayerPlan[]>, key: string, plan: PayerPlan): void {
  const known = map.get(key);
  if (known) known.push(plan);
  else map.set(key, [plan]);
}

function fits(claims: PayerPlan['claims'], kind: string, type: Claim['type']): boolean {
  return (claims?.kinds?.includes(kind) ?? true) && (claims?.types?.includes(type) ?? true);
}

/** The entry of a dated list that holds on a day; the last of several. Without a day, one that holds on all. */
export function heldOn<Entry extends Dated>(entries: readonly Entry[] | undefined, on: Day | undefined): Entry | undefined {
  return entries?.findLast((entry) => holdsOn(entry, on));
}

export function holdsOn({ from, to }: Dated, on: Day | undefined): boolean {
  if (on === undefined) return from === undefined && to === undefined;
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}

/** What a plan says of a rule on a day; undefined when it says nothing. The last of several settings holds. */
export function settingOf(plan: PayerPlan | undefined, rule: string, on: Day | undefined): Severity | 'off' | undefined {
  const family = `${rule.slice(0, rule.indexOf('/'))}/*`;
  return plan?.rules?.findLast((each) => (each.rule === rule || each.rule === family) && holdsOn(each, on))?.severity;
}

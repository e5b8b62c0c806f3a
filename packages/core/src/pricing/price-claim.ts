import type { ClaimView, LineView } from '../claim/view.ts';
import type { Data } from '../data.ts';
import type { FeeRow, FeeScheduleTable } from '../tables/fee-schedule.ts';
import { anesthesiaFee, isAnesthesia } from './anesthesia-fee.ts';
import { isNotPriced, type NotPriced, notPriced, type Price, type PricedLine, type Step, step } from './answer.ts';
import { payBothSides } from './bilateral.ts';
import { exact, type Exact, lesser, sum, toCents, writeCents } from './exact.ts';
import { missing, pricingPlace } from './locality.ts';
import { reduceMultiples } from './multiple-procedures.ts';
import { physicianFee } from './physician-fee.ts';
import { settingOf } from './place.ts';
import { otherSchedule } from './other-schedules.ts';
import { checkPublished } from './published-amount.ts';
import { payByRole, withoutPrice } from './roles.ts';
import { adjust, type Service } from './service.ts';
import { type PatientShare, splitAllowed, type Terms, USUAL } from './shares.ts';

const RVU = 'mpfs-rvu';

/** What one line comes to: an exact amount, or why there is none. */
interface Outcome {
  readonly line: LineView;
  readonly amount: Exact | undefined;
  readonly notPriced: NotPriced | null;
  readonly warnings: readonly string[];
  readonly steps: readonly Step[];
  /** Of a schedule beside that of physicians: what of it the patient bears. Such services are paid on assignment, without a limiting charge. */
  readonly share?: PatientShare;
}

/**
 * What Medicare would pay for a professional claim by its fee schedules on each line's day, with every step. Throws
 * CleanclaimError when the claim's `pricing` is misshapen. Warnings of `check` are the caller's to add.
 */
export function priceClaim(view: ClaimView, terms: Terms, data: Data): Price {
  const wrongKind = notMedicare(view);
  const outcomes = wrongKind ? view.lines.map((line) => without(line, wrongKind)) : priceLines(view, terms, data);
  return summed(view, outcomes, terms, data);
}

function notMedicare({ type, payer }: ClaimView): NotPriced | undefined {
  if (type !== 'professional') return notPriced(`This version prices professional claims; it has no payment system for ${type} ones.`);
  if (payer === '' || payer === 'medicare') return undefined;
  return notPriced(`Prices are Medicare's: no fee schedule of a ${payer} payer is known.`);
}

function priceLines(view: ClaimView, terms: Terms, data: Data): Outcome[] {
  const outcomes = new Map<LineView, Outcome>();
  const services: Service[] = [];
  for (const line of view.lines) {
    const found = priceAlone(line, view, terms, data);
    if ('fee' in found) services.push(found);
    else outcomes.set(line, found);
  }
  for (const visit of visits(services, view)) priceTogether(visit, view, terms, outcomes);
  return view.lines.map((line) => outcomes.get(line) ?? without(line, notPriced('It has no price.')));
}

/** A line by itself: a service of the fee schedule that may still be changed by its neighbours, or an outcome. */
function priceAlone(line: LineView, view: ClaimView, terms: Terms, data: Data): Service | Outcome {
  const { from: on, code } = line;
  if (on === undefined) return without(line, notPriced('The line has no date of service.'));
  if (code === '') return without(line, notPriced('The line has no procedure code.'));
  const count = line.line.units ?? 1;
  if (count <= 0) return without(line, notPriced('The line has no units: a service is priced by how often it was given.'));
  const schedule = data.feeSchedule(on, terms.apm);
  const row = schedule ? rowOf(schedule, line) : undefined;
  const trouble = withoutPrice(line, row);
  if (trouble) return without(line, trouble);
  if (!row || NOT_HERE.has(row.status)) {
    const other = otherSchedule(line, row, { claim: view.claim, on, data });
    if (other) return isNotPriced(other) ? without(line, other) : { line, notPriced: null, warnings: [], ...other };
  }
  if (!schedule) return without(line, missing(RVU, on, data));
  if (!row) return without(line, notPriced(absent(schedule, line)));
  const place = pricingPlace(view.claim, on, data);
  if (isNotPriced(place)) return without(line, place);
  if (isAnesthesia(code)) {
    const session = view.lines.filter(
      (each) => each.from === on && isAnesthesia(each.code) && providerOf(each, view) === providerOf(line, view),
    );
    const fee = anesthesiaFee(line, session, { place, terms, on, data });
    return isNotPriced(fee) ? without(line, fee) : { line, amount: fee.amount, notPriced: null, warnings: [], steps: fee.steps };
  }
  const status = STATUS[row.status];
  if (status === 'bundled')
    return {
      line,
      amount: exact(0),
      notPriced: null,
      warnings: [],
      steps: [step(`status ${row.status}: paid within other services, never by itself`, exact(0), schedule.edition)],
    };
  if (status !== 'priced') return without(line, notPriced(status ?? `Status ${row.status} has no price in the fee schedule.`));
  const setting = settingOf(line.line.pos, on);
  if (setting === undefined) return without(line, notPriced('The line has no place of service, which decides between the two rates.'));
  const { edition } = schedule;
  const fee = physicianFee(row, setting, place, edition);
  const partFee = (modifier: string) => {
    const part = row.modifier === modifier ? row : row.modifier === '' ? schedule.find(code, modifier) : undefined;
    return part && physicianFee(part, setting, place, edition);
  };
  const base = row.endoscopicBase === '' ? undefined : schedule.find(row.endoscopicBase);
  const [professional, technical] = [partFee('26'), row.pctc === '3' ? fee : partFee('TC')];
  return {
    lines: [line],
    on,
    row,
    edition,
    fee,
    parts: { ...(professional ? { professional } : {}), ...(technical ? { technical } : {}) },
    endoscopicBase: base && { code: base.code, fee: physicianFee(base, setting, place, edition).fee },
    count,
    sides: exact(1),
    each: fee.fee,
    amount: fee.fee.times(count),
    steps: [...fee.steps, ...(count === 1 ? [] : [step(`× ${count} units`, fee.fee.times(count))])],
    warnings: checkPublished(row, fee, { setting, place, on, data }),
  };
}

/** Status codes whose services other schedules pay: laboratory, drugs, equipment. */
const NOT_HERE: ReadonlySet<string> = new Set(['X', 'E', 'N', 'I']);

/** What each status code of the fee schedule means for the price (RVU25D, attachment A), in our words. */
const STATUS: Readonly<Record<string, string>> = {
  A: 'priced',
  R: 'priced',
  T: 'priced',
  B: 'bundled',
  P: 'bundled',
  C: 'The contractor prices this code itself (status C).',
  E: 'Excluded from the physician fee schedule by regulation (status E); drugs and supplies have schedules of their own.',
  I: 'Not valid for Medicare, which uses another code for the service (status I).',
  M: 'A measurement code, without payment (status M).',
  N: 'Not covered by Medicare (status N).',
  X: 'Not a physician service by statute (status X); laboratory tests and ambulance have schedules of their own.',
};

/** The row of the part that the modifiers name. */
function rowOf(schedule: FeeScheduleTable, { code, modifiers }: LineView): FeeRow | undefined {
  for (const part of ['26', 'TC']) if (modifiers.includes(part)) return schedule.find(code, part);
  return (modifiers.includes('53') ? schedule.find(code, '53') : undefined) ?? schedule.find(code);
}

function absent({ edition }: FeeScheduleTable, { code, modifiers }: LineView): string {
  const part = modifiers.find((each) => each === '26' || each === 'TC');
  return part === undefined
    ? `${edition} has no ${code}.`
    : `${edition} has no ${code} with modifier ${part}: the service is not priced in parts, or is that part already.`;
}

function without(line: LineView, reason: NotPriced): Outcome {
  return { line, amount: undefined, notPriced: reason, warnings: [], steps: [] };
}

/** Who performed a line. */
function providerOf({ line }: LineView, { claim }: ClaimView): string {
  return line.rendering?.npi ?? claim.rendering?.npi ?? claim.billing?.npi ?? '';
}

/** Services of one practitioner on one day. */
function visits(services: readonly Service[], view: ClaimView): Iterable<Service[]> {
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const key = `${service.on}|${providerOf(service.lines[0], view)}`;
    groups.set(key, [...(groups.get(key) ?? []), service]);
  }
  return groups.values();
}

function priceTogether(visit: readonly Service[], view: ClaimView, terms: Terms, outcomes: Map<LineView, Outcome>): void {
  const services = joinSides(visit);
  for (const service of services) payBothSides(service);
  const [first] = services;
  if (first) reduceMultiples(services, first.on);
  const others = services.some(({ row }) => row.status !== 'T');
  for (const service of services) {
    if (service.row.status === 'T' && others) adjust(service, exact(0), 'status T: paid only where nothing else is paid that day');
    const trouble = payByRole(service, view.claim);
    if (!terms.participating) adjust(service, service.amount.times('0.95'), 'practitioner who does not participate: 95 %');
    if (trouble) for (const line of service.lines) outcomes.set(line, without(line, trouble));
    else for (const outcome of againstCharge(service)) outcomes.set(outcome.line, outcome);
  }
}

/** Two lines of one code, RT and LT, are the two sides of one procedure where the fee schedule has a rule for both sides. */
function joinSides(visit: readonly Service[]): Service[] {
  const joined: Service[] = [];
  const used = new Set<Service>();
  for (const service of visit) {
    if (used.has(service)) continue;
    const side = sideOf(service);
    const other =
      side === undefined || !SIDED.has(service.row.bilateral)
        ? undefined
        : visit.find(
            (each) => each !== service && !used.has(each) && each.row === service.row && sideOf(each) === (side === 'RT' ? 'LT' : 'RT'),
          );
    used.add(service);
    if (other) used.add(other);
    joined.push(other ? { ...service, lines: [service.lines[0], other.lines[0]] } : service);
  }
  return joined;
}

const SIDED: ReadonlySet<string> = new Set(['0', '1', '2']);

function sideOf({ lines: [{ modifiers }], count }: Service): 'RT' | 'LT' | undefined {
  if (count !== 1 || modifiers.includes('RT') === modifiers.includes('LT')) return undefined;
  return modifiers.includes('RT') ? 'RT' : 'LT';
}

/** The lesser of the amount and the charge; of two lines of one procedure the charges count together. */
function againstCharge({ lines, amount, steps, warnings }: Service): Outcome[] {
  let left = toCents(amount);
  return lines.map((line, at) => {
    const last = at === lines.length - 1;
    const charge = chargeOf(line);
    const share = charge === undefined || (last && lines.length === 1) ? left : lesser(left, charge);
    left = left.minus(share);
    return {
      line,
      amount: share,
      notPriced: null,
      warnings,
      steps: at === 0 ? steps : [step(`with line ${lines[0].n}: both sides of one procedure`, share)],
    };
  });
}

/** A charge below zero is no charge; the rules say so. */
function chargeOf({ line: { charge }, charge: money }: LineView): Exact | undefined {
  return money === undefined || money < 0 || charge === undefined ? undefined : exact(charge);
}

function summed(view: ClaimView, outcomes: readonly Outcome[], terms: Terms, data: Data): Price {
  let deductible = terms.deductible ?? exact(0);
  let [patient, payment] = [exact(0), exact(0)];
  const allowed: Exact[] = [];
  const fees: Exact[] = [];
  const lines = outcomes.map(({ line, amount, notPriced: reason, warnings, steps, share }): PricedLine => {
    const base = { index: line.index, code: line.code, notPriced: reason };
    if (amount === undefined || line.from === undefined) return { ...base, allowed: null, warnings, steps };
    const charge = chargeOf(line);
    const cents = toCents(amount);
    const paid = charge ? lesser(cents, charge) : cents;
    const split = splitAllowed(paid, line.from, deductible, share);
    deductible = split.deductible;
    patient = patient.plus(split.patient);
    payment = payment.plus(split.payment);
    allowed.push(paid);
    if (share === undefined) fees.push(cents);
    return {
      ...base,
      allowed: writeCents(paid),
      warnings: [
        ...warnings,
        ...(charge ? [] : ['The line has no charge; Medicare pays at most the charge.']),
        ...shareWarnings(line, terms, share ?? USUAL),
      ],
      steps: paid.lt(cents) ? [...steps, step('the charge is less', paid)] : steps,
    };
  });
  return {
    claim: view.claim.id ?? null,
    on: view.on ?? null,
    lines,
    complete: outcomes.every(({ amount }) => amount !== undefined),
    allowed: writeCents(sum(allowed)),
    patient: writeCents(patient),
    payment: writeCents(payment),
    ...(terms.participating ? {} : { limitingCharge: writeCents(sum(fees).times('1.15')) }),
    editions: editionsOf(view, terms, data),
  };
}

function shareWarnings({ modifiers }: LineView, { deductible }: Terms, share: PatientShare): string[] {
  const warnings = [];
  if (deductible === undefined && share.deductible)
    warnings.push(
      'The deductible is not met and pricing.deductibleRemaining does not say how much is left: the patient’s part is more than shown.',
    );
  if (share.coinsurance.gt(0) && (modifiers.includes('33') || modifiers.includes('PT')))
    warnings.push('Preventive service: the patient’s part may be waived, which is not worked out here.');
  return warnings;
}

function editionsOf({ lines }: ClaimView, { apm }: Terms, data: Data): Price['editions'] {
  const found = new Map<string, Price['editions'][number]>();
  for (const on of new Set(lines.map(({ from }) => from))) {
    if (on === undefined) continue;
    for (const source of SOURCES) {
      const edition = data.edition(source, on);
      // Of two files of one release, with and without payment models, the one in use.
      const id = source === RVU ? data.feeSchedule(on, apm)?.edition : edition?.id;
      if (edition && id !== undefined) found.set(id, { id, from: edition.from, to: edition.to });
    }
  }
  return [...found.values()];
}

const SOURCES = [RVU, 'mpfs-gpci', 'zip-locality', 'zip-plus-four', 'mpfs-anesthesia', 'anesthesia-base-units', 'dmepos', 'clfs', 'asp'];

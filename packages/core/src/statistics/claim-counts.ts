import type { Claim, Line, Provider } from '../claim/model.ts';
import { ageInYears, isDay } from '../day.ts';
import { addMoney, formatMoney, type Money, parseMoney, ZERO_MONEY } from '../money.ts';
import { type Cell, Problems } from './cells.ts';

/** A claim as one visit for the tables of causes: its first-listed or principal diagnosis, the others, and who came when. */
export function visitOf(claim: Claim): Readonly<Record<string, string>> {
  const diagnoses = claim.diagnoses ?? [];
  const principal =
    diagnoses.find(({ kind }) => kind === 'principal') ?? diagnoses.find(({ kind }) => kind === undefined || kind === 'other');
  const others = diagnoses.filter((each) => each !== principal && each.kind !== 'admitting' && each.kind !== 'reason');
  return {
    ...whoAndWhen(claim, claim.admission ?? claim.statement?.from ?? claim.lines[0]?.from),
    cause: principal?.code ?? '',
    contributing: others.map(({ code }) => code).join(' '),
  };
}

function whoAndWhen(claim: Claim, on: string | undefined, rendering?: Provider): Record<string, string> {
  return {
    age: ageOn(claim.patient?.birthDate, on),
    sex: claim.patient?.sex ?? 'unknown',
    year: on?.slice(0, 4) ?? '',
    month: on?.slice(0, 7) ?? '',
    payer: claim.payer?.name ?? claim.payer?.id ?? claim.payer?.kind ?? '',
    provider: (rendering ?? claim.rendering ?? claim.attending ?? claim.billing)?.npi ?? '',
    billing: claim.billing?.npi ?? '',
    type: claim.type,
  };
}

/** Completed years; `unknown` where a day is missing or none, or the birth comes after. */
function ageOn(birth: string | undefined, on: string | undefined): string {
  if (!isDay(birth) || !isDay(on) || birth > on) return 'unknown';
  return String(ageInYears(birth, on));
}

/** Columns by which services can be kept apart. */
export const SERVICE_COLUMNS = [
  'code',
  'modifiers',
  'revenue',
  'pos',
  'age',
  'sex',
  'year',
  'month',
  'payer',
  'provider',
  'billing',
  'type',
] as const;

export interface ServiceCount {
  readonly by: Readonly<Record<string, string>>;
  readonly lines: number;
  /** Claims that have at least one of these lines. */
  readonly claims: number;
  readonly units: number;
  /** Exact sum of charges in dollars. */
  readonly charges: string;
  /** Lines whose charge is missing or cannot be read: not in `charges`. */
  readonly withoutCharge: number;
}

interface Tally {
  readonly by: Record<string, string>;
  lines: number;
  claims: number;
  lastClaim: number;
  units: number;
  charges: Money;
  withoutCharge: number;
}

/** Counts services of claims as they come: lines by CPT, HCPCS or revenue code, inpatient procedures by ICD-10-PCS code. */
export class ServiceCounter {
  readonly problems = new Problems();
  readonly #by: readonly string[];
  readonly #wanted: ((code: string) => boolean) | undefined;
  readonly #tallies = new Map<string, Tally>();
  readonly #cells = new Map<string, { values: Record<string, string>; count: number; rows: number }>();
  #claims = 0;

  /** `wanted` takes the codes to be counted; all when left out. */
  constructor(by: readonly string[], wanted?: (code: string) => boolean) {
    this.#by = by;
    this.#wanted = wanted;
  }

  add(claim: Claim): void {
    this.#claims++;
    for (const line of claim.lines) this.#service(claim, line);
    for (const { code, on, date } of claim.procedures ?? [])
      this.#count(claim, { code, modifiers: '', revenue: '', pos: '' }, on ?? date ?? claim.admission, undefined, 1, undefined);
  }

  #service(claim: Claim, line: Line): void {
    const service = {
      code: line.code ?? line.revenue ?? '',
      modifiers: (line.modifiers ?? []).join(' '),
      revenue: line.revenue ?? '',
      pos: line.pos ?? '',
    };
    const units = line.units ?? 1;
    if (!(units >= 0 && Number.isFinite(units))) this.problems.add('count-negative', 1);
    else this.#count(claim, service, line.from ?? claim.statement?.from, line.rendering, units, line.charge ?? '');
  }

  /** `charge` is undefined for what has none of its own: inpatient procedures are not charged by themselves. */
  #count(
    claim: Claim,
    service: Record<string, string>,
    on: string | undefined,
    rendering: Provider | undefined,
    units: number,
    charge: string | undefined,
  ): void {
    if (this.#wanted && !this.#wanted(service['code'] ?? '')) return;
    const values: Record<string, string> = { ...whoAndWhen(claim, on, rendering), ...service };
    const by = Object.fromEntries(this.#by.map((column) => [column, values[column] ?? '']));
    const key = JSON.stringify(by);
    const tally = this.#tallies.get(key) ?? { by, lines: 0, claims: 0, lastClaim: 0, units: 0, charges: ZERO_MONEY, withoutCharge: 0 };
    this.#tallies.set(key, tally);
    tally.lines++;
    tally.units += units;
    if (tally.lastClaim !== this.#claims) {
      tally.claims++;
      tally.lastClaim = this.#claims;
    }
    const money = charge === undefined ? ZERO_MONEY : parseMoney(charge);
    if (money === undefined) tally.withoutCharge++;
    else tally.charges = addMoney(tally.charges, money);
    const { age = '', sex = '' } = values;
    const place = `${key}|${age}|${sex}`;
    const cell = this.#cells.get(place) ?? { values: { ...by, age, sex }, count: 0, rows: 0 };
    this.#cells.set(place, cell);
    cell.count++;
    cell.rows++;
  }

  /** Most lines first. */
  rows(): ServiceCount[] {
    return [...this.#tallies.values()]
      .map(({ by, lines, claims, units, charges, withoutCharge }) => ({
        by,
        lines,
        claims,
        units,
        charges: formatMoney(charges),
        withoutCharge,
      }))
      .sort((one, other) => other.lines - one.lines);
  }

  /** Lines by age and sex, for rates as any other events. */
  cells(): Cell[] {
    return [...this.#cells.values()];
  }
}

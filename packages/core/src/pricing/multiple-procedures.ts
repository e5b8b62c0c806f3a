import type { Day } from '../day.ts';
import { exact, type Exact, lesser, sum, toCents } from './exact.ts';
import { adjust, dearestFirst, HALF, type Service } from './service.ts';

/**
 * Reductions for several services of one practitioner on one day, by the multiple procedure indicator (RVU25D,
 * attachment A; Medicare Claims Processing Manual, chapter 12, 40.6 and 40.7, and chapter 5, 10.7).
 */
export function reduceMultiples(services: readonly Service[], on: Day): void {
  rankSurgery(services.filter(({ row }) => row.multiple === '2' || row.multiple === '3'));
  reduceTherapy(
    services.filter(({ row }) => row.multiple === '5'),
    on,
  );
  reduceParts(
    services.filter(({ row }) => row.multiple === '4' && row.imagingFamily === IMAGING),
    imagingShares(on),
    'imaging',
  );
  reduceParts(
    services.filter(({ row }) => row.multiple === '6'),
    { technical: exact('0.75') },
    'cardiovascular tests',
  );
  reduceParts(
    services.filter(({ row }) => row.multiple === '7'),
    { technical: exact('0.8') },
    'ophthalmology tests',
  );
}

/** The one family of imaging since 2011. */
const IMAGING = '88';
/** From the sixth procedure on, contractors price by report. */
const RANKED = 5;

interface Ranked {
  readonly services: readonly Service[];
  /** What the rank goes by: the dearest count of one procedure, or a whole endoscopy family. */
  readonly worth: Exact;
  readonly family: string | undefined;
}

/** The dearest procedure in full, every other at half. An endoscopy family counts as one procedure. */
function rankSurgery(services: readonly Service[]): void {
  if (services.length === 0) return;
  const ranked = families(services).toSorted((one, other) => other.worth.cmp(one.worth));
  if (ranked.length > RANKED)
    for (const { services: late } of ranked.slice(RANKED)) {
      for (const service of late)
        service.warnings.push('Sixth or later procedure of the day: contractors price it by report; half the fee is assumed.');
    }
  ranked.forEach(({ services: members, family }, place) => {
    for (const service of members) {
      const { each, count } = service;
      if (family !== undefined || place > 0) {
        if (place > 0) adjust(service, service.amount.times(HALF), `multiple procedures: rank ${place + 1}, half`);
      } else if (count > 1) {
        adjust(service, each.plus(each.times(HALF).times(count - 1)), 'multiple procedures: the first in full, each further one at half');
      }
    }
  });
}

/** Groups the services of each endoscopy family and reduces within it; every other service stands alone. */
function families(services: readonly Service[]): Ranked[] {
  const groups = new Map<string, Service[]>();
  for (const service of services) {
    const base = service.endoscopicBase?.code;
    if (base !== undefined) groups.set(base, [...(groups.get(base) ?? []), service]);
  }
  const grouped = new Set<Service>();
  const ranked: Ranked[] = [];
  for (const [base, members] of groups) {
    const bases = services.filter(({ row }) => row.code === base);
    const counted = members.reduce((total, { count }) => total + count, 0);
    if (counted + bases.length < 2) continue;
    reduceFamily(base, members, bases);
    const all = [...members, ...bases];
    for (const each of all) grouped.add(each);
    ranked.push({ services: all, worth: sum(all.map(({ amount }) => amount)), family: base });
  }
  for (const service of services) if (!grouped.has(service)) ranked.push({ services: [service], worth: service.each, family: undefined });
  return ranked;
}

/** Within a family the dearest endoscopy is paid in full, each other less the base endoscopy; the base itself is part of the others. */
function reduceFamily(base: string, members: readonly Service[], bases: readonly Service[]): void {
  dearestFirst(members).forEach((service, place) => {
    const fee = service.endoscopicBase?.fee ?? exact(0);
    const less = service.each.gt(fee) ? service.each.minus(fee) : exact(0);
    const full = place === 0 ? service.each : less;
    if (place > 0 || service.count > 1)
      adjust(service, full.plus(less.times(service.count - 1)), `endoscopy family of ${base}: less the base endoscopy's ${fee.toFixed(2)}`);
  });
  for (const service of bases) adjust(service, exact(0), `endoscopy family of ${base}: the base endoscopy is part of the others`);
}

/**
 * Therapy: the unit with the highest practice expense in full, of every other one half of the practice expense is
 * taken off (42 CFR 414.65; since 2013-04-01, a fifth in offices before).
 */
function reduceTherapy(services: readonly Service[], on: Day): void {
  const units = services.reduce((total, { count }) => total + count, 0);
  if (units <= 1) return;
  const kept = on >= '2013-04-01' ? HALF : exact('0.8');
  dearestFirst(services, ({ fee }) => fee.practiceExpense).forEach((service, place) => {
    const { fee, count } = service;
    const reduced = toCents(fee.rest.plus(fee.practiceExpense.times(kept)));
    const first = place === 0 ? fee.fee : reduced;
    if (place > 0 || count > 1)
      adjust(
        service,
        first.plus(reduced.times(count - 1)),
        `therapy: ${place === 0 ? 'units after the first' : 'each unit'} with ${kept.times(100).toFixed()} % of the practice expense`,
      );
  });
}

interface Shares {
  readonly professional?: Exact;
  readonly technical: Exact;
}

/** Professional part: 75 % from 2012, 95 % from 2017 (MLN MM9647); technical part: half. */
function imagingShares(on: Day): Shares {
  const technical = HALF;
  if (on >= '2017-01-01') return { professional: exact('0.95'), technical };
  return on >= '2012-01-01' ? { professional: exact('0.75'), technical } : { technical };
}

/** Tests in two parts: the dearest of each part in full, every other at its share. The reduction goes before the imaging cap. */
function reduceParts(services: readonly Service[], shares: Shares, what: string): void {
  const total = services.reduce((sum, { count }) => sum + count, 0);
  if (total <= 1) return;
  const firstProfessional = dearestFirst(services, professionalOf)[0];
  const firstTechnical = dearestFirst(services, technicalOf)[0];
  for (const service of services) {
    const { technical, professional } = service.parts;
    const whole = { professional: professional?.fee ?? exact(0), technical: technical?.fee ?? exact(0) };
    const reduced = {
      professional: shares.professional ? toCents(whole.professional.times(shares.professional)) : whole.professional,
      technical: technical ? capped(technical.full.times(shares.technical), technical.cap) : exact(0),
    };
    const first = (service === firstProfessional ? whole : reduced).professional.plus(
      (service === firstTechnical ? whole : reduced).technical,
    );
    const later = reduced.professional.plus(reduced.technical);
    const amount = first.plus(later.times(service.count - 1)).times(service.sides);
    const before = whole.professional.plus(whole.technical).times(service.count).times(service.sides);
    // A service reduced in neither part keeps its own fee: the parts' may differ from it by a cent.
    if (!amount.eq(before)) adjust(service, amount, `several ${what} on one day: ${said(shares, service)}`);
  }
}

function professionalOf({ parts }: Service): Exact {
  return parts.professional?.fee ?? exact(0);
}

function technicalOf({ parts }: Service): Exact {
  return parts.technical?.fee ?? exact(0);
}

function capped(amount: Exact, cap: Exact | undefined): Exact {
  const cents = toCents(amount);
  return cap ? lesser(cents, cap) : cents;
}

function said({ professional, technical }: Shares, { parts }: Service): string {
  const says = [];
  if (parts.technical) says.push(`technical part at ${technical.times(100).toFixed()} %`);
  if (parts.professional && professional) says.push(`professional part at ${professional.times(100).toFixed()} %`);
  return says.join(', ');
}

import type { Claim, Line } from '@cleanclaim/core';
import { SYSTEM } from './systems.ts';
import { concept, type JsonObject, listed, money, present } from './write-parts.ts';

/** One line; `team` is the place in the care team of who rendered it. */
export function itemOf(
  line: Line,
  at: number,
  { type, r5, team }: { type: Claim['type']; r5: boolean; team: number | undefined },
): JsonObject {
  const timed = line.minutes !== undefined;
  const unit = timed
    ? { unit: 'min', system: SYSTEM.units, code: 'min' }
    : line.unit === 'days'
      ? { unit: 'd', system: SYSTEM.units, code: 'd' }
      : {};
  const amount = line.minutes ?? line.units;
  const tooth = line.tooth === undefined ? undefined : concept(SYSTEM.tooth, line.tooth);
  const surfaces = [...(line.surfaces ?? '')].map((letter) => concept(SYSTEM.surface, letter));
  return present({
    sequence: at + 1,
    careTeamSequence: team === undefined ? undefined : [team],
    diagnosisSequence: listed((line.pointers ?? []).map(pointerNumber).filter((pointer) => pointer !== undefined)),
    revenue: line.revenue === undefined ? undefined : concept(SYSTEM.revenue, line.revenue),
    productOrService: serviceOf(line, type, r5),
    modifier: listed((line.modifiers ?? []).map((modifier) => concept(/^\d{2}$/.test(modifier) ? SYSTEM.cpt : SYSTEM.hcpcs, modifier))),
    ...(line.from !== undefined && line.to === undefined
      ? { servicedDate: line.from }
      : { servicedPeriod: line.to === undefined ? undefined : present({ start: line.from, end: line.to }) }),
    locationCodeableConcept: line.pos === undefined ? undefined : concept(SYSTEM.placeOfService, line.pos),
    quantity: amount === undefined ? undefined : { value: amount, ...unit },
    net: money(line.charge),
    ...(r5
      ? {
          bodySite:
            tooth || surfaces.length > 0 ? [present({ site: [tooth ? { concept: tooth } : {}], subSite: listed(surfaces) })] : undefined,
        }
      : { bodySite: tooth, subSite: listed(surfaces) }),
    detail: line.ndc?.code === undefined ? undefined : [drug(line.ndc)],
  });
}

/** R4 wants a service on every item; a line with a revenue code alone says that it has none. */
function serviceOf({ code, description }: Line, type: Claim['type'], r5: boolean): JsonObject | undefined {
  const text = description === undefined ? {} : { text: description };
  if (code !== undefined) return { coding: [{ system: procedureSystem(code, type), code }], ...text };
  return r5 ? (description === undefined ? undefined : text) : { coding: [{ system: SYSTEM.absent, code: 'not-applicable' }], ...text };
}

/** A drug beside the service that gave it. */
function drug({ code = '', quantity, unit }: NonNullable<Line['ndc']>): JsonObject {
  const value = typeof quantity === 'string' ? Number(quantity) : quantity;
  return present({
    sequence: 1,
    productOrService: concept(SYSTEM.ndc, code),
    quantity: value === undefined && unit === undefined ? undefined : present({ value: Number.isFinite(value) ? value : undefined, unit }),
  });
}

/** HCPCS Level II begins with a letter, CDT with a D on dental claims, CPT with a digit. */
function procedureSystem(code: string, type: Claim['type']): string {
  if (type === 'dental' && /^D\d{4}$/i.test(code)) return SYSTEM.cdt;
  return /^[A-Z]/i.test(code) ? SYSTEM.hcpcs : SYSTEM.cpt;
}

function pointerNumber(pointer: number | string): number | undefined {
  const number =
    typeof pointer === 'string' && /^\s*[A-L]\s*$/i.test(pointer) ? pointer.trim().toUpperCase().charCodeAt(0) - 64 : Number(pointer);
  return Number.isInteger(number) ? number : undefined;
}

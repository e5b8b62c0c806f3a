import type { Claim } from '@cleanclaim/core';
import { ACCIDENT_CODES, DATA_ABSENT, NAMED_FACTS, STAY_FACTS, SYSTEM } from './systems.ts';
import { concept, decimal, type JsonObject, present } from './write-parts.ts';

/** The stay, codes of the NUBC, the day of onset, and facts under our own names. */
export function supportingInfoOf(claim: Claim): JsonObject[] {
  const facts: JsonObject[] = [];
  const add = (category: JsonObject, fact: JsonObject): void => void facts.push({ sequence: facts.length + 1, category, ...fact });
  const info = concept(SYSTEM.information, 'info');
  if (claim.admission !== undefined || claim.discharge !== undefined)
    add(concept(SYSTEM.c4bbInformation, 'admissionperiod'), { timingPeriod: present({ start: claim.admission, end: claim.discharge }) });
  for (const [field, [category, system]] of Object.entries(STAY_FACTS)) {
    const code = claim[field as keyof typeof STAY_FACTS];
    if (code !== undefined) add(concept(SYSTEM.c4bbInformation, category), { code: concept(system, code) });
  }
  if (claim.medicalRecord !== undefined) add(concept(SYSTEM.c4bbInformation, 'medicalrecordnumber'), { valueString: claim.medicalRecord });
  if (claim.onset !== undefined) add(concept(SYSTEM.information, 'onset'), { timingDate: claim.onset });
  for (const code of claim.conditionCodes ?? []) add(info, { code: concept(SYSTEM.condition, code) });
  for (const { code = '', on, from, to } of claim.occurrences ?? []) {
    const span = from !== undefined || to !== undefined;
    const timing = span ? { timingPeriod: present({ start: from, end: to }) } : present({ timingDate: on });
    add(info, { code: concept(span ? SYSTEM.span : SYSTEM.occurrence, code), ...timing });
  }
  for (const { code = '', amount } of claim.values ?? []) {
    const value = decimal(amount);
    add(info, present({ code: concept(SYSTEM.value, code), valueQuantity: value === undefined ? undefined : { value } }));
  }
  for (const name of NAMED_FACTS) {
    const value = textAt(claim, name);
    if (value !== undefined) add({ text: name }, { valueString: value });
  }
  return facts;
}

export function accidentOf({ accident }: Claim): JsonObject | undefined {
  if (!accident) return undefined;
  const code = ACCIDENT_CODES[accident.kind ?? ''];
  return present({
    date: accident.on,
    // FHIR wants a day; the claim does not know it.
    _date: accident.on === undefined ? { extension: [{ url: DATA_ABSENT, valueCode: 'unknown' }] } : undefined,
    type: code !== undefined ? concept(SYSTEM.accident, code) : accident.kind === undefined ? undefined : { text: accident.kind },
    locationAddress: accident.state === undefined ? undefined : { state: accident.state },
  });
}

/** The text at a place of the claim such as `declared.release`. */
function textAt(claim: Claim, place: string): string | undefined {
  let at: unknown = claim;
  for (const step of place.split('.'))
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined;
  return typeof at === 'string' && at !== '' ? at : undefined;
}

import { formatMoney, parseMoney } from '@cleanclaim/core';

/** Small parts that several resources share. */

export type Json = string | number | boolean | null | JsonObject | readonly Json[];
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Without fields that have nothing. FHIR knows no empty objects. */
export function present(fields: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined && !isEmpty(entry[1])),
  );
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** A list, or nothing when it is empty: FHIR knows no empty lists. */
export function listed<Entry extends Json>(list: readonly Entry[]): readonly Entry[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** HumanName of a name of the claim: parts, or text alone. */
export function personName(name: unknown): readonly JsonObject[] | undefined {
  if (typeof name === 'string') return [{ text: name }];
  const parts = textsOf(name);
  const given = [parts['first'], parts['middle']].filter((part) => part !== undefined);
  const written = present({
    family: parts['last'],
    given: listed(given),
    suffix: parts['suffix'] === undefined ? undefined : [parts['suffix']],
  });
  return Object.keys(written).length === 0 ? undefined : [written];
}

export function addressOf(address: unknown): readonly JsonObject[] | undefined {
  if (typeof address !== 'object' || address === null) return undefined;
  const lines =
    'lines' in address && Array.isArray(address.lines)
      ? address.lines.filter((line): line is string => typeof line === 'string' && line !== '')
      : [];
  const { city, state, zip, country } = textsOf(address);
  const written = present({ line: listed(lines), city, state, postalCode: zip, country });
  return Object.keys(written).length === 0 ? undefined : [written];
}

export function telecomOf(phone: string | undefined): readonly JsonObject[] | undefined {
  return phone === undefined ? undefined : [{ system: 'phone', value: phone }];
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(typeof value === 'object' && value !== null ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

/** A CodeableConcept of one code. */
export function concept(system: string, code: string): JsonObject {
  return { coding: [{ system, code }] };
}

/** Money in dollars. */
export function money(text: string | undefined): JsonObject | undefined {
  const value = decimal(text);
  return value === undefined ? undefined : { value, currency: 'USD' };
}

/** At most 15 digits, which a JSON number carries exactly. */
export function decimal(text: string | undefined): number | undefined {
  const amount = text === undefined ? undefined : parseMoney(text);
  return amount === undefined ? undefined : Number(formatMoney(amount));
}

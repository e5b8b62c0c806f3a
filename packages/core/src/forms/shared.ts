import { addMoney, formatMoney, type Money, parseMoney, ZERO_MONEY } from '../money.ts';
import type { Troubles } from './page-filler.ts';
import { type AddressParts, dollarsAndCents, type NameParts, phoneDigits, providerText, withoutPunctuation } from './form-text.ts';
import type { Claim, Line, Relation } from '../claim/model.ts';

/** Whom the cover belongs to, with the path of the part of the claim that says it. */
export interface Insured {
  readonly relation: Relation;
  readonly name: unknown;
  readonly address: unknown;
  readonly birthDate: string | undefined;
  readonly sex: string | undefined;
  readonly phone: string | undefined;
  readonly memberId: string | undefined;
  readonly path: '/subscriber' | '/patient';
  readonly memberPath: string;
}

/** The subscriber, who is the patient where the claim names no other. */
export function insuredOf({ subscriber, patient }: Claim): Insured {
  const relation = subscriber?.relation ?? 'self';
  const own = relation === 'self';
  const who = own ? { ...patient, ...defined(subscriber) } : subscriber;
  return {
    relation,
    name: who?.name,
    address: who?.address,
    birthDate: who?.birthDate,
    sex: who?.sex,
    phone: who?.phone,
    memberId: subscriber?.memberId ?? patient?.memberId,
    path: own ? '/patient' : '/subscriber',
    memberPath: subscriber?.memberId === undefined ? '/patient/memberId' : '/subscriber/memberId',
  };
}

function defined<Type extends object>(value: Type | undefined): Partial<Type> {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, inside]) => inside !== undefined)) as Partial<Type>;
}

/** A drug as both forms write it: qualifier N4, eleven digits, `gap`, the unit, the quantity. Empty without one. */
export function ndcText({ ndc }: Line, gap: string): string {
  if (ndc?.code === undefined) return '';
  const amount = ndc.quantity === undefined ? '' : `${gap}${ndc.unit ?? 'UN'}${ndc.quantity}`;
  return `N4${ndc.code.replaceAll('-', '')}${amount}`;
}

/** Nine digits with the hyphen; anything else as it is. */
export function zipText(zip: string): string {
  return /^\d{9}$/.test(zip) ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip;
}

/** `(555) 555-0100` as `555 5550100`; undefined for what is no number of ten digits. */
export function phoneText(phone: string): string | undefined {
  const digits = phoneDigits(phone);
  return digits && `${digits.slice(0, 3)} ${digits.slice(3)}`;
}

/** An amount of the claim as dollars, a space, cents. */
export function moneyText(text: string): string | undefined {
  const amount = parseMoney(text);
  return amount === undefined ? undefined : dollarsAndCents(amount);
}

/** The name of a place or an organization. */
export function siteName(name: NameParts): string {
  return name.first === '' ? withoutPunctuation(name.last) : providerText(name);
}

/** City, state and ZIP in one line. */
export function cityLine({ city, state, zip }: AddressParts): string {
  return [withoutPunctuation(city), state, zipText(zip)].filter((each) => each !== '').join(' ');
}

/** The pages' totals are worked out from their lines; a total of the claim that is another would be lost. */
export function expectTotal(claim: Claim, box: string, troubles: Troubles): void {
  const told = claim.total === undefined ? undefined : parseMoney(claim.total);
  if (claim.total === undefined) return;
  let sum: Money = ZERO_MONEY;
  for (const { charge } of claim.lines) sum = addMoney(sum, (charge === undefined ? undefined : parseMoney(charge)) ?? ZERO_MONEY);
  if (told !== sum)
    troubles.add({
      kind: 'unreadable',
      box,
      path: '/total',
      message: `Box ${box} is the sum of the lines, ${formatMoney(sum)}; the claim's total is another.`,
      fix: 'Make the total the sum of the line charges.',
    });
}

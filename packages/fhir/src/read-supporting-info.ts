import { CleanclaimError } from '@cleanclaim/core';
import { codingsOf, type Cursor, take } from './cursor.ts';
import type { OpenClaim } from './open-claim.ts';
import { dayOf } from './read-parts.ts';
import { NAMED_FACTS, STAY_FACTS, SYSTEM } from './systems.ts';

/** `supportingInfo`: the stay, the codes of the NUBC, the day of onset, and facts under our own names. What has another category stays unread. */
export function readSupportingInfo(at: Cursor, claim: OpenClaim): void {
  for (const each of at.list('supportingInfo')) {
    each.use('sequence');
    const category = each.get('category');
    const categories = codingsOf(category);
    const word = category?.get('text');
    const read =
      readStay(
        each,
        categories.map(({ code }) => code),
        claim,
      ) ||
      readNubc(each, claim) ||
      (categories.length === 0 && readNamed(each, word?.value, claim));
    if (!read) continue;
    for (const coding of categories) take(coding);
    category?.use('text');
  }
  // R5 has a list of its own for dated events.
  for (const event of at.list('event')) {
    const onset = codingsOf(event.get('type')).find(({ code }) => code === 'onset');
    const when = event.get('whenDateTime');
    if (!onset || !when || claim.onset !== undefined) continue;
    take(onset);
    claim.onset = dayOf(when) ?? '';
  }
}

function readStay(each: Cursor, categories: readonly string[], claim: OpenClaim): boolean {
  // A second entry of what a claim has once stays unread and is told.
  if (categories.includes('admissionperiod')) {
    if (claim.admission !== undefined || claim.discharge !== undefined) return false;
    const period = each.get('timingPeriod');
    const start = period?.get('start');
    const end = period?.get('end');
    if (start) claim.admission = dayOf(start) ?? '';
    if (end) claim.discharge = dayOf(end) ?? '';
    return true;
  }
  if (categories.includes('onset') && claim.onset === undefined) {
    const date = each.get('timingDate');
    if (date) claim.onset = dayOf(date) ?? '';
    return date !== undefined;
  }
  if (categories.includes('medicalrecordnumber') && claim.medicalRecord === undefined) {
    const number = each.text('valueString');
    if (number !== undefined) claim.medicalRecord = number;
    return number !== undefined;
  }
  for (const [field, [code, system]] of Object.entries(STAY_FACTS)) {
    const value =
      categories.includes(code) && claim[field as keyof typeof STAY_FACTS] === undefined
        ? codingsOf(each.get('code')).find((coding) => coding.system === system || coding.system === '')
        : undefined;
    if (!value) continue;
    claim[field as keyof typeof STAY_FACTS] = take(value);
    return true;
  }
  if (categories.includes('typeofbill') && claim.billType === undefined) {
    const [bill] = codingsOf(each.get('code'));
    if (bill) claim.billType = take(bill);
    return bill !== undefined;
  }
  return false;
}

function readNubc(each: Cursor, claim: OpenClaim): boolean {
  for (const coding of codingsOf(each.get('code'))) {
    switch (coding.system) {
      case SYSTEM.condition:
        claim.conditionCodes = [...(claim.conditionCodes ?? []), take(coding)];
        return true;
      case SYSTEM.occurrence: {
        const date = each.get('timingDate');
        claim.occurrences = [...(claim.occurrences ?? []), { code: take(coding), ...(date ? { on: dayOf(date) ?? '' } : {}) }];
        return true;
      }
      case SYSTEM.span: {
        const start = each.get('timingPeriod')?.get('start');
        const end = each.get('timingPeriod')?.get('end');
        claim.occurrences = [
          ...(claim.occurrences ?? []),
          { code: take(coding), ...(start ? { from: dayOf(start) ?? '' } : {}), ...(end ? { to: dayOf(end) ?? '' } : {}) },
        ];
        return true;
      }
      case SYSTEM.value: {
        const amount = each.money('valueQuantity');
        claim.values = [...(claim.values ?? []), { code: take(coding), ...(amount === undefined ? {} : { amount }) }];
        return true;
      }
    }
  }
  return false;
}

/** Facts that only our own writer puts here, under their places in the claim. */
function readNamed(each: Cursor, word: unknown, claim: OpenClaim): boolean {
  const name = NAMED_FACTS.find((known) => known === word);
  if (name === undefined || factAt(claim, name) !== undefined) return false;
  const value = each.text('valueString');
  if (value === undefined) throw new CleanclaimError('claim/missing-field', `The element ${each.path} has no valueString.`, each.path);
  // The claim's own reader judges the word.
  const [field, part] = name.split('.') as [keyof OpenClaim, string | undefined];
  const before = claim[field];
  Object.assign(claim, { [field]: part === undefined ? value : { ...(typeof before === 'object' ? before : {}), [part]: value } });
  return true;
}

function factAt(claim: OpenClaim, name: string): unknown {
  const [field, part] = name.split('.') as [keyof OpenClaim, string | undefined];
  const value = claim[field];
  return part === undefined || typeof value !== 'object' ? value : (value as unknown as Readonly<Record<string, unknown>>)[part];
}

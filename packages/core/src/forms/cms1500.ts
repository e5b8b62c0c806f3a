import type { Claim, Line, OtherPayer, Provider } from '../claim/model.ts';
import { type Day, isDay } from '../day.ts';
import { withoutDot } from '../icd10cm/code-key.ts';
import { addMoney, formatMoney, type Money, parseMoney, ZERO_MONEY } from '../money.ts';
import { fillDays } from './cms1500-days.ts';
import { CMS1500_LINES_A_PAGE, CMS1500_PLACES } from './cms1500-places.ts';
import type { FilledForm, FormPage } from './form.ts';
import {
  addressParts,
  longDate,
  nameParts,
  personText,
  pointerLetter,
  providerText,
  relationBox,
  shortDate,
  withoutPunctuation,
} from './form-text.ts';
import { PageFiller, placesByBox, Troubles } from './page-filler.ts';
import { cityLine, expectTotal, insuredOf, moneyText, ndcText, phoneText, siteName, zipText } from './shared.ts';

const PLACES = placesByBox(CMS1500_PLACES);
const ON_FILE = 'SIGNATURE ON FILE';
/** From this day of service on the diagnoses are ICD-10-CM (45 CFR 162.1002(c)); box 21 says which it is. */
const ICD10_FROM = '2015-10-01';
const MOST_DIAGNOSES = 12;
const MOST_POINTERS = 4;
const MOST_MODIFIERS = 4;

/** Box 1 by the kind of payer; whoever has no word of its own is "other", or a group plan where the claim names the group. */
const PLAN_BOXES: Readonly<Record<string, string>> = { medicare: '1:medicare', medicaid: '1:medicaid', tricare: '1:tricare', va: '1:va' };

/**
 * A professional claim on CMS-1500 (02/12), six lines a page. Each page stands alone: it repeats who, what and why, and
 * its total is that of its own lines (Medicare Claims Processing Manual chapter 26, section 10; NUCC 1500 manual).
 * `on` is the day the form is made, for the date beside the provider's signature.
 */
export function fillCms1500(claim: Claim, on?: Day): FilledForm {
  const troubles = new Troubles();
  const pages: FormPage[] = [];
  const count = Math.max(1, Math.ceil(claim.lines.length / CMS1500_LINES_A_PAGE));
  for (let page = 1; page <= count; page++) {
    const filler = new PageFiller(PLACES, troubles);
    fillPayer(filler, claim);
    fillPatient(filler, claim);
    fillInsured(filler, claim);
    fillSituation(filler, claim);
    fillDiagnoses(filler, claim);
    fillLines(filler, claim, page);
    fillProviders(filler, claim, on);
    pages.push({ page, boxes: filler.boxes });
  }
  expectTotal(claim, '28', troubles);
  return { form: 'cms-1500', claim: claim.id ?? null, pages, troubles: troubles.list };
}

function fillPayer(filler: PageFiller, { payer, subscriber }: Claim): void {
  filler.put('payer.1', payer?.name === undefined ? undefined : withoutPunctuation(payer.name), '/payer/name');
  const address = addressParts(payer?.address);
  if (address) {
    filler.put('payer.2', withoutPunctuation(address.lines[0] ?? ''), '/payer/address');
    filler.put('payer.3', withoutPunctuation(address.lines.slice(1).join(' ')), '/payer/address');
    filler.put('payer.4', cityLine(address), '/payer/address');
  }
  const kind = payer?.kind ?? '';
  if (kind !== '') filler.cross(PLAN_BOXES[kind] ?? (subscriber?.group === undefined ? '1:other' : '1:group'), '/payer/kind');
  filler.needs('1', kind, '/payer/kind', 'kind of payer');
}

function fillPatient(filler: PageFiller, { patient }: Claim): void {
  const name = nameParts(patient?.name);
  filler.put('2', name && personText(name), '/patient/name');
  filler.needs('2', name, '/patient/name', 'name of the patient');
  filler.putRead('3', patient?.birthDate, longDate, '/patient/birthDate', 'a day');
  filler.needs('3', patient?.birthDate, '/patient/birthDate', 'date of birth');
  if (patient?.sex === 'male' || patient?.sex === 'female') filler.cross(`3:${patient.sex}`, '/patient/sex');
  putAddress(filler, '5', patient?.address, '/patient/address');
  filler.needs('5', addressParts(patient?.address), '/patient/address', 'address of the patient');
  filler.putRead('5.phone', patient?.phone, phoneText, '/patient/phone', 'a telephone number of ten digits');
}

/**
 * Boxes 1a, 4, 6, 7, 9 and 11. Medicare asks for them in its own way: 4, 7 and 11 are about whoever pays before
 * Medicare, and 11 says NONE when nobody does (Medicare Claims Processing Manual chapter 26, items 4, 7 and 11).
 */
function fillInsured(filler: PageFiller, claim: Claim): void {
  const insured = insuredOf(claim);
  const medicare = claim.payer?.kind === 'medicare';
  filler.put('1a', insured.memberId, insured.memberPath);
  filler.needs('1a', insured.memberId, '/patient/memberId', 'number of the insured');
  filler.cross(`6:${relationBox(insured.relation)}`, claim.subscriber?.relation === undefined ? '' : '/subscriber/relation');
  const before = medicare ? payerBefore(claim) : undefined;
  if (medicare && !before) {
    filler.put('11', 'NONE', '/payer/kind');
    return;
  }
  if (before) {
    const { subscriber } = before.other;
    const path = `/otherPayers/${before.at}/subscriber`;
    const same = subscriber?.relation === undefined || subscriber.relation === 'self';
    const name = nameParts(subscriber?.name);
    filler.put('4', same ? 'SAME' : name && personText(name), `${path}/name`);
    filler.put('11', subscriber?.group ?? subscriber?.memberId, `${path}/group`);
    putBirth(filler, subscriber?.birthDate, subscriber?.sex, path);
    filler.put('11c', plainName(before.other.payer?.name), `/otherPayers/${before.at}/payer/name`);
    return;
  }
  const name = nameParts(insured.name);
  filler.put('4', name && personText(name), `${insured.path}/name`);
  filler.needs('4', name, `${insured.path}/name`, 'name of the insured');
  putAddress(filler, '7', insured.address, `${insured.path}/address`);
  filler.putRead('7.phone', insured.phone, phoneText, `${insured.path}/phone`, 'a telephone number of ten digits');
  filler.put('11', claim.subscriber?.group, '/subscriber/group');
  putBirth(filler, insured.birthDate, insured.sex, insured.path);
  filler.put(
    '11c',
    plainName(claim.subscriber?.groupName ?? claim.payer?.name),
    claim.subscriber?.groupName === undefined ? '/payer/name' : '/subscriber/groupName',
  );
  fillOtherPlan(filler, claim);
}

function fillOtherPlan(filler: PageFiller, { otherPayers }: Claim): void {
  const [other, ...more] = otherPayers ?? [];
  filler.cross(other ? '11d:yes' : '11d:no', other ? '/otherPayers' : '');
  if (!other) return;
  const name = nameParts(other.subscriber?.name);
  filler.put('9', name && personText(name), '/otherPayers/0/subscriber/name');
  filler.put('9a', other.subscriber?.group ?? other.subscriber?.memberId, '/otherPayers/0/subscriber');
  filler.put('9d', plainName(other.payer?.name), '/otherPayers/0/payer/name');
  if (more.length > 0)
    filler.trouble(
      'left-out',
      '9',
      '/otherPayers',
      'The form shows one other payer; the claim has more.',
      'Send the claim electronically, or bill the others on forms of their own.',
    );
}

/** The payer that pays before this one, with its place. */
function payerBefore({ otherPayers, payer }: Claim): { readonly other: OtherPayer; readonly at: number } | undefined {
  const order = payer?.order ?? 1;
  const at = (otherPayers ?? []).findIndex((each) => (each.payer?.order ?? Number.POSITIVE_INFINITY) < order || each.paid !== undefined);
  const other = otherPayers?.[at];
  return other && { other, at };
}

function putBirth(filler: PageFiller, birthDate: string | undefined, sex: string | undefined, path: string): void {
  filler.putRead('11a', birthDate, longDate, `${path}/birthDate`, 'a day');
  if (sex === 'male' || sex === 'female') filler.cross(`11a:${sex}`, `${path}/sex`);
}

/** Boxes 10 and 12 to 23 without the diagnoses. */
function fillSituation(filler: PageFiller, claim: Claim): void {
  const { accident, declared } = claim;
  for (const [box, kind] of [
    ['10a', 'employment'],
    ['10b', 'auto'],
    ['10c', 'other'],
  ] as const)
    filler.cross(`${box}:${accident?.kind === kind ? 'yes' : 'no'}`, accident?.kind === kind ? '/accident/kind' : '');
  if (accident?.kind !== undefined && !['employment', 'auto', 'other'].includes(accident.kind))
    filler.trouble(
      'unreadable',
      '10',
      '/accident/kind',
      'Box 10 knows accidents at work, with a car, and others; the claim has another word.',
      'Use employment, auto or other.',
    );
  if (accident?.kind === 'auto') filler.put('10b.state', accident.state, '/accident/state');
  if (declared?.release !== 'informed') filler.put('12', ON_FILE, '/declared/release');
  if ((declared?.benefits ?? 'yes') === 'yes') filler.put('13', ON_FILE, '/declared/benefits');
  fillDays(filler, claim);
  fillSource(filler, claim);
  filler.putRead('18.from', claim.admission, longDate, '/admission', 'a day');
  filler.putRead('18.to', claim.discharge, longDate, '/discharge', 'a day');
  filler.put('19', claim.note === undefined ? undefined : withoutPunctuation(claim.note), '/note');
  if (claim.frequency !== undefined && claim.frequency !== '1') filler.put('22.code', claim.frequency, '/frequency');
  filler.put('22', claim.originalClaim, '/originalClaim');
  const numbers = [
    ['/priorAuthorization', claim.priorAuthorization],
    ['/referral', claim.referral],
    ['/clia', claim.clia],
  ] as const;
  const given = numbers.filter(([, number]) => number !== undefined && number !== '');
  const [first] = given;
  filler.put('23', first?.[1]?.replaceAll('-', ''), first?.[0] ?? '');
  if (given.length > 1)
    filler.trouble(
      'left-out',
      '23',
      given[1]?.[0] ?? '',
      'Box 23 holds one number; the claim has several.',
      'Print the lines that need each number on a form of their own, or send the claim electronically.',
    );
}

/** Box 17 shows one provider: who referred, else who ordered, else who supervised. */
function fillSource(filler: PageFiller, claim: Claim): void {
  const sources = [
    ['DN', 'referring', claim.referring],
    ['DK', 'ordering', claim.ordering],
    ['DQ', 'supervising', claim.supervising],
  ] as const;
  const given = sources.filter(([, , provider]) => provider !== undefined);
  const [shown, ...others] = given;
  if (!shown) return;
  const [qualifier, field, provider] = shown;
  const name = nameParts(provider?.name);
  filler.put('17.qualifier', qualifier, `/${field}`);
  filler.put('17', name && providerText(name), `/${field}/name`);
  filler.needs('17', name, `/${field}/name`, `name of the ${field} provider`);
  filler.put('17b', provider?.npi, `/${field}/npi`);
  for (const [, other] of others)
    filler.trouble(
      'left-out',
      '17',
      `/${other}`,
      `Box 17 shows the ${field} provider; the ${other} one is left out.`,
      'Bill on forms of their own what was ordered and what was referred, or send the claim electronically.',
    );
}

function fillDiagnoses(filler: PageFiller, claim: Claim): void {
  const diagnoses = claim.diagnoses ?? [];
  filler.needs('21A', diagnoses[0], '/diagnoses', 'diagnosis');
  const first = claim.lines.map(({ from }) => from).find(isDay);
  filler.put('21.ind', first !== undefined && first < ICD10_FROM ? '9' : '0', '');
  diagnoses.slice(0, MOST_DIAGNOSES).forEach(({ code }, at) => {
    filler.put(`21${String.fromCharCode(65 + at)}`, withoutDot(code), `/diagnoses/${at}/code`);
  });
  if (diagnoses.length > MOST_DIAGNOSES)
    filler.trouble(
      'too-many',
      '21',
      `/diagnoses/${MOST_DIAGNOSES}`,
      `Box 21 holds ${MOST_DIAGNOSES} diagnoses; the claim has ${diagnoses.length}.`,
      'Split the claim, so that each form has the diagnoses of its lines.',
    );
}

function fillLines(filler: PageFiller, claim: Claim, page: number): void {
  const first = (page - 1) * CMS1500_LINES_A_PAGE;
  let total: Money = ZERO_MONEY;
  claim.lines.slice(first, first + CMS1500_LINES_A_PAGE).forEach((line, at) => {
    fillLine(filler, claim, line, first + at, at + 1);
    const charge = line.charge === undefined ? undefined : parseMoney(line.charge);
    if (charge !== undefined) total = addMoney(total, charge);
  });
  filler.putRead('28', formatMoney(total), moneyText, '/total', 'an amount in dollars and cents');
  // What the patient paid is told once.
  if (page === 1) filler.putRead('29', claim.patientPaid, moneyText, '/patientPaid', 'an amount in dollars and cents');
}

function fillLine(filler: PageFiller, claim: Claim, line: Line, index: number, row: number): void {
  const path = `/lines/${index}`;
  const box = (name: string): string => `24.${row}${name}`;
  const ndc = ndcText(line, '   ');
  const story = line.description === undefined ? '' : `ZZ${withoutPunctuation(line.description)}`;
  filler.put(box('shaded'), [ndc, story].filter((each) => each !== '').join('   '), ndc === '' ? `${path}/description` : `${path}/ndc`);
  filler.putRead(box('A.from'), line.from, shortDate, `${path}/from`, 'a day');
  filler.needs(box('A.from'), line.from, `${path}/from`, 'date of service');
  filler.putRead(box('A.to'), line.to ?? line.from, shortDate, `${path}/to`, 'a day');
  filler.put(box('B'), line.pos, `${path}/pos`);
  filler.put(box('C'), line.emergency && 'Y', `${path}/emergency`);
  filler.put(box('D'), line.code, `${path}/code`);
  filler.needs(box('D'), line.code, `${path}/code`, 'procedure');
  const modifiers = line.modifiers ?? [];
  if (modifiers.length > MOST_MODIFIERS)
    filler.trouble(
      'too-many',
      box('D'),
      `${path}/modifiers`,
      `Box 24D holds ${MOST_MODIFIERS} modifiers; line ${index + 1} has ${modifiers.length}.`,
      'Use modifier 99 with the others in box 19, or send the claim electronically.',
    );
  else filler.put(box('D.modifiers'), modifiers.join(' '), `${path}/modifiers`);
  fillPointers(filler, line, path, box('E'));
  filler.putRead(box('F'), line.charge, moneyText, `${path}/charge`, 'an amount in dollars and cents');
  filler.needs(box('F'), line.charge, `${path}/charge`, 'charge');
  // Anaesthesia counts minutes here.
  const units = line.minutes ?? line.units;
  filler.put(box('G'), units === undefined ? undefined : String(units), line.minutes === undefined ? `${path}/units` : `${path}/minutes`);
  filler.put(box('H'), (line.epsdt ?? line.familyPlanning) && 'Y', line.epsdt ? `${path}/epsdt` : `${path}/familyPlanning`);
  const own = line.rendering !== undefined;
  const rendering = line.rendering ?? claim.rendering;
  filler.put(box('J'), rendering?.npi, own ? `${path}/rendering/npi` : '/rendering/npi');
  // Medicare asks to leave the shaded part of 24I and 24J empty.
  if (claim.payer?.kind !== 'medicare' && rendering?.taxonomy !== undefined) {
    const taxonomy = own ? `${path}/rendering/taxonomy` : '/rendering/taxonomy';
    filler.put(box('I.shaded'), 'ZZ', taxonomy);
    filler.put(box('J.shaded'), rendering.taxonomy, taxonomy);
  }
}

function fillPointers(filler: PageFiller, line: Line, path: string, box: string): void {
  const pointers = line.pointers ?? [];
  if (pointers.length > MOST_POINTERS) {
    filler.trouble(
      'too-many',
      box,
      `${path}/pointers`,
      `Box 24E holds ${MOST_POINTERS} letters; the line has ${pointers.length} pointers.`,
      'Keep the four that matter most.',
    );
    return;
  }
  const letters = pointers.map(pointerLetter);
  const wrong = letters.indexOf(undefined);
  if (wrong >= 0)
    filler.trouble(
      'unreadable',
      box,
      `${path}/pointers/${wrong}`,
      'Box 24E needs letters A to L; a pointer of the line is none.',
      'Point to diagnoses by number from 1, or by letter.',
    );
  else filler.put(box, letters.join(''), `${path}/pointers`);
  filler.needs(box, letters[0] ?? (wrong >= 0 ? 'wrong' : undefined), `${path}/pointers`, 'pointer to a diagnosis');
}

/** Boxes 25 to 33. */
function fillProviders(filler: PageFiller, claim: Claim, on: Day | undefined): void {
  const { billing, declared, payer } = claim;
  filler.put('25', billing?.taxId?.replaceAll('-', ''), '/billing/taxId');
  filler.needs('25', billing?.taxId, '/billing/taxId', 'tax number of the billing provider');
  if (billing?.taxId !== undefined) filler.cross(billing.taxIdKind === 'ssn' ? '25:ssn' : '25:ein', '/billing/taxId');
  filler.put('26', claim.id, '/id');
  if (declared?.assignment === 'laboratory-only')
    filler.trouble(
      'unprintable',
      '27',
      '/declared/assignment',
      'Box 27 says yes or no; assignment for laboratory services alone cannot be written.',
      'Put the laboratory services on a claim of their own.',
    );
  else filler.cross(declared?.assignment === 'not-accepted' ? '27:no' : '27:yes', '/declared/assignment');
  if (declared?.signature !== 'no') {
    filler.put('31', ON_FILE, '/declared/signature');
    filler.put('31.date', on && longDate(on), '');
  } else filler.needs('31', undefined, '/declared/signature', 'signature of the provider on file: sign by hand');
  const elsewhere = claim.facility !== undefined;
  const place = claim.facility ?? billing;
  putSite(filler, '32', place, elsewhere ? '/facility' : '/billing');
  filler.put('32a', place?.npi, elsewhere ? '/facility/npi' : '/billing/npi');
  putSite(filler, '33', billing, '/billing');
  filler.needs('33.1', billing?.name, '/billing/name', 'name of the billing provider');
  filler.needs('33.2', addressParts(billing?.address), '/billing/address', 'address of the billing provider');
  filler.putRead('33.phone', billing?.phone, phoneText, '/billing/phone', 'a telephone number of ten digits');
  filler.put('33a', billing?.npi, '/billing/npi');
  filler.needs('33a', billing?.npi, '/billing/npi', 'NPI of the billing provider');
  // Medicare takes no second number here.
  if (payer?.kind !== 'medicare' && billing?.taxonomy !== undefined) filler.put('33b', `ZZ${billing.taxonomy}`, '/billing/taxonomy');
}

function putSite(filler: PageFiller, box: '32' | '33', site: Provider | undefined, path: string): void {
  const name = nameParts(site?.name);
  filler.put(`${box}.1`, name && siteName(name), `${path}/name`);
  const address = addressParts(site?.address);
  if (!address) return;
  filler.put(`${box}.2`, withoutPunctuation(address.lines.join(' ')), `${path}/address`);
  filler.put(`${box}.3`, cityLine(address), `${path}/address`);
}

function putAddress(filler: PageFiller, box: '5' | '7', address: unknown, path: string): void {
  const parts = addressParts(address);
  if (!parts) return;
  filler.put(box, withoutPunctuation(parts.lines.join(' ')), path);
  filler.put(`${box}.city`, withoutPunctuation(parts.city), path);
  filler.put(`${box}.state`, parts.state, path);
  filler.put(`${box}.zip`, zipText(parts.zip), path);
}

function plainName(name: string | undefined): string | undefined {
  return name === undefined ? undefined : withoutPunctuation(name);
}

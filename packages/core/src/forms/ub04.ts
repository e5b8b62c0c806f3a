import type { Claim, Declared, Diagnosis, Line, Payer, Provider, Relation, Subscriber } from '../claim/model.ts';
import { type Day, isDay } from '../day.ts';
import { withoutDot } from '../icd10cm/code-key.ts';
import { addMoney, formatMoney, type Money, parseMoney, ZERO_MONEY } from '../money.ts';
import type { FilledForm, FormPage } from './form.ts';
import { addressParts, nameParts, packedDate, packedLongDate, personText, withoutPunctuation } from './form-text.ts';
import { PageFiller, placesByBox, Troubles } from './page-filler.ts';
import { cityLine, expectTotal, insuredOf, moneyText, ndcText, phoneText, siteName, zipText } from './shared.ts';
import { UB04_LINES_A_PAGE, UB04_PLACES } from './ub04-places.ts';

const PLACES = placesByBox(UB04_PLACES);
/** From this day on diagnoses and procedures are ICD-10 (45 CFR 162.1002(c)); form locator 66 says which. */
const ICD10_FROM = '2015-10-01';
const ROWS = ['A', 'B', 'C'] as const;
/** Form locator 59: the patient's relation to the insured, as individual relationship codes. */
const RELATION_CODES: Readonly<Record<Relation, string>> = {
  self: '18',
  spouse: '01',
  child: '19',
  employee: '20',
  unknown: '21',
  'organ-donor': '39',
  'cadaver-donor': '40',
  'life-partner': '53',
  other: 'G8',
};
const BENEFITS = { yes: 'Y', no: 'N', 'not-applicable': 'W' } as const;

/**
 * An institutional claim on UB-04, 22 lines a page. Every page repeats the head and the foot and says page x of y and
 * the day it was made (`on`); line 23 of the last page has revenue code 0001 and the total of all pages
 * (Medicare Claims Processing Manual chapter 25, section 75).
 */
export function fillUb04(claim: Claim, on?: Day): FilledForm {
  const troubles = new Troubles();
  const pages: FormPage[] = [];
  const count = Math.max(1, Math.ceil(claim.lines.length / UB04_LINES_A_PAGE));
  for (let page = 1; page <= count; page++) {
    const filler = new PageFiller(PLACES, troubles);
    fillHead(filler, claim);
    fillStay(filler, claim);
    fillCodes(filler, claim);
    fillLines(filler, claim, page, count, on);
    fillPayers(filler, claim);
    fillDiagnoses(filler, claim);
    fillProcedures(filler, claim);
    fillProviders(filler, claim);
    pages.push({ page, boxes: filler.boxes });
  }
  expectTotal(claim, '47', troubles);
  tellLeftOut(new PageFiller(PLACES, troubles), claim);
  return { form: 'ub-04', claim: claim.id ?? null, pages, troubles: troubles.list };
}

function fillHead(filler: PageFiller, claim: Claim): void {
  const { billing, patient } = claim;
  const name = nameParts(billing?.name);
  filler.put('1.1', name && siteName(name), '/billing/name');
  filler.needs('1', name, '/billing/name', 'name of the billing provider');
  const site = addressParts(billing?.address);
  filler.put('1.2', site && withoutPunctuation(site.lines.join(' ')), '/billing/address');
  filler.put('1.3', site && cityLine(site), '/billing/address');
  filler.putRead('1.4', billing?.phone, phoneText, '/billing/phone', 'a telephone number of ten digits');
  filler.put('3a', claim.id, '/id');
  filler.put('3b', claim.medicalRecord, '/medicalRecord');
  filler.put('4', claim.billType, '/billType');
  filler.needs('4', claim.billType, '/billType', 'type of bill');
  const taxId = billing?.taxId?.replaceAll('-', '');
  filler.put(
    '5',
    taxId !== undefined && /^\d{9}$/.test(taxId) && billing?.taxIdKind !== 'ssn' ? `${taxId.slice(0, 2)}-${taxId.slice(2)}` : taxId,
    '/billing/taxId',
  );
  filler.needs('5', taxId, '/billing/taxId', 'tax number of the billing provider');
  filler.putRead('6.from', claim.statement?.from, packedDate, '/statement/from', 'a day');
  filler.putRead('6.through', claim.statement?.to ?? claim.statement?.from, packedDate, '/statement/to', 'a day');
  filler.needs('6.from', claim.statement?.from, '/statement/from', 'period of the statement');
  const person = nameParts(patient?.name);
  filler.put('8b', person && personText(person), '/patient/name');
  filler.needs('8b', person, '/patient/name', 'name of the patient');
  const home = addressParts(patient?.address);
  filler.needs('9a', home, '/patient/address', 'address of the patient');
  if (!home) return;
  filler.put('9a', withoutPunctuation(home.lines.join(' ')), '/patient/address');
  filler.put('9b', withoutPunctuation(home.city), '/patient/address');
  filler.put('9c', home.state, '/patient/address');
  filler.put('9d', zipText(home.zip), '/patient/address');
  filler.put('9e', home.country, '/patient/address');
}

/** Form locators 10 to 17 and 29. */
function fillStay(filler: PageFiller, claim: Claim): void {
  const { patient } = claim;
  filler.putRead('10', patient?.birthDate, packedLongDate, '/patient/birthDate', 'a day');
  filler.needs('10', patient?.birthDate, '/patient/birthDate', 'date of birth');
  if (patient?.sex !== undefined) filler.put('11', { female: 'F', male: 'M', unknown: 'U' }[patient.sex], '/patient/sex');
  filler.putRead('12', claim.admission, packedDate, '/admission', 'a day');
  filler.putRead('13', claim.admissionTime, hour, '/admissionTime', 'a time such as 1430');
  filler.put('14', claim.admissionType, '/admissionType');
  filler.put('15', claim.admissionSource, '/admissionSource');
  filler.putRead('16', claim.dischargeTime, hour, '/dischargeTime', 'a time such as 1430');
  filler.put('17', claim.dischargeStatus, '/dischargeStatus');
  filler.put('29', claim.accident?.state, '/accident/state');
}

function hour(time: string): string | undefined {
  return /^(?:[01]\d|2[0-3])(?:[0-5]\d)?$/.test(time) ? time.slice(0, 2) : undefined;
}

/** Condition, occurrence, span and value codes, and who is responsible for the bill. */
function fillCodes(filler: PageFiller, claim: Claim): void {
  const conditions = claim.conditionCodes ?? [];
  conditions.slice(0, 11).forEach((code, at) => filler.put(String(18 + at), code, `/conditionCodes/${at}`));
  tooMany(filler, '18', '/conditionCodes', 'condition codes', conditions.length, 11);
  const occurrences = (claim.occurrences ?? []).map((each, at) => ({ ...each, path: `/occurrences/${at}` }));
  const days = occurrences.filter(({ from }) => from === undefined);
  const spans = occurrences.filter(({ from }) => from !== undefined);
  days.slice(0, 8).forEach(({ code, on, path }, at) => {
    const box = `${31 + (at % 4)}${at < 4 ? 'a' : 'b'}`;
    filler.put(box, code, `${path}/code`);
    filler.putRead(`${box}.on`, on, packedDate, `${path}/on`, 'a day');
  });
  tooMany(filler, '31', '/occurrences', 'occurrences', days.length, 8);
  spans.slice(0, 4).forEach(({ code, from, to, path }, at) => {
    const box = `${35 + (at % 2)}${at < 2 ? 'a' : 'b'}`;
    filler.put(box, code, `${path}/code`);
    filler.putRead(`${box}.from`, from, packedDate, `${path}/from`, 'a day');
    filler.putRead(`${box}.through`, to ?? from, packedDate, `${path}/to`, 'a day');
  });
  tooMany(filler, '35', '/occurrences', 'occurrence spans', spans.length, 4);
  const values = claim.values ?? [];
  values.slice(0, 12).forEach(({ code, amount }, at) => {
    // 39a, 40a, 41a before 39b.
    const box = `${39 + (at % 3)}${'abcd'.charAt(Math.floor(at / 3))}`;
    filler.put(box, code, `/values/${at}/code`);
    filler.putRead(`${box}.amount`, amount, moneyText, `/values/${at}/amount`, 'an amount in dollars and cents');
  });
  tooMany(filler, '39', '/values', 'value codes', values.length, 12);
  if (claim.subscriber?.relation === undefined || claim.subscriber.relation === 'self') return;
  const name = nameParts(claim.subscriber.name);
  filler.put('38.1', name && personText(name), '/subscriber/name');
  const address = addressParts(claim.subscriber.address);
  filler.put('38.2', address && withoutPunctuation(address.lines.join(' ')), '/subscriber/address');
  filler.put('38.3', address && cityLine(address), '/subscriber/address');
}

function fillLines(filler: PageFiller, claim: Claim, page: number, pages: number, on: Day | undefined): void {
  const first = (page - 1) * UB04_LINES_A_PAGE;
  claim.lines.slice(first, first + UB04_LINES_A_PAGE).forEach((line, at) => fillLine(filler, line, first + at, at + 1));
  filler.put('43.23.page', String(page), '');
  filler.put('43.23.pages', String(pages), '');
  filler.put('45.23', on && packedDate(on), '');
  if (page < pages) return;
  filler.put('42.23', '0001', '');
  filler.putRead('47.23', formatMoney(sumOf(claim.lines, 'charge')), moneyText, '/total', 'an amount in dollars and cents');
  const notCovered = sumOf(claim.lines, 'nonCovered');
  if (notCovered !== ZERO_MONEY) filler.putRead('48.23', formatMoney(notCovered), moneyText, '/lines', 'an amount in dollars and cents');
}

function sumOf(lines: readonly Line[], field: 'charge' | 'nonCovered'): Money {
  let sum: Money = ZERO_MONEY;
  for (const line of lines) {
    const text = line[field];
    sum = addMoney(sum, (text === undefined ? undefined : parseMoney(text)) ?? ZERO_MONEY);
  }
  return sum;
}

function fillLine(filler: PageFiller, line: Line, index: number, row: number): void {
  const path = `/lines/${index}`;
  filler.put(`42.${row}`, line.revenue, `${path}/revenue`);
  filler.needs(`42.${row}`, line.revenue, `${path}/revenue`, 'revenue code');
  const drug = ndcText(line, '');
  filler.put(
    `43.${row}`,
    drug === '' ? line.description && withoutPunctuation(line.description) : drug,
    drug === '' ? `${path}/description` : `${path}/ndc`,
  );
  filler.put(`44.${row}`, `${line.code ?? ''}${(line.modifiers ?? []).join('')}`, `${path}/code`);
  filler.putRead(`45.${row}`, line.from, packedDate, `${path}/from`, 'a day');
  filler.put(`46.${row}`, line.units === undefined ? undefined : String(line.units), `${path}/units`);
  filler.putRead(`47.${row}`, line.charge, moneyText, `${path}/charge`, 'an amount in dollars and cents');
  filler.needs(`47.${row}`, line.charge, `${path}/charge`, 'charge');
  filler.putRead(`48.${row}`, line.nonCovered, moneyText, `${path}/nonCovered`, 'an amount in dollars and cents');
}

interface Cover {
  readonly payer: Payer | undefined;
  readonly subscriber: Subscriber | undefined;
  readonly declared: Declared | undefined;
  readonly paid: string | undefined;
  readonly path: string;
}

/** Payers in the order they pay: A pays first. The one billed stands where its `order` puts it, first when it has none. */
function coversOf(claim: Claim): { readonly covers: readonly Cover[]; readonly own: Cover } {
  const insured = insuredOf(claim);
  const own: Cover = {
    payer: claim.payer,
    subscriber: {
      ...claim.subscriber,
      name: insured.name,
      relation: insured.relation,
      ...(insured.memberId === undefined ? {} : { memberId: insured.memberId }),
    },
    declared: claim.declared,
    paid: undefined,
    path: '',
  };
  const others = (claim.otherPayers ?? []).map(
    (other, at): Cover => ({
      payer: other.payer,
      subscriber: other.subscriber,
      declared: other.declared,
      paid: other.paid,
      path: `/otherPayers/${at}`,
    }),
  );
  const order = (cover: Cover): number => cover.payer?.order ?? (cover === own ? 1 : 9);
  return { covers: [own, ...others].toSorted((one, other) => order(one) - order(other)), own };
}

function fillPayers(filler: PageFiller, claim: Claim): void {
  const { covers, own } = coversOf(claim);
  tooMany(filler, '50', '/otherPayers', 'payers', covers.length, ROWS.length);
  covers.slice(0, ROWS.length).forEach((cover, at) => {
    const row = ROWS[at] ?? 'A';
    const { payer, subscriber, declared, path } = cover;
    filler.put(`50${row}`, payer?.name === undefined ? undefined : withoutPunctuation(payer.name), `${path}/payer/name`);
    filler.put(`51${row}`, payer?.id, `${path}/payer/id`);
    filler.put(`52${row}`, declared?.release === 'informed' ? 'I' : 'Y', `${path}/declared/release`);
    filler.put(`53${row}`, BENEFITS[declared?.benefits ?? 'yes'], `${path}/declared/benefits`);
    filler.putRead(`54${row}`, cover.paid, moneyText, `${path}/paid`, 'an amount in dollars and cents');
    const insured = nameParts(subscriber?.name);
    filler.put(`58${row}`, insured && personText(insured), cover === own ? '/patient/name' : `${path}/subscriber/name`);
    filler.put(`59${row}`, RELATION_CODES[subscriber?.relation ?? 'self'], `${path}/subscriber/relation`);
    filler.put(`60${row}`, subscriber?.memberId, cover === own ? '/patient/memberId' : `${path}/subscriber/memberId`);
    filler.put(`61${row}`, subscriber?.groupName, `${path}/subscriber/groupName`);
    filler.put(`62${row}`, subscriber?.group, `${path}/subscriber/group`);
    if (cover !== own) return;
    filler.needs(`50${row}`, payer?.name, '/payer/name', 'name of the payer');
    filler.put(
      `63${row}`,
      claim.priorAuthorization ?? claim.referral,
      claim.priorAuthorization === undefined ? '/referral' : '/priorAuthorization',
    );
    filler.put(`64${row}`, claim.originalClaim, '/originalClaim');
  });
  filler.put('56', claim.billing?.npi, '/billing/npi');
  filler.needs('56', claim.billing?.npi, '/billing/npi', 'NPI of the billing provider');
}

function fillDiagnoses(filler: PageFiller, claim: Claim): void {
  const day = claim.discharge ?? claim.statement?.to ?? claim.statement?.from;
  filler.put('66', isDay(day) && day < ICD10_FROM ? '9' : '0', '');
  const all = (claim.diagnoses ?? []).map((each, at) => ({ ...each, at, kind: each.kind ?? (at === 0 ? 'principal' : 'other') }));
  const of = (kind: Diagnosis['kind']): typeof all => all.filter((each) => each.kind === kind);
  const put = (box: string, { code, poa, at }: (typeof all)[number], withPoa: boolean): void => {
    filler.put(box, withoutDot(code), `/diagnoses/${at}/code`);
    if (withPoa) filler.put(`${box}.poa`, poa, `/diagnoses/${at}/poa`);
  };
  const groups: readonly (readonly [kind: Diagnosis['kind'], boxes: readonly string[], poa: boolean])[] = [
    ['principal', ['67'], true],
    ['other', [...'ABCDEFGHIJKLMNOPQ'].map((letter) => `67${letter}`), true],
    ['admitting', ['69'], false],
    ['reason', ['70a', '70b', '70c'], false],
    ['external', ['72a', '72b', '72c'], true],
  ];
  for (const [kind, boxes, poa] of groups) {
    const found = of(kind);
    boxes.forEach((box, at) => {
      const diagnosis = found[at];
      if (diagnosis) put(box, diagnosis, poa);
    });
    tooMany(filler, boxes[0] ?? '', '/diagnoses', `diagnoses of kind ${kind}`, found.length, boxes.length);
  }
  filler.needs('67', of('principal')[0], '/diagnoses', 'principal diagnosis');
  filler.put('71', claim.drg, '/drg');
}

function fillProcedures(filler: PageFiller, { procedures = [] }: Claim): void {
  const boxes = ['74', '74a', '74b', '74c', '74d', '74e'];
  procedures.slice(0, boxes.length).forEach(({ code, on, date }, at) => {
    const box = boxes[at] ?? '74';
    filler.put(box, code, `/procedures/${at}/code`);
    filler.putRead(`${box}.on`, on ?? date, packedDate, `/procedures/${at}/${on === undefined ? 'date' : 'on'}`, 'a day');
  });
  tooMany(filler, '74', '/procedures', 'procedures', procedures.length, boxes.length);
}

function fillProviders(filler: PageFiller, claim: Claim): void {
  putProvider(filler, '76', claim.attending, '/attending');
  filler.needs('76', claim.attending?.npi, '/attending/npi', 'attending provider');
  putProvider(filler, '77', claim.operating, '/operating');
  const others = (
    [
      ['ZZ', '/otherOperating', claim.otherOperating],
      ['82', '/rendering', claim.rendering],
      ['DN', '/referring', claim.referring],
    ] as const
  ).filter(([, , provider]) => provider !== undefined);
  others.slice(0, 2).forEach(([role, path, provider], at) => {
    const box = at === 0 ? '78' : '79';
    filler.put(`${box}.role`, role, path);
    putProvider(filler, box, provider, path);
  });
  tooMany(filler, '78', others[2]?.[1] ?? '', 'other providers', others.length, 2);
  const { billing, note } = claim;
  if (billing?.taxonomy !== undefined) {
    filler.put('81a.qualifier', 'B3', '/billing/taxonomy');
    filler.put('81a', billing.taxonomy, '/billing/taxonomy');
  }
  putRemarks(filler, note);
}

function putProvider(filler: PageFiller, box: string, provider: Provider | undefined, path: string): void {
  const name = nameParts(provider?.name);
  filler.put(box, provider?.npi, `${path}/npi`);
  filler.put(`${box}.last`, name && withoutPunctuation([name.last, name.suffix].join(' ')), `${path}/name`);
  filler.put(`${box}.first`, name && withoutPunctuation(name.first), `${path}/name`);
}

/** Four lines of remarks, broken between words. */
function putRemarks(filler: PageFiller, note: string | undefined): void {
  if (note === undefined) return;
  const words = withoutPunctuation(note).split(' ');
  for (const row of [1, 2, 3, 4]) {
    const width = PLACES.get(`80.${row}`)?.width ?? 0;
    let text = '';
    while (words[0] !== undefined && `${text} ${words[0]}`.trim().length <= width) text = `${text} ${words.shift()}`.trim();
    filler.put(`80.${row}`, text, '/note');
  }
  if (words.length > 0)
    filler.trouble('too-long', '80', '/note', 'The remarks do not fit into the four lines of form locator 80.', 'Shorten them.');
}

/** What the claim says and no form locator can. */
function tellLeftOut(filler: PageFiller, claim: Claim): void {
  const tell = (has: boolean, box: string, path: string, what: string): void => {
    if (has)
      filler.trouble(
        'left-out',
        box,
        path,
        `The form has no place for ${what}.`,
        'Send the claim electronically where the payer needs it.',
      );
  };
  tell(claim.patientPaid !== undefined, '54', '/patientPaid', 'what the patient paid');
  tell(claim.onset !== undefined, '31', '/onset', 'the day of onset, except as an occurrence code');
  tell(claim.accident?.on !== undefined, '31', '/accident/on', 'the day of the accident, except as an occurrence code');
  tell(claim.facility !== undefined, '1', '/facility', 'a place of service other than the billing provider');
  tell(claim.priorAuthorization !== undefined && claim.referral !== undefined, '63', '/referral', 'a referral beside the authorization');
  tell(
    claim.lines.some(({ rendering }) => rendering !== undefined),
    '42',
    '/lines',
    'the provider of a single line',
  );
  tell(
    claim.lines.some(({ from, to }) => to !== undefined && to !== from),
    '45',
    '/lines',
    'the last day of a line; the statement period covers it',
  );
}

function tooMany(filler: PageFiller, box: string, path: string, what: string, count: number, most: number): void {
  if (count > most)
    filler.trouble(
      'too-many',
      box,
      path,
      `The form has room for ${most} ${what}; the claim has ${count}.`,
      'Send the claim electronically.',
    );
}

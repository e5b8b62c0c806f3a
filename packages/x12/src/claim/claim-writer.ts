import { type Claim, CleanclaimError, type Line, parseMoney, formatMoney, type Provider, withoutDot } from '@cleanclaim/core';
import { addHeader, type Moment, SegmentText, withDelimiters } from '../ack/segment-text.ts';

/** Who sends to whom, and what numbers the file bears. */
export interface ClaimEnvelope {
  readonly sender: { readonly id: string; readonly name: string; readonly contact: string; readonly phone: string };
  readonly receiver: { readonly id: string; readonly name: string };
  readonly moment: Moment;
  readonly control: number;
  /** P production, T test. */
  readonly usage: 'P' | 'T';
}

/** Claims in one transaction set: what the guides recommend at most. */
const CLAIMS_A_SET = 5_000;
const VERSIONS = { professional: '005010X222A1', institutional: '005010X223A2' } as const;
type Written = keyof typeof VERSIONS;

/** Payer kind → SBR09, professional and institutional. */
const FILING: Readonly<Record<string, readonly [professional: string, institutional: string]>> = {
  medicare: ['MB', 'MA'],
  medicaid: ['MC', 'MC'],
  tricare: ['CH', 'CH'],
  va: ['VA', 'VA'],
  'workers-compensation': ['WC', 'WC'],
  auto: ['AM', 'AM'],
  commercial: ['CI', 'CI'],
};
const ACCIDENTS: Readonly<Record<string, string>> = { auto: 'AA', employment: 'EM', other: 'OA' };
const SEXES = { female: 'F', male: 'M', unknown: 'U' } as const;
const DIAGNOSIS_LISTS: Readonly<Record<string, string>> = {
  principal: 'ABK',
  admitting: 'ABJ',
  reason: 'APR',
  external: 'ABN',
  other: 'ABF',
};
/** Composites in one HI. */
const PER_HI = 12;

/**
 * Writes claims as 837P or 837I, one interchange a kind, grouped by billing provider, the subscriber being the patient.
 * The claim model has no field for what the signer declares: signature on file, assignment accepted and benefits assigned
 * are written as Y, A, Y. Check the text with `checkX12` before sending: what a claim lacks is missing in the file too.
 * Throws CleanclaimError for a dental claim, which this version does not write.
 */
export function writeClaims(claims: readonly Claim[], envelope: ClaimEnvelope): string {
  const dental = claims.findIndex((claim) => claim.type === 'dental');
  if (dental >= 0) throw new CleanclaimError('input/invalid', 'Dental claims cannot be written as 837 yet.', `/${dental}/type`);
  let control = envelope.control;
  return (['professional', 'institutional'] as const)
    .map((type) => {
      const own = claims.filter((claim) => claim.type === type);
      return own.length === 0 ? '' : writeKind(type, own, { ...envelope, control: control++ });
    })
    .join('');
}

function writeKind(type: Written, claims: readonly Claim[], envelope: ClaimEnvelope): string {
  const out = new SegmentText();
  const { sender, receiver, moment, control, usage } = envelope;
  addHeader(out, { qualifier: 'ZZ', id: sender.id }, { qualifier: 'ZZ', id: receiver.id }, moment, control, usage);
  out.add('GS', 'HC', sender.id.slice(0, 15), receiver.id.slice(0, 15), moment.date, moment.time, '1', 'X', VERSIONS[type]);
  let sets = 0;
  for (let from = 0; from < claims.length; from += CLAIMS_A_SET)
    writeSet(out, type, claims.slice(from, from + CLAIMS_A_SET), envelope, ++sets);
  out.add('GE', String(sets), '1');
  out.add('IEA', '1', String(control).padStart(9, '0'));
  return withDelimiters(out.toString());
}

function writeSet(
  out: SegmentText,
  type: Written,
  claims: readonly Claim[],
  { sender, receiver, moment, control }: ClaimEnvelope,
  number: number,
): void {
  const setControl = String(number).padStart(4, '0');
  out.startSet();
  out.add('ST', '837', setControl, VERSIONS[type]);
  out.add('BHT', '0019', '00', `${control}-${setControl}`, moment.date, moment.time, 'CH');
  out.add('NM1', '41', '2', sender.name, '', '', '', '', '46', sender.id);
  out.add('PER', 'IC', sender.contact, 'TE', sender.phone);
  out.add('NM1', '40', '2', receiver.name, '', '', '', '', '46', receiver.id);
  let level = 0;
  for (const [, own] of byBilling(claims)) {
    const billingLevel = ++level;
    const [first] = own;
    if (!first) continue;
    out.add('HL', String(billingLevel), '', '20', '1');
    writeBilling(out, first.billing ?? {});
    for (const claim of own) {
      out.add('HL', String(++level), String(billingLevel), '22', '0');
      writeSubscriber(out, type, claim);
      writeClaim(out, type, claim);
      claim.lines.forEach((line, at) => writeLine(out, type, claim, line, at + 1));
    }
  }
  out.add('SE', String(out.inSet + 1), setControl);
}

function byBilling(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify(claim.billing ?? {});
    const same = groups.get(key);
    if (same) same.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

function writeBilling(out: SegmentText, billing: Provider): void {
  if (billing.taxonomy !== undefined) out.add('PRV', 'BI', 'PXC', billing.taxonomy);
  writeName(out, '85', billing.name, billing.npi === undefined ? [] : ['XX', billing.npi]);
  writeAddress(out, billing.address);
  if (billing.taxId !== undefined) out.add('REF', 'EI', billing.taxId.replaceAll('-', ''));
}

function writeSubscriber(out: SegmentText, type: Written, { payer, patient }: Claim): void {
  const filing = FILING[payer?.kind ?? '']?.[type === 'professional' ? 0 : 1] ?? 'ZZ';
  out.add('SBR', 'P', '18', '', '', '', '', '', '', filing);
  writeName(out, 'IL', patient?.name, patient?.memberId === undefined ? [] : ['MI', patient.memberId], '1');
  writeAddress(out, patient?.address);
  if (patient?.birthDate !== undefined)
    out.add('DMG', 'D8', compact(patient.birthDate), patient.sex === undefined ? '' : SEXES[patient.sex]);
  out.add('NM1', 'PR', '2', payer?.name ?? '', '', '', '', '', 'PI', payer?.id ?? '');
}

function writeClaim(out: SegmentText, type: Written, claim: Claim): void {
  const institutional = type === 'institutional';
  const frequency = claim.frequency ?? '1';
  const bill = claim.billType?.replace(/^0/, '') ?? '';
  const place = institutional
    ? [bill.slice(0, 2), 'A', claim.frequency ?? (bill.slice(2) || '1')]
    : [claim.lines[0]?.pos ?? '', 'B', frequency];
  const accident = claim.accident?.kind === undefined ? [] : [ACCIDENTS[claim.accident.kind] ?? 'OA', '', '', claim.accident.state ?? ''];
  if (institutional) out.add('CLM', claim.id ?? '', amount(claim.total), '', '', place, '', 'A', 'Y', 'Y');
  else out.add('CLM', claim.id ?? '', amount(claim.total), '', '', place, 'Y', 'A', 'Y', 'Y', '', accident);
  writeDates(out, institutional, claim);
  if (institutional) out.add('CL1', claim.admissionType ?? '', claim.admissionSource ?? '', claim.dischargeStatus ?? '');
  if (claim.referral !== undefined) out.add('REF', '9F', claim.referral);
  if (claim.priorAuthorization !== undefined) out.add('REF', 'G1', claim.priorAuthorization);
  if (claim.originalClaim !== undefined) out.add('REF', 'F8', claim.originalClaim);
  if (!institutional && claim.clia !== undefined) out.add('REF', 'X4', claim.clia);
  writeCodes(out, institutional, claim);
  if (institutional) {
    writeProvider(out, '71', claim.attending, 'AT');
    writeProvider(out, '72', claim.operating);
    writeProvider(out, '82', claim.rendering);
    writeProvider(out, '77', claim.facility);
    writeProvider(out, 'DN', claim.referring);
    return;
  }
  writeProvider(out, 'DN', claim.referring);
  // Rendering provider and facility are only named when they are others than the billing provider.
  if (!isBilling(claim.rendering, claim)) writeProvider(out, '82', claim.rendering, 'PE');
  if (!isBilling(claim.facility, claim)) writeProvider(out, '77', claim.facility);
}

function isBilling(provider: Provider | undefined, { billing }: Claim): boolean {
  return provider?.npi !== undefined && provider.npi === billing?.npi;
}

function writeDates(out: SegmentText, institutional: boolean, claim: Claim): void {
  if (institutional) {
    if (claim.statement?.from !== undefined)
      out.add('DTP', '434', 'RD8', `${compact(claim.statement.from)}-${compact(claim.statement.to ?? claim.statement.from)}`);
    if (claim.admission !== undefined) out.add('DTP', '435', 'D8', compact(claim.admission));
    return;
  }
  const dates: readonly (readonly [kind: string, on: string | undefined])[] = [
    ['431', claim.onset],
    ['439', claim.accident?.on],
    ['435', claim.admission],
    ['096', claim.discharge],
  ];
  for (const [kind, on] of dates) if (on !== undefined) out.add('DTP', kind, 'D8', compact(on));
}

function writeCodes(out: SegmentText, institutional: boolean, claim: Claim): void {
  const diagnoses = claim.diagnoses ?? [];
  if (!institutional) {
    if (diagnoses.length > 0)
      out.add('HI', ...diagnoses.slice(0, PER_HI).map(({ code }, at) => [at === 0 ? 'ABK' : 'ABF', withoutDot(code)]));
    return;
  }
  const kinds = diagnoses.map((each, at) => ({ ...each, kind: each.kind ?? (at === 0 ? 'principal' : 'other') }));
  for (const kind of ['principal', 'admitting', 'reason', 'external', 'other'] as const) {
    const list = DIAGNOSIS_LISTS[kind] ?? 'ABF';
    addInTwelves(
      out,
      kinds
        .filter((each) => each.kind === kind)
        .map(({ code, poa }) => [list, withoutDot(code), ...(poa === undefined ? [] : ['', '', '', '', '', '', poa])]),
    );
    // The DRG stands after the external causes.
    if (kind === 'external' && claim.drg !== undefined) out.add('HI', ['DR', claim.drg]);
  }
  const procedures = (claim.procedures ?? []).map(({ code, on, date }, at) => [
    at === 0 ? 'BBR' : 'BBQ',
    code,
    'D8',
    compact(on ?? date ?? ''),
  ]);
  if (procedures[0]) out.add('HI', procedures[0]);
  addInTwelves(out, procedures.slice(1));
  const occurrences = claim.occurrences ?? [];
  addInTwelves(
    out,
    occurrences
      .filter(({ from }) => from !== undefined)
      .map(({ code = '', from = '', to = from }) => ['BI', code, 'RD8', `${compact(from)}-${compact(to)}`]),
  );
  addInTwelves(
    out,
    occurrences.filter(({ on }) => on !== undefined).map(({ code = '', on = '' }) => ['BH', code, 'D8', compact(on)]),
  );
  addInTwelves(
    out,
    (claim.values ?? []).map(({ code = '', amount: value }) => ['BE', code, '', '', amount(value)]),
  );
  addInTwelves(
    out,
    (claim.conditionCodes ?? []).map((code) => ['BG', code]),
  );
}

function addInTwelves(out: SegmentText, composites: readonly (readonly string[])[]): void {
  for (let at = 0; at < composites.length; at += PER_HI) out.add('HI', ...composites.slice(at, at + PER_HI));
}

function writeLine(out: SegmentText, type: Written, claim: Claim, line: Line, number: number): void {
  out.add('LX', String(number));
  const modifiers = [...(line.modifiers ?? [])].slice(0, 4);
  const service =
    line.code === undefined
      ? []
      : [
          'HC',
          line.code,
          ...modifiers,
          ...(line.description === undefined ? [] : [...Array<string>(4 - modifiers.length).fill(''), line.description]),
        ];
  const units = String(line.units ?? 1);
  if (type === 'institutional') out.add('SV2', line.revenue ?? '', service, amount(line.charge), 'UN', units);
  else {
    const timed = line.minutes !== undefined;
    const place = line.pos === undefined || line.pos === claim.lines[0]?.pos ? '' : line.pos;
    out.add(
      'SV1',
      service,
      amount(line.charge),
      timed ? 'MJ' : 'UN',
      timed ? String(line.minutes) : units,
      place,
      '',
      (line.pointers ?? []).map(pointer),
    );
  }
  if (line.from !== undefined) {
    const to = line.to ?? line.from;
    if (to === line.from) out.add('DTP', '472', 'D8', compact(line.from));
    else out.add('DTP', '472', 'RD8', `${compact(line.from)}-${compact(to)}`);
  }
  out.add('REF', '6R', `${(claim.id ?? '').slice(0, 24)}-${number}`);
  if (line.ndc?.code !== undefined) {
    out.add('LIN', '', 'N4', line.ndc.code.replaceAll('-', ''));
    out.add('CTP', '', '', '', String(line.ndc.quantity ?? ''), [line.ndc.unit ?? '']);
  }
  if (line.rendering !== undefined) writeProvider(out, '82', line.rendering, type === 'professional' ? 'PE' : undefined);
  if (type === 'professional' && number === 1) writeProvider(out, 'DK', claim.ordering);
}

function writeProvider(out: SegmentText, role: string, provider: Provider | undefined, taxonomyRole?: string): void {
  if (!provider) return;
  writeName(out, role, provider.name, provider.npi === undefined ? [] : ['XX', provider.npi], role === '77' ? '2' : '1');
  if (taxonomyRole !== undefined && provider.taxonomy !== undefined) out.add('PRV', taxonomyRole, 'PXC', provider.taxonomy);
  if (role === '77') writeAddress(out, provider.address);
}

/** A name is text for an organization, or `{last, first, middle, suffix}` for a person. */
function writeName(out: SegmentText, role: string, name: unknown, id: readonly string[], expected?: '1' | '2'): void {
  const person = fields(name);
  if (typeof name === 'string' || !('last' in person)) {
    const text = typeof name === 'string' ? name : '';
    const [last = '', first = ''] = expected === '1' && text.includes(',') ? text.split(',').map((part) => part.trim()) : [text];
    out.add('NM1', role, expected ?? '2', last, first, '', '', '', ...id);
    return;
  }
  out.add('NM1', role, '1', word(person['last']), word(person['first']), word(person['middle']), '', word(person['suffix']), ...id);
}

/** `{lines, city, state, zip}`. */
function writeAddress(out: SegmentText, address: unknown): void {
  const parts = fields(address);
  const lines = Array.isArray(parts['lines']) ? parts['lines'].map(word) : [word(parts['line1']), word(parts['line2'])];
  if (lines.some((line) => line !== '')) out.add('N3', lines[0] ?? '', lines[1] ?? '');
  if (word(parts['city']) !== '') out.add('N4', word(parts['city']), word(parts['state']), word(parts['zip']).replaceAll('-', ''));
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A pointer as its place: letters of the paper form count from A. */
function pointer(value: number | string): string {
  return typeof value === 'string' && /^[A-L]$/i.test(value) ? String(value.toUpperCase().charCodeAt(0) - 64) : String(value);
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

/** An amount as X12 writes it: no trailing zeros after the point. */
function amount(text: string | undefined): string {
  const money = text === undefined ? undefined : parseMoney(text);
  return money === undefined
    ? (text ?? '')
    : formatMoney(money)
        .replace(/\.00$/, '')
        .replace(/(\.\d)0$/, '$1');
}

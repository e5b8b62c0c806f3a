import { withoutDot } from '@cleanclaim/core';
import { addHeader, SegmentText } from '../ack/segment-text.ts';
import type { ClaimEnvelope } from '../claim/claim-writer.ts';
import { RELATION_CODES, SEXES } from '../claim/codes.ts';
import { amount, compact, writeName, writePeriod } from '../claim/write-parts.ts';
import type { EligibilityRequest, Request, RequestDependent, RequestPerson, ReviewRequest, StatusRequest } from './model.ts';

interface Kind {
  readonly group: string;
  readonly version: string;
}
const KINDS: Readonly<Record<Request['transaction'], Kind>> = {
  '270': { group: 'HS', version: '005010X279A1' },
  '276': { group: 'HR', version: '005010X212' },
  '278': { group: 'HI', version: '005010X217' },
};

/** One request with its envelope and the number it bears, as the set is written. */
interface Writing<Asked> {
  readonly out: SegmentText;
  readonly asked: Asked;
  readonly envelope: ClaimEnvelope;
  /** The set's own number, which comes back in the answer. */
  readonly reference: string;
}

/** Writes requests as 270, 276 and 278, a set each and an interchange a kind. Check the text with `checkX12` before sending. */
export function writeRequests(requests: readonly Request[], envelope: ClaimEnvelope): string {
  let { control } = envelope;
  return (Object.keys(KINDS) as Request['transaction'][])
    .map((kind) => {
      const own = requests.filter(({ transaction }) => transaction === kind);
      return own.length === 0 ? '' : writeKind(kind, own, { ...envelope, control: control++ });
    })
    .join('');
}

function writeKind(kind: Request['transaction'], requests: readonly Request[], envelope: ClaimEnvelope): string {
  const out = new SegmentText();
  const { sender, receiver, moment, control, usage } = envelope;
  const { group, version } = KINDS[kind];
  addHeader(out, { qualifier: 'ZZ', id: sender.id }, { qualifier: 'ZZ', id: receiver.id }, moment, control, usage);
  out.add('GS', group, sender.id.slice(0, 15), receiver.id.slice(0, 15), moment.date, moment.time, String(control), 'X', version);
  requests.forEach((asked, at) => {
    const set = String(at + 1).padStart(4, '0');
    out.startSet();
    out.add('ST', asked.transaction, set, version);
    const reference = `${control}-${set}`;
    if (asked.transaction === '270') writeEligibility({ out, asked, envelope, reference });
    else if (asked.transaction === '276') writeStatus({ out, asked, envelope, reference });
    else writeReview({ out, asked, envelope, reference });
    out.add('SE', String(out.inSet + 1), set);
  });
  out.add('GE', String(requests.length), String(control));
  out.add('IEA', '1', String(control).padStart(9, '0'));
  return out.toString();
}

function writeEligibility({ out, asked, envelope, reference }: Writing<EligibilityRequest>): void {
  const { moment } = envelope;
  out.add('BHT', '0022', '13', reference, moment.date, moment.time);
  out.add('HL', '1', '', '20', '1');
  writeName(out, 'PR', asked.payer?.name, ['PI', asked.payer?.id ?? ''], '2');
  out.add('HL', '2', '1', '21', '1');
  writeName(out, '1P', asked.provider?.name, ['XX', asked.provider?.npi ?? '']);
  if (asked.provider?.taxonomy !== undefined) out.add('PRV', 'BI', 'PXC', asked.provider.taxonomy);
  out.add('HL', '3', '2', '22', asked.dependent ? '1' : '0');
  writeMember(out, asked.subscriber);
  if (asked.dependent) {
    out.add('HL', '4', '3', '23', '0');
    writeName(out, '03', asked.dependent.name, [], '1');
    writeDemographics(out, asked.dependent);
    out.add('INS', 'N', ELIGIBILITY_RELATIONS[asked.dependent.relation ?? ''] ?? '34');
  } else writeDemographics(out, asked.subscriber);
  if (asked.from !== undefined) writePeriod(out, '291', asked.from, asked.to);
  for (const type of asked.serviceTypes ?? ['30']) out.add('EQ', type);
}

/** The 270 knows spouse, child and other adult. */
const ELIGIBILITY_RELATIONS: Readonly<Record<string, string>> = { spouse: '01', child: '19' };

function writeStatus({ out, asked, envelope, reference }: Writing<StatusRequest>): void {
  const { moment, sender } = envelope;
  const { claim, dependent, subscriber } = asked;
  out.add('BHT', '0010', '13', reference, moment.date, moment.time);
  out.add('HL', '1', '', '20', '1');
  writeName(out, 'PR', asked.payer?.name, ['PI', asked.payer?.id ?? ''], '2');
  out.add('HL', '2', '1', '21', '1');
  out.add('NM1', '41', '2', sender.name, '', '', '', '', '46', sender.id);
  out.add('HL', '3', '2', '19', '1');
  writeName(out, '1P', asked.provider?.name, ['XX', asked.provider?.npi ?? '']);
  out.add('HL', '4', '3', '22', dependent ? '1' : '0');
  if (!dependent) writeDemographics(out, subscriber);
  writeMember(out, subscriber);
  if (dependent) {
    out.add('HL', '5', '4', '23');
    writeDemographics(out, dependent);
    writeName(out, 'QC', dependent.name, [], '1');
  }
  out.add('TRN', '1', asked.trace ?? reference);
  if (claim?.payerControl !== undefined) out.add('REF', '1K', claim.payerControl);
  if (claim?.billType !== undefined) out.add('REF', 'BLT', claim.billType.replace(/^0/, ''));
  if (claim?.id !== undefined) out.add('REF', 'EJ', claim.id);
  if (claim?.charge !== undefined) out.add('AMT', 'T3', amount(claim.charge));
  if (claim?.from !== undefined) writePeriod(out, '472', claim.from, claim.to);
}

const EVENTS = { admission: 'AR', services: 'HS', specialist: 'SC' } as const;
const ACTIONS = { initial: 'I', extend: '4', renew: 'R', cancel: '3', revise: 'S' } as const;

function writeReview({ out, asked, envelope, reference }: Writing<ReviewRequest>): void {
  const { moment } = envelope;
  const { dependent, event = {}, services = [] } = asked;
  let level = 0;
  const open = (kind: string, children: boolean): number => {
    const above = kind === 'SS' ? eventLevel : level;
    out.add('HL', String(++level), above === 0 ? '' : String(above), kind, children ? '1' : '0');
    return level;
  };
  let eventLevel = 0;
  out.add('BHT', '0007', event.action === 'cancel' ? '01' : '13', reference, moment.date, moment.time);
  open('20', true);
  writeName(out, 'X3', asked.payer?.name, ['PI', asked.payer?.id ?? ''], '2');
  open('21', true);
  writeName(out, '1P', asked.provider?.name, ['XX', asked.provider?.npi ?? '']);
  if (asked.provider?.taxonomy !== undefined) out.add('PRV', 'PE', 'PXC', asked.provider.taxonomy);
  open('22', true);
  writeMember(out, asked.subscriber);
  if (!dependent) writeDemographics(out, asked.subscriber);
  if (dependent) {
    open('23', true);
    writeName(out, 'QC', dependent.name, [], '1');
    writeDemographics(out, dependent);
    out.add('INS', 'N', RELATION_CODES.code(dependent.relation) ?? 'G8');
  }
  eventLevel = open('EV', services.length > 0);
  const place = event.place === undefined ? [] : [event.place, 'B'];
  out.add('UM', EVENTS[event.kind ?? 'services'], ACTIONS[event.action ?? 'initial'], event.serviceType ?? '', place);
  if (event.earlier !== undefined) out.add('REF', 'BB', event.earlier);
  if (event.from !== undefined) writePeriod(out, event.kind === 'admission' ? '435' : 'AAH', event.from, event.to);
  const codes = event.diagnoses ?? [];
  if (codes.length > 0) out.add('HI', ...codes.map((code, at) => [at === 0 ? 'ABK' : 'ABF', withoutDot(code)]));
  if (event.note !== undefined) out.add('MSG', event.note);
  if (asked.performing) {
    writeName(out, 'SJ', asked.performing.name, ['XX', asked.performing.npi ?? '']);
    if (asked.performing.taxonomy !== undefined) out.add('PRV', 'PE', 'PXC', asked.performing.taxonomy);
  }
  for (const service of services) {
    open('SS', false);
    if (service.from !== undefined) writePeriod(out, '472', service.from, service.to);
    out.add('SV1', ['HC', service.code ?? '', ...(service.modifiers ?? []).slice(0, 4)], '', 'UN', String(service.units ?? 1));
  }
}

function writeMember(out: SegmentText, person: RequestPerson | undefined): void {
  writeName(out, 'IL', person?.name, person?.memberId === undefined ? [] : ['MI', person.memberId], '1');
}

function writeDemographics(out: SegmentText, person: RequestPerson | RequestDependent | undefined): void {
  if (person?.birthDate !== undefined) out.add('DMG', 'D8', compact(person.birthDate), SEXES.code(person.sex) ?? '');
}

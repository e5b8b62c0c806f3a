import { formatMoney } from '@cleanclaim/core';
import { addMoney, amountOf, type Money, ZERO_MONEY } from '../check/amounts.ts';
import type { Follower } from '../check/follower.ts';
import type { InterchangeSummary, X12Finding, X12Report } from '../check/finding.ts';
import type { TransactionCheck } from '../check/transaction.ts';
import type { Segment } from '../reader/segment.ts';
import type { AckOptions } from './acknowledge.ts';
import { addAnswerHeader, SegmentText } from './segment-text.ts';

/** A person or organization as an NM1 names it. */
interface Named {
  readonly type: string;
  readonly last: string;
  readonly first: string;
  readonly qualifier: string;
  readonly id: string;
}

interface ReceivedClaim {
  readonly id: string;
  readonly charge: Money;
  readonly patient: Named | undefined;
  readonly billing: Named | undefined;
  /** Segments of the file that belong to it: from its subscriber or patient level to its last line. */
  readonly first: number;
  last: number;
  from: string;
  to: string;
  traceNumber: string;
}

interface ReceivedSet {
  readonly interchange: number;
  readonly set: TransactionCheck;
  reference: string;
  submitter: Named | undefined;
  receiver: Named | undefined;
  readonly claims: ReceivedClaim[];
}

/** Rides along with the check of an 837 and keeps what a 277CA says of each claim. One small record a claim. */
export class ClaimCollector implements Follower {
  readonly sets: ReceivedSet[] = [];
  #set: ReceivedSet | undefined;
  #billing: Named | undefined;
  #subscriber: Named | undefined;
  #patient: Named | undefined;
  #levelFrom = 0;
  #interchange = 0;

  transaction(set: TransactionCheck): void {
    this.#set =
      set.set === '837'
        ? { interchange: this.#interchange, set, reference: '', submitter: undefined, receiver: undefined, claims: [] }
        : undefined;
    if (this.#set) this.sets.push(this.#set);
  }

  segment(segment: Segment, transaction: TransactionCheck | undefined): void {
    if (segment.id === 'ISA') this.#interchange++;
    const set = this.#set;
    const placed = transaction?.placed;
    if (!set || !placed || transaction !== set.set) return;
    const claim = set.claims.at(-1);
    switch (segment.id) {
      case 'BHT':
        set.reference = segment.element(3);
        break;
      case 'HL':
        this.#levelFrom = segment.number;
        if (placed.at.id === '2000B') {
          this.#subscriber = undefined;
          this.#patient = undefined;
        }
        break;
      case 'NM1':
        this.#name(segment, placed.at.id, set);
        break;
      case 'CLM':
        set.claims.push({
          id: segment.element(1),
          charge: amountOf(segment.element(2)) ?? ZERO_MONEY,
          patient: this.#patient ?? this.#subscriber,
          billing: this.#billing,
          first: set.claims.at(-1)?.last === segment.number - 1 ? segment.number : this.#levelFrom,
          last: segment.number,
          from: '',
          to: '',
          traceNumber: '',
        });
        return;
      case 'REF':
        if (claim && placed.at.id === '2300' && segment.element(1) === 'D9') claim.traceNumber = segment.element(2);
        break;
      case 'DTP':
        if (claim && ['434', '472'].includes(segment.element(1))) spread(claim, segment.element(3));
        break;
    }
    if (claim && /^2[34]/.test(placed.at.id)) claim.last = segment.number;
  }

  transactionEnd(): void {
    this.#set = undefined;
  }

  #name(segment: Segment, loop: string, set: ReceivedSet): void {
    const named = {
      type: segment.element(2),
      last: segment.element(3).slice(0, 60),
      first: segment.element(4).slice(0, 35),
      qualifier: segment.element(8),
      id: segment.element(9).slice(0, 80),
    };
    if (loop === '1000A') set.submitter = named;
    else if (loop === '1000B') set.receiver = named;
    else if (loop === '2010AA') this.#billing = named;
    else if (loop === '2010BA') this.#subscriber = named;
    else if (loop === '2010CA') this.#patient = { ...named, qualifier: this.#subscriber?.qualifier ?? '', id: this.#subscriber?.id ?? '' };
  }
}

function spread(claim: ReceivedClaim, text: string): void {
  const [from = '', to = from] = text.split('-');
  if (claim.from === '' || from < claim.from) claim.from = from;
  if (to > claim.to) claim.to = to;
}

/**
 * Claim status codes (X12 external list 508) that say what kind of thing is wrong, by rule; 21 (missing or invalid
 * information) where none says more.
 */
const STATUS_OF_RULE: Readonly<Record<string, string>> = {
  'x12/claim-total': '400',
  'x12/cob-claim': '400',
  'x12/cob-line': '400',
  'x12/npi': '562',
  'x12/diagnosis-unknown': '255',
  'x12/diagnosis-not-in-force': '255',
  'x12/diagnosis-not-billable': '255',
  'x12/place-of-service': '249',
  'x12/element-date': '187',
  'x12/date-order': '187',
  'x12/date-before-birth': '187',
  'x12/below-zero': '178',
  'x12/tooth-number': '244',
  'x12/revenue-code': '455',
  'x12/original-claim': '464',
  'x12/pointer': '488',
};
const ACCEPTED: readonly string[] = ['A2', '20'];

/** Answers each claim of the 837 sets of a file with a 277CA (005010X214). A claim is refused when an error lies in its own segments. */
export function acknowledgeClaims(report: X12Report, collected: ClaimCollector, options: AckOptions): string {
  let text = '';
  let control = options.control;
  const errors = report.findings
    .filter((finding) => finding.severity === 'error')
    .toSorted((one, other) => one.where.segmentNumber - other.where.segmentNumber);
  report.interchanges.forEach((interchange, at) => {
    const sets = collected.sets.filter((set) => set.interchange === at + 1 && set.claims.length > 0);
    if (sets.length === 0) return;
    text += answerSets(interchange, sets, errors, { ...options, control });
    control++;
  });
  return text;
}

function answerSets(
  interchange: InterchangeSummary,
  sets: readonly ReceivedSet[],
  errors: readonly X12Finding[],
  options: AckOptions,
): string {
  const out = new SegmentText();
  const { moment, control } = options;
  addAnswerHeader(out, interchange, moment, control);
  const [group] = interchange.groups;
  out.add(
    'GS',
    'HN',
    (group?.receiver ?? interchange.receiver).slice(0, 15),
    (group?.sender ?? interchange.sender).slice(0, 15),
    moment.date,
    moment.time,
    '1',
    'X',
    '005010X214',
  );
  sets.forEach((set, at) => answerSet(out, set, at + 1, errors, options));
  out.add('GE', String(sets.length), '1');
  out.add('IEA', '1', String(control).padStart(9, '0'));
  return out.toString();
}

function answerSet(
  out: SegmentText,
  set: ReceivedSet,
  number: number,
  errors: readonly X12Finding[],
  { moment, control }: AckOptions,
): void {
  const setControl = String(number).padStart(4, '0');
  const results = set.claims.map((claim) => ({ claim, status: statusOf(claim, errors) }));
  const accepted = results.filter(({ status }) => status === ACCEPTED);
  const refused = results.filter(({ status }) => status !== ACCEPTED);
  const sum = (list: typeof results): Money => list.reduce((all, { claim }) => addMoney(all, claim.charge), ZERO_MONEY);
  out.startSet();
  out.add('ST', '277', setControl, '005010X214');
  out.add('BHT', '0085', '08', `${control}${setControl}`, moment.date, moment.time, 'TH');
  out.add('HL', '1', '', '20', '1');
  out.add('NM1', 'AY', '2', set.receiver?.last || 'RECEIVER', '', '', '', '', '46', set.receiver?.id || 'UNKNOWN');
  out.add('TRN', '1', `${control}${setControl}`);
  out.add('DTP', '050', 'D8', moment.date);
  out.add('DTP', '009', 'D8', moment.date);
  out.add('HL', '2', '1', '21', '1');
  out.add(
    'NM1',
    '41',
    set.submitter?.type || '2',
    set.submitter?.last || 'SUBMITTER',
    set.submitter?.first ?? '',
    '',
    '',
    '',
    '46',
    set.submitter?.id || 'UNKNOWN',
  );
  out.add('TRN', '2', set.reference || setControl);
  out.add('STC', ['A1', '19', 'PR'], moment.date, 'WQ', amount(sum(results)));
  if (accepted.length > 0) out.add('QTY', '90', String(accepted.length));
  if (refused.length > 0) out.add('QTY', 'AA', String(refused.length));
  if (accepted.length > 0) out.add('AMT', 'YU', amount(sum(accepted)));
  if (refused.length > 0) out.add('AMT', 'YY', amount(sum(refused)));
  let level = 2;
  let billing: Named | undefined;
  let billingLevel = 0;
  for (const { claim, status } of results) {
    if (claim.billing !== billing || billingLevel === 0) {
      billing = claim.billing;
      billingLevel = ++level;
      out.add('HL', String(level), '2', '19', '1');
      out.add(
        'NM1',
        '85',
        billing?.type || '2',
        billing?.last || 'BILLING PROVIDER',
        billing?.first ?? '',
        '',
        '',
        '',
        billing?.id ? billing.qualifier : 'FI',
        billing?.id || 'UNKNOWN',
      );
    }
    out.add('HL', String(++level), String(billingLevel), 'PT');
    const { patient } = claim;
    out.add('NM1', 'QC', '1', patient?.last || 'PATIENT', patient?.first ?? '', '', '', '', 'MI', patient?.id || 'UNKNOWN');
    out.add('TRN', '2', claim.id);
    out.add(
      'STC',
      status === ACCEPTED ? [...status, 'PR'] : [...status],
      moment.date,
      status === ACCEPTED ? 'WQ' : 'U',
      amount(claim.charge),
    );
    if (claim.traceNumber !== '') out.add('REF', 'D9', claim.traceNumber);
    if (claim.from === claim.to) out.add('DTP', '472', 'D8', claim.from || moment.date);
    else out.add('DTP', '472', 'RD8', `${claim.from}-${claim.to}`);
  }
  out.add('SE', String(out.inSet + 1), setControl);
}

/** Category and status of the first error that lies in the claim's segments; `errors` are in the order of the file. */
function statusOf(claim: ReceivedClaim, errors: readonly X12Finding[]): readonly string[] {
  let low = 0;
  let high = errors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((errors[middle]?.where.segmentNumber ?? 0) < claim.first) low = middle + 1;
    else high = middle;
  }
  const error = errors[low];
  if (!error || error.where.segmentNumber > claim.last) return ACCEPTED;
  const missing = error.codes.ik304 === '3' || error.codes.ik403 === '1';
  const category = missing ? 'A6' : error.snip === 3 ? 'A8' : 'A7';
  const status = STATUS_OF_RULE[error.rule] ?? '21';
  return status === '562' ? [category, status, '85'] : [category, status];
}

/** Money as X12 writes it: no trailing zeros. */
function amount(money: Money): string {
  return formatMoney(money).replace(/\.00$/, '');
}

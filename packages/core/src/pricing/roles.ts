import type { Claim } from '../claim/model.ts';
import type { LineView } from '../claim/view.ts';
import type { FeeRow } from '../tables/fee-schedule.ts';
import { type NotPriced, notPriced } from './answer.ts';
import { exact, scaled } from './exact.ts';
import { adjust, hasModifier, type Service } from './service.ts';

/** Modifiers whose payment only a person can set, in our words. */
const BY_REPORT: Readonly<Record<string, string>> = {
  '22': 'increased procedural service',
  '23': 'unusual anaesthesia',
  '52': 'reduced service',
  '66': 'surgical team',
};
/** Modifiers by which the sender says that Medicare does not pay. */
const NOT_PAID: Readonly<Record<string, string>> = {
  GY: 'the service is excluded from Medicare',
  GZ: 'a denial as not reasonable and necessary is expected',
};
/** Modifiers that lower payment by shares this version does not work out. */
const NOT_WORKED_OUT: ReadonlySet<string> = new Set(['FX', 'FY', 'CT']);

/** Why a modifier keeps a line from having a price; undefined when none does. */
export function withoutPrice(line: LineView, row: FeeRow | undefined): NotPriced | undefined {
  for (const modifier of line.modifiers) {
    const report = BY_REPORT[modifier];
    if (report !== undefined) return notPriced(`Modifier ${modifier} (${report}) is priced by the contractor from the record.`);
    if (NOT_PAID[modifier] !== undefined) return notPriced(`Modifier ${modifier} says that ${NOT_PAID[modifier]}.`);
    if (NOT_WORKED_OUT.has(modifier))
      return notPriced(`Modifier ${modifier} lowers the payment by a share this version does not work out.`);
  }
  if (row && line.modifiers.includes('53') && row.modifier !== '53')
    return notPriced('Modifier 53 (discontinued) is priced by the contractor from the record.');
  return undefined;
}

/**
 * Who did which part of a service: shares of the global fee (54, 55, 56, 78), assistants, co-surgeons, practitioners
 * other than physicians, therapy assistants (Medicare Claims Processing Manual, chapter 12, 20.4, 40.2 to 40.8, 110
 * and 120; RVU25D). In this order.
 */
export function payByRole(service: Service, claim: Claim): NotPriced | undefined {
  const trouble = splitGlobal(service);
  if (trouble) return trouble;
  for (const [modifiers, share, what] of ROLES) {
    if (!hasModifier(service, ...modifiers)) continue;
    adjust(service, service.amount.times(share), `${what}: ${exact(share).times(100).toFixed()} %`);
    break;
  }
  if (!hasModifier(service, 'AS')) payByProfession(service, claim);
  if (hasModifier(service, 'CQ', 'CO') && service.on >= '2022-01-01')
    adjust(service, service.amount.times('0.85'), 'furnished in part by a therapy assistant: 85 %');
  return undefined;
}

const ROLES: readonly (readonly [modifiers: readonly string[], share: string, what: string])[] = [
  [['80', '81', '82'], '0.16', 'assistant at surgery'],
  [['AS'], '0.136', 'assistant at surgery who is no physician'],
  [['62'], '0.625', 'co-surgeon'],
];

function splitGlobal(service: Service): NotPriced | undefined {
  const { preoperative, intraoperative, postoperative, code } = service.row;
  const shares: [modifier: string, share: number, what: string][] = [
    ['54', preoperative + intraoperative, 'surgical care only'],
    ['55', postoperative, 'postoperative care only'],
    ['56', preoperative, 'preoperative care only'],
    ['78', intraoperative, 'return to the operating room: the operation alone'],
  ];
  const given = shares.filter(([modifier]) => hasModifier(service, modifier));
  const [first] = given;
  if (!first) return undefined;
  if (given.length > 1) return notPriced(`Modifiers ${given.map(([modifier]) => modifier).join(' and ')} exclude each other.`);
  const [modifier, share, what] = first;
  if (preoperative + intraoperative + postoperative === 0) {
    // An endoscopy without a global period has no shares: a return to the operating room is paid in full.
    return modifier === '78' ? undefined : notPriced(`Modifier ${modifier} does not apply to ${code}: its fee has no shares.`);
  }
  const part = scaled(share, 2);
  adjust(service, service.amount.times(part), `${what} (modifier ${modifier}): ${part.times(100).toFixed()} %`);
  return undefined;
}

interface Profession {
  /** Beginnings of NUCC taxonomy codes. */
  readonly taxonomies: readonly string[];
  readonly share: string;
  readonly what: string;
}

const PROFESSIONS: readonly Profession[] = [
  { taxonomies: ['363L', '363A', '364S'], share: '0.85', what: 'nurse practitioner, clinical nurse specialist or physician assistant' },
  { taxonomies: ['1041C'], share: '0.75', what: 'clinical social worker' },
  { taxonomies: ['133V'], share: '0.85', what: 'registered dietitian' },
];

function payByProfession(service: Service, claim: Claim): void {
  const [{ line }] = service.lines;
  const taxonomy = line.rendering?.taxonomy ?? claim.rendering?.taxonomy ?? claim.billing?.taxonomy ?? '';
  const found = PROFESSIONS.find(({ taxonomies }) => taxonomies.some((each) => taxonomy.startsWith(each)));
  if (found) adjust(service, service.amount.times(found.share), `${found.what}: ${exact(found.share).times(100).toFixed()} %`);
}

import type { Claim, Patient } from '../claim/model.ts';
import { isDay } from '../day.ts';

/** True when the claim says enough of its patient to find other claims of the same one. */
export function saysPatient(claim: Claim): boolean {
  return memberKey(claim) !== undefined || personKey(claim) !== undefined;
}

/** Under what claims of the patient are kept and found: the member id, and birth date, sex and name. Either may be missing. */
export function patientKeys(claim: Claim): readonly string[] {
  return [memberKey(claim), personKey(claim)].filter((key) => key !== undefined);
}

/** The member id, the patient's or else the subscriber's, without the spaces and dashes it is written with; undefined when none is given. */
function memberKey({ patient, subscriber }: Claim): string | undefined {
  const id = (patient?.memberId ?? subscriber?.memberId)?.replace(/[\s-]/g, '').toUpperCase();
  return id === undefined || id === '' ? undefined : `m|${id}`;
}

function personKey({ patient }: Claim): string | undefined {
  const { birthDate, sex, name } = patient ?? {};
  if (!isDay(birthDate) || (sex !== 'female' && sex !== 'male')) return undefined;
  const words = nameWords(name);
  return words.length < 2 ? undefined : `p|${birthDate}|${sex}|${words.join(' ')}`;
}

/** First and last name in capitals, in order of the alphabet: "Doe, Jane Q" is "Jane Doe". Initials are left out. */
function nameWords(name: unknown): readonly string[] {
  const text =
    typeof name === 'string'
      ? name
      : typeof name === 'object' && name !== null
        ? NAME_PARTS.map((part) => field(name, part)).join(' ')
        : '';
  return text
    .toUpperCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
    .toSorted();
}

/** What the parts of a name are called: as X12 has them, or as FHIR. */
const NAME_PARTS = ['first', 'last', 'given', 'family'] as const;

function field(name: object, key: string): string {
  const held: unknown = (name as Readonly<Record<string, unknown>>)[key];
  const value: unknown = Array.isArray(held) ? held[0] : held;
  return typeof value === 'string' ? value : '';
}

/**
 * Whether two claims that share a key are of one patient. Members of a family may share a member id: another birth date
 * or sex is another person. Two persons may share birth date, sex and name: another member id of the same payer is another person.
 */
export function samePatient(one: Claim, other: Claim): boolean {
  const [first, second] = [one.patient ?? {}, other.patient ?? {}];
  if (isDay(first.birthDate) && isDay(second.birthDate) && first.birthDate !== second.birthDate) return false;
  if (told(first.sex) && told(second.sex) && first.sex !== second.sex) return false;
  const [id, otherId] = [memberKey(one), memberKey(other)];
  return id === undefined || otherId === undefined || id === otherId || !samePayer(one, other);
}

function told(sex: Patient['sex']): boolean {
  return sex === 'female' || sex === 'male';
}

/** Whether two claims go to one payer, by its id, else by its kind; a claim that does not say may go to any. */
export function samePayer({ payer: one }: Claim, { payer: other }: Claim): boolean {
  if (one?.id !== undefined && other?.id !== undefined) return one.id.trim().toUpperCase() === other.id.trim().toUpperCase();
  return one?.kind === undefined || other?.kind === undefined || one.kind === other.kind;
}

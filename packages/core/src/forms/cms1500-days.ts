import type { QualifiedDate } from '../claim/claim-parts.ts';
import type { Claim } from '../claim/model.ts';
import { longDate } from './form-text.ts';
import type { PageFiller } from './page-filler.ts';

const ILLNESS = '431';
const LAST_MENSTRUATION = '484';
const ACCIDENT = '439';
/** Qualifiers of box 15 (NUCC 1500 manual, item 15); the electronic claim has the same. */
const OTHER_DATES: ReadonlySet<string> = new Set(['454', '304', '453', '439', '455', '471', '090', '091', '444']);
const DISABILITY = { period: '314', from: '360', to: '361' } as const;

/** Boxes 14 to 16: when it began, another day, and from when to when the patient was not able to work. */
export function fillDays(filler: PageFiller, claim: Claim): void {
  const { accident } = claim;
  const dates = (claim.dates ?? []).map((date, at) => ({ ...date, path: `/dates/${at}` }));
  const menstruation = dates.find(({ qualifier }) => qualifier === LAST_MENSTRUATION);
  if (claim.onset === undefined && menstruation) fillDay(filler, '14', menstruation);
  else {
    const begun = claim.onset ?? accident?.on;
    const path = claim.onset === undefined ? '/accident/on' : '/onset';
    if (begun !== undefined) fillDay(filler, '14', { qualifier: ILLNESS, on: begun, path }, path);
  }
  const others = dates.filter(({ qualifier }) => OTHER_DATES.has(qualifier ?? ''));
  if (accident?.on !== undefined && claim.payer?.kind !== 'medicare')
    others.unshift({ qualifier: ACCIDENT, on: accident.on, path: '/accident/on' });
  const [other, left] = others;
  if (other) fillDay(filler, '15', other, other.path === '/accident/on' ? other.path : undefined);
  if (left)
    filler.trouble(
      'left-out',
      '15',
      left.path,
      'Box 15 holds one day; the claim has several.',
      'Send the claim electronically if the payer needs the others.',
    );
  fillDisability(filler, dates);
}

type Placed = QualifiedDate & { readonly path: string };

function fillDay(
  filler: PageFiller,
  box: string,
  { qualifier, on, from, path }: Placed,
  dayPath = `${path}/${on === undefined ? 'from' : 'on'}`,
): void {
  filler.put(`${box}.qualifier`, qualifier, path);
  filler.putRead(box, on ?? from, longDate, dayPath, 'a day');
}

function fillDisability(filler: PageFiller, dates: readonly Placed[]): void {
  const period = dates.find(({ qualifier }) => qualifier === DISABILITY.period);
  const begin = dates.find(({ qualifier }) => qualifier === DISABILITY.from);
  const end = dates.find(({ qualifier }) => qualifier === DISABILITY.to);
  const [from, to] = [begin ?? period, end ?? period];
  if (from) filler.putRead('16.from', begin?.on ?? from.from, longDate, begin ? `${from.path}/on` : `${from.path}/from`, 'a day');
  if (to) filler.putRead('16.to', end?.on ?? to.to, longDate, end ? `${to.path}/on` : `${to.path}/to`, 'a day');
}

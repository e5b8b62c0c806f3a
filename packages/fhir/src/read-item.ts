import { CleanclaimError, type Line } from '@cleanclaim/core';
import { codingsOf, type Cursor, take } from './cursor.ts';
import type { Open } from './open-claim.ts';
import { dayOf, known } from './read-parts.ts';
import { SYSTEM } from './systems.ts';

/** Diagnoses by their sequence: places from 1. */
export interface Places {
  readonly bySequence: ReadonlyMap<number, number>;
  /** Sequences are the places themselves. */
  readonly counted: boolean;
}

const PROCEDURES = [SYSTEM.cpt, SYSTEM.hcpcs, SYSTEM.cdt];

/** One line of the claim. */
export function readItem(item: Cursor, diagnosisPlaces: Places): Open<Line> {
  const line: Open<Line> = {};
  const service = item.get('productOrService');
  const codings = codingsOf(service);
  const coding =
    PROCEDURES.map((wanted) => codings.find(({ system }) => system === wanted)).find((found) => found !== undefined) ??
    codings.find(({ system }) => system !== SYSTEM.ndc);
  // An institutional line may have a revenue code alone, and FHIR R4 wants something here.
  if (coding?.system === SYSTEM.absent) take(coding);
  else if (coding) line.code = known(coding, PROCEDURES);
  const description = service?.text('text');
  if (description !== undefined) line.description = description;
  const modifiers = item.list('modifier').flatMap((each) => {
    const found = codingsOf(each)[0];
    return found ? [known(found, [SYSTEM.cpt, SYSTEM.hcpcs])] : [];
  });
  if (modifiers.length > 0) line.modifiers = modifiers;
  const revenue = codingsOf(item.get('revenue'))[0];
  if (revenue) line.revenue = known(revenue, [SYSTEM.revenue]);
  readServiced(item, line);
  const pos = codingsOf(item.get('locationCodeableConcept'))[0];
  if (pos) line.pos = known(pos, [SYSTEM.placeOfService]);
  readQuantity(item, line);
  const charge = item.money('net');
  if (charge !== undefined) line.charge = charge;
  readUnitPrice(item, line);
  const pointers = item.list('diagnosisSequence').map((each) => readPointer(each, diagnosisPlaces));
  if (pointers.length > 0) line.pointers = pointers;
  readMouth(item, line);
  readDrug(item, line);
  return line;
}

/** A pointer past the last diagnosis is kept, for the rules to report, where sequences count from 1; else nobody can tell what it means. */
function readPointer(at: Cursor, { bySequence: places, counted }: Places): number {
  const { value } = at;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw at.wrong('a whole number');
  const place = places.get(value) ?? (counted ? value : undefined);
  if (place === undefined) throw new CleanclaimError('claim/wrong-shape', `${at.path} names no diagnosis of the claim.`, at.path);
  at.use();
  return place;
}

function readServiced(item: Cursor, line: Open<Line>): void {
  const date = item.get('servicedDate');
  const day = date && dayOf(date);
  if (day !== undefined) line.from = day;
  const period = item.get('servicedPeriod');
  const start = period?.get('start');
  const end = period?.get('end');
  if (start) line.from = dayOf(start) ?? '';
  if (end) line.to = dayOf(end) ?? '';
}

function readQuantity(item: Cursor, line: Open<Line>): void {
  const quantity = item.get('quantity');
  const value = quantity?.number('value');
  if (!quantity || value === undefined) return;
  const unit = quantity.get('code')?.value ?? quantity.get('unit')?.value;
  if (unit === 'min') line.minutes = value;
  // Anaesthesia is one service however long it takes.
  line.units = unit === 'min' ? 1 : value;
  if (unit === 'd') line.unit = 'days';
  if (unit === undefined || unit === 'min' || unit === 'd' || unit === '1') quantity.use('code', 'unit', 'system');
}

/** A price a unit says nothing new where units times price is the charge. */
function readUnitPrice(item: Cursor, line: Open<Line>): void {
  const price = item.peekMoney('unitPrice');
  const net = item.peekMoney('net');
  const units = line.units ?? 1;
  if (price !== undefined && net !== undefined && Number.isInteger(units) && price * units === net) item.use('unitPrice');
}

function readMouth(item: Cursor, line: Open<Line>): void {
  // One concept in R4, a list with its sites in R5.
  const [site] = item.oneOrMany('bodySite');
  const concept = site?.list('site')[0]?.get('concept') ?? site;
  const tooth = codingsOf(concept)[0];
  if (tooth) line.tooth = known(tooth, [SYSTEM.tooth]);
  const surfaces = [...item.list('subSite'), ...(site?.list('subSite') ?? [])]
    .flatMap((each) => codingsOf(each).slice(0, 1))
    .map((each) => known(each, [SYSTEM.surface]));
  if (surfaces.length > 0) line.surfaces = surfaces.join('');
}

function readDrug(item: Cursor, line: Open<Line>): void {
  const own = codingsOf(item.get('productOrService')).find(({ system }) => system === SYSTEM.ndc);
  if (own) line.ndc = { code: take(own) };
  const detail = item.list('detail').find((each) => codingsOf(each.get('productOrService')).some(({ system }) => system === SYSTEM.ndc));
  const drug = codingsOf(detail?.get('productOrService')).find(({ system }) => system === SYSTEM.ndc);
  if (!detail || !drug) return;
  detail.use('sequence');
  const quantity = detail.get('quantity');
  const value = quantity?.number('value');
  const unit = quantity?.text('unit');
  line.ndc = { code: take(drug), ...(value === undefined ? {} : { quantity: value }), ...(unit === undefined ? {} : { unit }) };
}

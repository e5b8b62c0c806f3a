import map270 from '../maps/270.ts';
import map271 from '../maps/271.ts';
import map276 from '../maps/276.ts';
import map277 from '../maps/277.ts';
import map277ca from '../maps/277ca.ts';
import map278q from '../maps/278q.ts';
import map278r from '../maps/278r.ts';
import map820 from '../maps/820.ts';
import map820Exchange from '../maps/820-exchange.ts';
import map834 from '../maps/834.ts';
import map835 from '../maps/835.ts';
import map837d from '../maps/837d.ts';
import map837i from '../maps/837i.ts';
import map837p from '../maps/837p.ts';
import map997 from '../maps/997.ts';
import map999 from '../maps/999.ts';
import { institutionalPredetermination, professionalPredetermination } from '../maps/predetermination.ts';
import mapTa1 from '../maps/ta1.ts';
import type { Guide } from './model.ts';
import { readMap } from './read-map.ts';

const MAPS = {
  '837P': map837p,
  '837I': map837i,
  '837D': map837d,
  '820': map820,
  '820-X306': map820Exchange,
  '834': map834,
  '835': map835,
  '270': map270,
  '271': map271,
  '276': map276,
  '277': map277,
  '277CA': map277ca,
  '278Q': map278q,
  '278R': map278r,
  '997': map997,
  '999': map999,
  '837P-X291': () => professionalPredetermination(map837p),
  '837I-X292': () => institutionalPredetermination(map837i),
  // The envelope itself: ISA, TA1, GS and their trailers.
  TA1: mapTa1,
} as const satisfies Record<string, string | (() => string)>;

export type GuideId = keyof typeof MAPS;
export const GUIDE_IDS = Object.keys(MAPS) as GuideId[];

const read = new Map<GuideId, Guide>();

/** A guide by its name; its map is read when first asked for. */
export function guide(id: GuideId): Guide {
  const known = read.get(id);
  if (known) return known;
  const map = MAPS[id];
  const made = readMap(typeof map === 'string' ? map : map());
  read.set(id, made);
  return made;
}

/** Set and base version → guide. Errata letters (A1, A2) change wording, not what the reader must tell apart. */
const BY_VERSION = new Map<string, GuideId>([
  ['837 005010X222', '837P'],
  ['837 005010X223', '837I'],
  ['837 005010X224', '837D'],
  ['837 005010X291', '837P-X291'],
  ['837 005010X292', '837I-X292'],
  ['820 005010X218', '820'],
  ['820 005010X306', '820-X306'],
  ['834 005010X220', '834'],
  // The exchange's 834 is judged by the map of the 834 it was made from.
  ['834 005010X307', '834'],
  ['835 005010X221', '835'],
  ['270 005010X279', '270'],
  ['271 005010X279', '271'],
  ['276 005010X212', '276'],
  ['277 005010X212', '277'],
  ['277 005010X214', '277CA'],
  ['278 005010X217', '278Q'],
  ['997 005010X230', '997'],
  ['999 005010X231', '999'],
]);

/** The guide for a transaction set and its version (ST03, or GS08 where there is none). A 278 is a request until its BHT says otherwise. */
export function guideFor(set: string, version: string): GuideId | undefined {
  return BY_VERSION.get(`${set} ${version.replace(/A\d+$/, '')}`);
}

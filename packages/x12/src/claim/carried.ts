/** Elements that claims carry, by segment: what else is filled is passed over, and told. */
const CARRIED: Readonly<Record<string, readonly number[]>> = {
  AMT: [1, 2],
  BHT: [1, 2, 3, 4, 5, 6],
  CAS: upTo(19),
  CL1: [1, 2, 3],
  CLM: [1, 2, 5, 6, 7, 8, 9, 10, 11, 12, 19, 20],
  CN1: upTo(6),
  CR1: [1, 2, 4, 5, 6, 9, 10],
  CR2: [8, 10, 11],
  CR3: [1, 2, 3],
  CRC: upTo(7),
  CTP: [4, 5],
  CUR: [1, 2],
  DMG: [1, 2, 3],
  DN1: [1, 2, 4],
  DN2: [1, 2, 6],
  DTP: [1, 2, 3],
  FRM: upTo(5),
  HCP: upTo(15),
  HI: upTo(12),
  HL: upTo(4),
  K3: [1],
  LIN: [2, 3],
  LQ: [1, 2],
  LX: [1],
  MEA: [1, 2, 3],
  MIA: upTo(24),
  MOA: upTo(9),
  N3: [1, 2],
  N4: [1, 2, 3, 4, 7],
  NM1: [1, 2, 3, 4, 5, 7, 8, 9],
  NTE: [1, 2],
  OI: [3, 4, 6],
  PAT: [1, 5, 6, 7, 8, 9],
  PER: upTo(8),
  PRV: [1, 2, 3],
  PS1: [1, 2],
  PWK: [1, 2, 5, 6],
  QTY: [1, 2],
  REF: [1, 2, 4],
  SBR: [1, 2, 3, 4, 5, 9],
  SV1: [1, 2, 3, 4, 5, 7, 9, 11, 12, 15],
  SV2: [1, 2, 3, 4, 5, 7],
  SV3: [1, 2, 3, 4, 5, 6, 11],
  SV5: upTo(6),
  SVD: upTo(6),
  TOO: [1, 2, 3],
};

/** One more than any segment of the guides has: elements beyond are looked at one by one. */
export const MOST_ELEMENTS = 40;

/** Elements of a segment that no claim carries, in order, up to `MOST_ELEMENTS`. */
export function uncarried(id: string): readonly number[] {
  const carried = CARRIED[id] ?? [];
  return upTo(MOST_ELEMENTS).filter((element) => !carried.includes(element));
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}

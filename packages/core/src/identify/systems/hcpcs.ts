import { type CodeKind, type CodeSystem, inRanges, type NumberRange } from '../system.ts';

type Group = readonly [kind: CodeKind, meaning: string];

/** What the letters hold, in our own words, by the number after the letter. Numbers outside are not in use (2026 Q3). */
const GROUPS: Readonly<Record<string, readonly NumberRange<Group>[]>> = {
  A: [
    [21, 999, ['service', 'ambulance and other transport']],
    [2000, 2999, ['supply', 'skin substitutes']],
    [4000, 8999, ['supply', 'medical and surgical supplies']],
    [9500, 9800, ['drug', 'radioactive drugs and contrast for imaging']],
    [9000, 9999, ['supply', 'administrative and miscellaneous items']],
  ],
  B: [[4000, 9999, ['supply', 'tube feeding and feeding into a vein']]],
  C: [
    [1000, 2999, ['supply', 'devices used in hospital outpatient care']],
    [5000, 8999, ['procedure', 'procedures and imaging in hospital outpatient care']],
    [9000, 9599, ['drug', 'new drugs and biologicals in hospital outpatient care']],
    [9600, 9999, ['procedure', 'procedures in hospital outpatient care']],
  ],
  E: [[100, 8999, ['supply', 'durable medical equipment, such as walkers, beds and oxygen']]],
  G: [[1, 9999, ['service', 'services and quality reports that Medicare defines itself']]],
  H: [[1, 2999, ['service', 'behavioral health and substance use services, mostly for Medicaid']]],
  J: [
    [8500, 8999, ['drug', 'cancer and related drugs taken by mouth']],
    [9000, 9999, ['drug', 'cancer drugs, mostly injected']],
    [1, 8499, ['drug', 'drugs, mostly injected']],
  ],
  K: [[1, 1999, ['supply', 'temporary codes for durable medical equipment']]],
  L: [
    [100, 4999, ['supply', 'orthotics: braces and supports']],
    [5000, 9999, ['supply', 'prosthetics: artificial limbs and implants']],
  ],
  M: [[1, 1999, ['service', 'medical services and quality measures']]],
  P: [[2000, 9999, ['service', 'laboratory tests and blood products']]],
  Q: [
    [2000, 2999, ['drug', 'drugs, temporary codes']],
    [4000, 4099, ['supply', 'cast and splint supplies']],
    [4100, 4999, ['supply', 'skin substitutes']],
    [5001, 5099, ['service', 'where hospice care was given']],
    [5100, 5999, ['drug', 'biosimilar drugs']],
    [9900, 9999, ['drug', 'contrast agents and other drugs, temporary codes']],
    [1, 9999, ['service', 'temporary codes: services, tests and drugs']],
  ],
  R: [[70, 76, ['service', 'bringing portable X-ray or ECG equipment to the patient']]],
  S: [[1, 9999, ['service', 'temporary codes of private insurers; Medicare does not pay them']]],
  T: [[1000, 5999, ['service', 'services that state Medicaid programs define']]],
  U: [[1, 5, ['service', 'COVID-19 laboratory tests']]],
  V: [
    [2000, 2999, ['supply', 'vision: glasses, lenses and eye prostheses']],
    [5000, 5999, ['supply', 'hearing aids, and hearing and speech services']],
  ],
};

const SAYS: Readonly<Partial<Record<CodeKind, string>>> = {
  drug: 'A drug: what was given.',
  supply: 'A supply or piece of equipment: what was handed over or used.',
  procedure: 'A procedure: what was done.',
  service: 'A service: what was done.',
};

export const hcpcs: CodeSystem = {
  id: 'hcpcs',
  name: 'HCPCS Level II',
  owner: 'Centers for Medicare & Medicaid Services (CMS)',
  rhythm: 'Quarterly for drugs and biologicals, twice a year for other items and services.',
  read(code) {
    if (!/^[A-Z]\d{4}$/.test(code)) return undefined;
    const letter = code.charAt(0);
    const groups = GROUPS[letter];
    if (!groups) return undefined;
    const number = Number(code.slice(1));
    const group = inRanges(groups, number);
    const [kind, meaning] = group ?? [groups[0]?.[2][0] ?? 'service', 'no codes are in use near this number'];
    return {
      code,
      kind,
      says: SAYS[kind] ?? 'A service: what was done.',
      category: `Level II, letter ${letter}: ${meaning}`,
      certain: false,
      next: group
        ? 'Add the quarterly file of CMS to see its words and dates: cleanclaim data add FILE'
        : 'Check the digits: the shape fits, but HCPCS has no codes near this number.',
      // J0–J3 are the injected drugs of daily work; an undotted ICD-10-CM code of that shape is the rarer reading.
      likely: !group ? 30 : letter === 'J' && number < 4000 ? 95 : 70,
    };
  },
};

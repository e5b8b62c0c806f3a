import type { CodeSystem } from '../system.ts';

/** Facility and class pairs met on claims, in our own words. */
const BILLS: Readonly<Record<string, string>> = {
  '11': 'hospital inpatient',
  '12': 'hospital inpatient, Part B only',
  '13': 'hospital outpatient',
  '14': 'hospital laboratory for non-patients',
  '18': 'hospital swing bed',
  '21': 'skilled nursing inpatient',
  '22': 'skilled nursing inpatient, Part B only',
  '23': 'skilled nursing outpatient',
  '28': 'skilled nursing swing bed',
  '32': 'home health under a plan of treatment',
  '33': 'home health',
  '34': 'home health without a plan of treatment',
  '41': 'religious nonmedical institution, inpatient',
  '43': 'religious nonmedical institution, outpatient',
  '65': 'intermediate care',
  '66': 'intermediate care',
  '71': 'rural health clinic',
  '72': 'dialysis center',
  '73': 'freestanding clinic',
  '74': 'outpatient rehabilitation facility',
  '75': 'comprehensive outpatient rehabilitation facility',
  '76': 'community mental health center',
  '77': 'federally qualified health center',
  '79': 'clinic, other',
  '81': 'hospice outside a hospital',
  '82': 'hospice in a hospital',
  '83': 'ambulatory surgery',
  '84': 'birthing center',
  '85': 'critical access hospital',
  '86': 'residential facility',
  '87': 'opioid treatment program',
  '89': 'special facility, other',
};

const FREQUENCY: Readonly<Record<string, string>> = {
  '0': 'no payment asked',
  '1': 'the whole stay or episode',
  '2': 'first of several bills',
  '3': 'a middle bill of several',
  '4': 'last of several bills',
  '5': 'late charges only',
  '7': 'replaces an earlier bill',
  '8': 'cancels an earlier bill',
  '9': 'final bill of a home health episode',
};

export const typeOfBill: CodeSystem = {
  id: 'type-of-bill',
  name: 'Type of bill (UB-04)',
  owner: 'National Uniform Billing Committee (NUBC), American Hospital Association (AHA)',
  rhythm: 'When the NUBC decides; its manual is reissued each year.',
  read(code) {
    if (!/^(?:0?[1-8]\d[0-9A-Z])$/.test(code)) return undefined;
    const digits = code.slice(-3);
    const pair = digits.slice(0, 2);
    const bill = BILLS[pair];
    if (!bill) return undefined;
    const last = digits.charAt(2);
    const frequency = FREQUENCY[last];
    if (!frequency && /\d/.test(last)) return undefined;
    return {
      code: `0${digits}`,
      kind: 'facility billing',
      says: 'Facility billing: what kind of facility bills, for what kind of care, and which bill in a row it is.',
      category: `${bill}; ${frequency ?? `frequency ${last}`}`,
      certain: false,
      next:
        code.length === 3
          ? `Write it with four characters: 0${digits}. It stands once a claim, in box 4 of the UB-04.`
          : 'It stands once a claim, in box 4 of the UB-04; on a line the same digits would be a revenue code.',
      likely: likelihood(code, pair, last),
    };
  },
};

/** Hospital and nursing bills are met daily; for the other pairs the revenue code of the same digits is the more usual one. */
function likelihood(code: string, pair: string, last: string): number {
  if (/[A-Z]/.test(last)) return 70;
  const usual = /^[12]/.test(pair) && /[1-57-8]/.test(last);
  if (code.length === 3) return usual ? 65 : 45;
  return usual ? 70 : 50;
}

import { type CodeSystem, inRanges, type NumberRange } from '../system.ts';

/** Broad groups in our own words; the official names are the NUBC's. */
const GROUPS: readonly NumberRange<string>[] = [
  [1, 1, 'the total of the bill'],
  [100, 219, 'room and board'],
  [250, 259, 'pharmacy'],
  [260, 269, 'infusion therapy'],
  [270, 279, 'supplies and devices'],
  [300, 319, 'laboratory and pathology'],
  [320, 359, 'imaging'],
  [360, 369, 'operating room'],
  [370, 379, 'anesthesia'],
  [380, 399, 'blood'],
  [400, 409, 'imaging'],
  [410, 449, 'respiratory, physical, occupational and speech therapy'],
  [450, 459, 'emergency room'],
  [480, 489, 'cardiology'],
  [510, 529, 'clinic'],
  [540, 549, 'ambulance'],
  [550, 609, 'home health'],
  [610, 619, 'imaging'],
  [620, 629, 'supplies and devices'],
  [630, 639, 'drugs that need more detail'],
  [650, 659, 'hospice'],
  [710, 719, 'recovery room'],
  [720, 729, 'labor and delivery'],
  [760, 769, 'treatment and observation'],
  [800, 859, 'dialysis and organ acquisition'],
  [900, 919, 'behavioral health'],
  [960, 989, 'professional fees'],
  [1000, 1005, 'behavioral health accommodations'],
  [2100, 2109, 'alternative therapies'],
  [3100, 3109, 'adult care'],
];

export const revenue: CodeSystem = {
  id: 'revenue',
  name: 'Revenue code (UB-04)',
  owner: 'National Uniform Billing Committee (NUBC), American Hospital Association (AHA)',
  rhythm: 'When the NUBC decides; its manual is reissued each year.',
  read(code) {
    if (!/^(?:0\d{3}|\d{3}|100[0-5]|210\d|310\d)$/.test(code)) return undefined;
    const number = Number(code);
    if (number === 0) return undefined;
    const group = inRanges(GROUPS, number);
    const written = code.padStart(4, '0');
    return {
      code: written,
      kind: 'facility billing',
      says: 'Facility billing: which department or kind of charge a hospital line belongs to.',
      category: group ? `Revenue code: ${group}` : 'Revenue code',
      certain: false,
      next:
        code.length === 3
          ? `Write it with four digits: ${written}. Whether the number is in use is in your NUBC manual.`
          : 'See whether the number is in use in your NUBC manual; outpatient lines mostly need a HCPCS code with it.',
      likely: code.length === 3 ? 35 : number === 1 || number >= 100 ? 65 : 40,
    };
  },
};

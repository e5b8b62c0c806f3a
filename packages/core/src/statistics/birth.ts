import { DEFAULT_CONFIDENCE } from './interval.ts';
import { crudeRate, type Rate } from './rate.ts';

/** Measures with births below the line. Denominators are live births unless the name says otherwise. */
export const BIRTH_MEASURES = {
  infant: { title: 'Infant mortality: deaths before the first birthday', per: 1_000, below: 'live births' },
  neonatal: { title: 'Neonatal mortality: deaths in days 0–27', per: 1_000, below: 'live births' },
  'early-neonatal': { title: 'Early neonatal mortality: deaths in days 0–6', per: 1_000, below: 'live births' },
  postneonatal: { title: 'Postneonatal mortality: deaths in days 28–364', per: 1_000, below: 'live births' },
  stillbirth: { title: 'Stillbirth rate', per: 1_000, below: 'live births and stillbirths' },
  perinatal: { title: 'Perinatal mortality: stillbirths and deaths in days 0–6', per: 1_000, below: 'live births and stillbirths' },
  'maternal-ratio': {
    title: 'Maternal mortality ratio: deaths of pregnancy, childbirth and 42 days after',
    per: 100_000,
    below: 'live births',
  },
} as const;
export type BirthMeasure = keyof typeof BIRTH_MEASURES;

/**
 * One measure with OHID's Poisson limits. `stillbirths` is added to the denominator (and, for perinatal mortality, its deaths
 * are the caller's to count) where the measure is over all births. Source: WHO Indicator Metadata Registry; ICD-10 vol. 2, 5.7.
 */
export function birthMeasure(
  measure: BirthMeasure,
  deaths: number,
  liveBirths: number,
  options: { readonly stillbirths?: number; readonly confidence?: number } = {},
): Rate & { readonly per: number } {
  const { per, below } = BIRTH_MEASURES[measure];
  const births = below === 'live births' ? liveBirths : liveBirths + (options.stillbirths ?? 0);
  return { ...crudeRate(deaths, births, per, options.confidence ?? DEFAULT_CONFIDENCE), per };
}

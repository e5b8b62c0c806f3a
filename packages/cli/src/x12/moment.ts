import { type Moment, momentOf } from '@cleanclaim/x12';

/** Now, as X12 writes a day and a time of day (UTC). */
export function momentNow(): Moment {
  return momentOf(new Date().toISOString());
}

import { FACILITY_PLACES } from '@cleanclaim/core';

/** Places paid at the facility rate. Telehealth outside the home (02) is one too, but says nothing of where the clinician stood. */
export const FACILITY: ReadonlySet<string> = FACILITY_PLACES;

/** Places of telehealth: rules about where a service is done do not hold there. */
export const TELEHEALTH: ReadonlySet<string> = new Set(['02', '10']);

/** A hospital's own patients: in its beds, its outpatient departments on and off campus, and its emergency room. */
export const HOSPITAL: ReadonlySet<string> = new Set(['19', '21', '22', '23']);

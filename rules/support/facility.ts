/**
 * Places paid at the facility rate (Medicare Claims Processing Manual, chapter 12, 20.4.2). Telehealth outside the home
 * (02) is one too, but says nothing of where the clinician stood.
 */
export const FACILITY: ReadonlySet<string> = new Set('19 21 22 23 24 26 31 34 41 42 51 52 53 56 61'.split(' '));

/** Places of telehealth: rules about where a service is done do not hold there. */
export const TELEHEALTH: ReadonlySet<string> = new Set(['02', '10']);

/** A hospital's own patients: in its beds, its outpatient departments on and off campus, and its emergency room. */
export const HOSPITAL: ReadonlySet<string> = new Set(['19', '21', '22', '23']);

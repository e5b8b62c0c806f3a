/** Who gave the anaesthesia: in person, supervising, directing several or one, directed, alone. */
export const WHO_GAVE_IT: ReadonlySet<string> = new Set(['AA', 'AD', 'QK', 'QX', 'QY', 'QZ']);

/** Physical status of the patient. */
export const PHYSICAL_STATUS: ReadonlySet<string> = new Set(['P1', 'P2', 'P3', 'P4', 'P5', 'P6']);

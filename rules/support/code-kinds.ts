/** Five digits, as most codes of CPT are; its chapters are runs of numbers. */
function between(code: string, first: string, last: string): boolean {
  return code.length === 5 && code >= first && code <= last && code.charCodeAt(4) <= 57;
}

export function isAnesthesia(code: string): boolean {
  return between(code, '00100', '01999');
}

export function isSurgery(code: string): boolean {
  return between(code, '10004', '69990');
}

/** Drawing blood from a vein, an artery or a catheter: among surgery by number, and no operation. */
export function isBloodDraw(code: string): boolean {
  return between(code, '36400', '36416') || code === '36591' || code === '36592' || code === '36600';
}

export function isImaging(code: string): boolean {
  return between(code, '70010', '79999');
}

/** Laboratory tests that HCPCS lists under G, Q and U. */
const LABORATORY: ReadonlySet<string> = new Set(
  'G0027 G0103 G0123 G0143 G0144 G0145 G0147 G0148 G0306 G0307 G0328 G0431 G0432 G0433 G0435 G0471 G0475 G0476 G0480 G0481 G0482 G0483 G0499 G0659 Q0111 Q0112 Q0113 Q0114 Q0115 U0001 U0002 U0003 U0004 U0005'.split(
    ' ',
  ),
);

/** CPT's chapter of laboratory and pathology, its proprietary tests (0001U), and those HCPCS lists under P and others. */
export function isLaboratory(code: string): boolean {
  if (code.length !== 5) return false;
  switch (code.charAt(0)) {
    case '8':
      return between(code, '80047', '89398');
    case '0':
      return code.endsWith('U');
    case 'P':
      return '2379'.includes(code.charAt(1));
    case 'G':
    case 'Q':
    case 'U':
      return LABORATORY.has(code);
    default:
      return false;
  }
}

/** Items rather than services: transport, supplies, equipment, drugs, prosthetics, glasses and hearing aids. */
export function isItem(code: string): boolean {
  return code.length === 5 && 'ABEJKLV'.includes(code.charAt(0));
}

/** Codes under which a drug or biological is billed; vaccines and immune globulins have numbers of CPT. */
export function mayBeDrug(code: string): boolean {
  return code.length === 5 && ('ACJPQS'.includes(code.charAt(0)) || between(code, '90281', '90759') || between(code, '91300', '91399'));
}

/** Injections, infusions and chemotherapy. */
export function isDrugAdministration(code: string): boolean {
  return between(code, '96360', '96549');
}

/** Administration of a vaccine. */
export function isVaccination(code: string): boolean {
  return between(code, '90460', '90474') || code === '90480' || /^(?:G0008|G0009|G0010|M0201)$/.test(code);
}

/** True where no modifier of visits (24, 25, 57) can belong: anaesthesia, surgery, imaging, laboratory and items. */
export function isSurelyNoVisit(code: string): boolean {
  return isAnesthesia(code) || isSurgery(code) || isImaging(code) || isLaboratory(code) || isItem(code);
}

/** Office and other outpatient visits, new and established. */
export function isOfficeVisit(code: string): boolean {
  return between(code, '99202', '99215');
}

/** Visits in a home or residence, new and established. */
export function isHomeVisit(code: string): boolean {
  return between(code, '99341', '99350');
}

/** Visits among the G codes of CMS: preventive and wellness visits, hospital clinic, telehealth consultations, FQHC visits, type B emergency. */
const G_VISITS = new Set(
  'G0245 G0246 G0380 G0381 G0382 G0383 G0384 G0402 G0406 G0407 G0408 G0425 G0426 G0427 G0438 G0439 G0463 G0466 G0467 G0468 G0469 G0470 G0508 G0509'.split(
    ' ',
  ),
);

/** Evaluation and management, in the sense of modifiers 24, 25 and 57: CPT's own chapter, its eye visits, and visits among the G codes. */
export function isEvaluation(code: string): boolean {
  if (code.length !== 5) return false;
  if (code.startsWith('G')) return G_VISITS.has(code);
  return (code >= '99202' && code <= '99499') || (code >= '92002' && code <= '92014');
}

/**
 * A visit that the package of an operation may hold: the evaluation codes without counselling, care management and
 * other services that are not visits.
 */
export function isVisit(code: string): boolean {
  return isEvaluation(code) && !(code >= '99366' && code <= '99379') && !(code >= '99401' && code <= '99499');
}

/** A visit of a patient who is new to the practice: office, eye, home and preventive visits of CPT, those before 2021 and 2023 too. */
export function isNewPatientVisit(code: string): boolean {
  if (code.length !== 5) return false;
  if (code === '92002' || code === '92004') return true;
  return (
    (code >= '99201' && code <= '99205') ||
    (code >= '99324' && code <= '99328') ||
    (code >= '99341' && code <= '99345') ||
    (code >= '99381' && code <= '99387')
  );
}

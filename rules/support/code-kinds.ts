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

export function isImaging(code: string): boolean {
  return between(code, '70010', '79999');
}

/** CPT's chapter of laboratory and pathology, its proprietary tests (U), and those HCPCS lists under G and P. */
export function isLaboratory(code: string): boolean {
  return (
    between(code, '80047', '89398') ||
    /^(?:\d{4}U|P[2379]\d{3}|G0(?:027|103|123|143|144|145|147|148|306|307|328|43[1235]|47[156]|48[0123]|499|659)|Q011[1-5]|U000\d)$/.test(
      code,
    )
  );
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

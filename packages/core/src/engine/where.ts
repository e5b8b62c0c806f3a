import type { Claim } from '../claim/model.ts';

export interface Where {
  readonly path: string;
  /** Box of CMS-1500 (02/12) or form locator of UB-04; null where the form has none. */
  readonly box: string | null;
  /** Loop and segment of the 837; null where it has none. */
  readonly x12: string | null;
  /** FHIR Claim path. */
  readonly fhir: string | null;
}

interface Place {
  readonly box1500?: string;
  readonly boxUb?: string;
  readonly x12p?: string;
  readonly x12i?: string;
  readonly fhir?: string;
}

/** Fields by their path with indexes taken out. */
const PLACES: Readonly<Record<string, Place>> = {
  '/type': { fhir: 'Claim.type' },
  '/id': { box1500: '26', boxUb: '3a', x12p: '2300 CLM01', x12i: '2300 CLM01', fhir: 'Claim.identifier' },
  '/payer': { box1500: '1', boxUb: '50', x12p: '2010BB NM1', x12i: '2010BB NM1', fhir: 'Claim.insurer' },
  '/payer/order': { boxUb: '50', x12p: '2000B SBR01', x12i: '2000B SBR01', fhir: 'Claim.insurance.sequence' },
  '/payer/insuranceType': { x12p: '2000B SBR05', x12i: '2000B SBR05', fhir: 'Claim.insurance.coverage' },
  '/otherPayers': { box1500: '9', boxUb: '50', x12p: '2320', x12i: '2320', fhir: 'Claim.insurance' },
  '/patient/birthDate': { box1500: '3', boxUb: '10', x12p: '2010BA DMG02', x12i: '2010BA DMG02', fhir: 'Patient.birthDate' },
  '/patient/deathDate': { x12p: '2000B PAT06', x12i: '2000B PAT06', fhir: 'Patient.deceasedDateTime' },
  '/patient/sex': { box1500: '3', boxUb: '11', x12p: '2010BA DMG03', x12i: '2010BA DMG03', fhir: 'Patient.gender' },
  '/patient/memberId': { box1500: '1a', boxUb: '60', x12p: '2010BA NM109', x12i: '2010BA NM109', fhir: 'Coverage.subscriberId' },
  '/patient/name': { box1500: '2', boxUb: '8b', x12p: '2010BA NM103', x12i: '2010BA NM103', fhir: 'Patient.name' },
  '/patient/address': { box1500: '5', boxUb: '9', x12p: '2010BA N3', x12i: '2010BA N3', fhir: 'Patient.address' },
  '/subscriber': { box1500: '4', boxUb: '58', x12p: '2010BA', x12i: '2010BA', fhir: 'Coverage.subscriber' },
  '/subscriber/relation': { box1500: '6', boxUb: '59', x12p: '2000C PAT01', x12i: '2000C PAT01', fhir: 'Coverage.relationship' },
  '/subscriber/memberId': { box1500: '1a', boxUb: '60', x12p: '2010BA NM109', x12i: '2010BA NM109', fhir: 'Coverage.subscriberId' },
  '/subscriber/group': { box1500: '11', boxUb: '62', x12p: '2000B SBR03', x12i: '2000B SBR03', fhir: 'Coverage.class' },
  '/billing': { box1500: '33', boxUb: '1', x12p: '2010AA', x12i: '2010AA', fhir: 'Claim.provider' },
  '/billing/npi': { box1500: '33a', boxUb: '56', x12p: '2010AA NM109', x12i: '2010AA NM109', fhir: 'Claim.provider' },
  '/billing/taxonomy': { box1500: '33b', boxUb: '81', x12p: '2000A PRV03', x12i: '2000A PRV03', fhir: 'Claim.provider' },
  '/billing/taxId': { box1500: '25', boxUb: '5', x12p: '2010AA REF02', x12i: '2010AA REF02', fhir: 'Claim.provider' },
  '/rendering/npi': { box1500: '24J', x12p: '2310B NM109', x12i: '2310D NM109', fhir: 'Claim.careTeam' },
  '/rendering/taxonomy': { box1500: '24I', x12p: '2310B PRV03', fhir: 'Claim.careTeam' },
  '/referring/npi': { box1500: '17b', x12p: '2310A NM109', x12i: '2310F NM109', fhir: 'Claim.careTeam' },
  '/ordering/npi': { box1500: '17b', x12p: '2420E NM109', fhir: 'Claim.careTeam' },
  '/attending/npi': { boxUb: '76', x12i: '2310A NM109', fhir: 'Claim.careTeam' },
  '/operating/npi': { boxUb: '77', x12i: '2310B NM109', fhir: 'Claim.careTeam' },
  '/facility/npi': { box1500: '32a', x12p: '2310C NM109', x12i: '2310E NM109', fhir: 'Claim.facility' },
  '/total': { box1500: '28', boxUb: '47', x12p: '2300 CLM02', x12i: '2300 CLM02', fhir: 'Claim.total' },
  '/patientPaid': { box1500: '29', x12p: '2300 AMT*F5', fhir: 'Claim.supportingInfo' },
  '/note': { box1500: '19', boxUb: '80', x12p: '2300 NTE', x12i: '2300 NTE', fhir: 'Claim.supportingInfo' },
  '/clia': { box1500: '23', x12p: '2300 REF*X4', fhir: 'Claim.supportingInfo' },
  '/medicalRecord': { boxUb: '3b', x12p: '2300 REF*EA', x12i: '2300 REF*EA', fhir: 'Claim.supportingInfo' },
  '/onset': { box1500: '14', x12p: '2300 DTP*431', fhir: 'Claim.event' },
  '/accident': { box1500: '10', boxUb: '31', x12p: '2300 CLM11', x12i: '2300 HI*BH', fhir: 'Claim.accident' },
  '/accident/on': { box1500: '14', boxUb: '31', x12p: '2300 DTP*439', x12i: '2300 HI*BH', fhir: 'Claim.accident.date' },
  '/accident/state': { box1500: '10b', boxUb: '29', x12p: '2300 CLM11', x12i: '2300 REF*LU', fhir: 'Claim.accident.locationAddress' },
  '/priorAuthorization': { box1500: '23', boxUb: '63', x12p: '2300 REF*G1', x12i: '2300 REF*G1', fhir: 'Claim.insurance.preAuthRef' },
  '/referral': { box1500: '23', boxUb: '63', x12p: '2300 REF*9F', x12i: '2300 REF*9F', fhir: 'Claim.referral' },
  '/frequency': { box1500: '22', boxUb: '4', x12p: '2300 CLM05-3', x12i: '2300 CLM05-3', fhir: 'Claim.related' },
  '/originalClaim': { box1500: '22', boxUb: '64', x12p: '2300 REF*F8', x12i: '2300 REF*F8', fhir: 'Claim.related' },
  '/admission': { box1500: '18', boxUb: '12', x12p: '2300 DTP*435', x12i: '2300 DTP*435', fhir: 'Claim.supportingInfo' },
  '/admissionType': { boxUb: '14', x12i: '2300 CL101', fhir: 'Claim.supportingInfo' },
  '/admissionSource': { boxUb: '15', x12i: '2300 CL102', fhir: 'Claim.supportingInfo' },
  '/discharge': { box1500: '18', boxUb: '6', x12p: '2300 DTP*096', x12i: '2300 DTP*434', fhir: 'Claim.supportingInfo' },
  '/dischargeStatus': { boxUb: '17', x12i: '2300 CL103', fhir: 'Claim.supportingInfo' },
  '/statement': { boxUb: '6', x12i: '2300 DTP*434', fhir: 'Claim.billablePeriod' },
  '/billType': { boxUb: '4', x12i: '2300 CLM05', fhir: 'Claim.subType' },
  '/conditionCodes': { boxUb: '18-28', x12i: '2300 HI*BG', fhir: 'Claim.supportingInfo' },
  '/occurrences': { boxUb: '31-36', x12i: '2300 HI*BH', fhir: 'Claim.supportingInfo' },
  '/values': { boxUb: '39-41', x12i: '2300 HI*BE', fhir: 'Claim.supportingInfo' },
  '/diagnoses': { box1500: '21', boxUb: '67', x12p: '2300 HI', x12i: '2300 HI', fhir: 'Claim.diagnosis' },
  '/procedures': { boxUb: '74', x12i: '2300 HI*BBR', fhir: 'Claim.procedure' },
  '/lines': { box1500: '24', boxUb: '42-47', x12p: '2400', x12i: '2400', fhir: 'Claim.item' },
  '/lines/code': { box1500: '24D', boxUb: '44', x12p: '2400 SV101-2', x12i: '2400 SV202-2', fhir: 'Claim.item.productOrService' },
  '/lines/modifiers': { box1500: '24D', boxUb: '44', x12p: '2400 SV101-3', x12i: '2400 SV202-3', fhir: 'Claim.item.modifier' },
  '/lines/revenue': { boxUb: '42', x12i: '2400 SV201', fhir: 'Claim.item.revenue' },
  '/lines/from': { box1500: '24A', boxUb: '45', x12p: '2400 DTP*472', x12i: '2400 DTP*472', fhir: 'Claim.item.serviced' },
  '/lines/to': { box1500: '24A', boxUb: '45', x12p: '2400 DTP*472', x12i: '2400 DTP*472', fhir: 'Claim.item.serviced' },
  '/lines/pos': { box1500: '24B', x12p: '2400 SV105', fhir: 'Claim.item.location' },
  '/lines/units': { box1500: '24G', boxUb: '46', x12p: '2400 SV104', x12i: '2400 SV205', fhir: 'Claim.item.quantity' },
  '/lines/charge': { box1500: '24F', boxUb: '47', x12p: '2400 SV102', x12i: '2400 SV203', fhir: 'Claim.item.net' },
  '/lines/pointers': { box1500: '24E', x12p: '2400 SV107', fhir: 'Claim.item.diagnosisSequence' },
  '/lines/rendering/npi': { box1500: '24J', x12p: '2420A NM109', x12i: '2420C NM109', fhir: 'Claim.item.careTeamSequence' },
  '/lines/ndc': { box1500: '24', boxUb: '43', x12p: '2410 LIN03', x12i: '2410 LIN03', fhir: 'Claim.item.productOrService' },
  '/lines/minutes': { box1500: '24G', x12p: '2400 SV104', fhir: 'Claim.item.quantity' },
  '/lines/tooth': { fhir: 'Claim.item.bodySite' },
};

/** Every name by which people know a place on the claim: JSON path, box, X12 and FHIR. */
export function where(path: string, claim: Claim): Where {
  // Only an institutional claim's places depend on more than its type.
  if (claim.type === 'institutional') return findPlace(path, claim);
  const known = KNOWN[claim.type].get(path);
  if (known) return known;
  const place = findPlace(path, claim);
  if (KNOWN[claim.type].size < MOST_KNOWN) KNOWN[claim.type].set(path, place);
  return place;
}

const KNOWN = { professional: new Map<string, Where>(), dental: new Map<string, Where>() };
const MOST_KNOWN = 2_000;

function findPlace(path: string, claim: Claim): Where {
  // What a FHIR or an X12 file says and the claim has no field for (UnknownField).
  if (/^[A-Z][a-z]/.test(path)) return { path: '', box: null, x12: null, fhir: path };
  if (/^[^/]/.test(path)) return { path: '', box: null, x12: path, fhir: null };
  const diagnosis = /^\/diagnoses\/(\d+)/.exec(path);
  if (diagnosis) return diagnosisPlace(path, Number(diagnosis[1]), claim);
  const index = /\/(\d+)/.exec(path)?.[1];
  let field = path.replace(/\/\d+/g, '');
  while (field !== '' && !(field in PLACES)) field = field.slice(0, field.lastIndexOf('/'));
  const place = PLACES[field] ?? {};
  const institutional = claim.type === 'institutional';
  const x12 = institutional ? place.x12i : place.x12p;
  const fhir = index === undefined ? place.fhir : place.fhir?.replace(/^Claim\.item/, `Claim.item[${index}]`);
  return {
    path,
    box: (institutional ? place.boxUb : claim.type === 'dental' ? undefined : place.box1500) ?? null,
    x12: x12 ?? null,
    fhir: fhir ?? null,
  };
}

function diagnosisPlace(path: string, index: number, claim: Claim): Where {
  const fhir = `Claim.diagnosis[${index}]`;
  if (claim.type !== 'institutional') {
    const box = claim.type === 'dental' ? null : `21${String.fromCharCode(65 + index)}`;
    return { path, box, x12: `2300 HI${String(index + 1).padStart(2, '0')}`, fhir };
  }
  const kind = claim.diagnoses?.[index]?.kind;
  const boxes: Record<string, [string, string]> = {
    principal: ['67', '2300 HI*ABK'],
    admitting: ['69', '2300 HI*ABJ'],
    reason: ['70', '2300 HI*APR'],
    external: ['72', '2300 HI*ABN'],
  };
  const [box, x12] = boxes[kind ?? ''] ?? ['67A-Q', '2300 HI*ABF'];
  return { path, box, x12, fhir };
}

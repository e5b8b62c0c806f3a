/** Names that code systems have in FHIR, as HL7 terminology, US Core and CARIN Blue Button give them. */
export const SYSTEM = {
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9cm: 'http://hl7.org/fhir/sid/icd-9-cm',
  snodent: 'http://www.ada.org/snodent',
  icd10pcs: 'http://www.cms.gov/Medicare/Coding/ICD10',
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  cdt: 'http://www.ada.org/cdt',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  placeOfService: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
  taxonomy: 'http://nucc.org/provider-taxonomy',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  ein: 'urn:oid:2.16.840.1.113883.4.4',
  ssn: 'http://hl7.org/fhir/sid/us-ssn',
  claimType: 'http://terminology.hl7.org/CodeSystem/claim-type',
  priority: 'http://terminology.hl7.org/CodeSystem/processpriority',
  diagnosisType: 'http://terminology.hl7.org/CodeSystem/ex-diagnosistype',
  c4bbDiagnosisType: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBClaimDiagnosisType',
  presentOnAdmission: 'https://www.nubc.org/CodeSystem/PresentOnAdmissionIndicator',
  typeOfBill: 'https://www.nubc.org/CodeSystem/TypeOfBill',
  revenue: 'https://www.nubc.org/CodeSystem/RevenueCodes',
  admissionType: 'https://www.nubc.org/CodeSystem/PriorityTypeOfAdmitOrVisit',
  admissionSource: 'https://www.nubc.org/CodeSystem/PointOfOrigin',
  dischargeStatus: 'https://www.nubc.org/CodeSystem/PatDischargeStatus',
  condition: 'https://www.nubc.org/CodeSystem/NubcConditionCodes',
  occurrence: 'https://www.nubc.org/CodeSystem/NubcOccurrenceCodes',
  span: 'https://www.nubc.org/CodeSystem/NubcOccurrenceSpanCodes',
  value: 'https://www.nubc.org/CodeSystem/NubcValueCodes',
  drg: 'https://www.cms.gov/Medicare/Medicare-Fee-for-Service-Payment/AcuteInpatientPPS/MS-DRG-Classifications-and-Software',
  information: 'http://terminology.hl7.org/CodeSystem/claiminformationcategory',
  c4bbInformation: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBSupportingInfoType',
  teamRole: 'http://terminology.hl7.org/CodeSystem/claimcareteamrole',
  c4bbTeamRole: 'http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBClaimCareTeamRole',
  x12Entity: 'https://codesystem.x12.org/005010/98',
  x12Relation: 'https://codesystem.x12.org/005010/1069',
  x12Filing: 'https://codesystem.x12.org/005010/1032',
  relation: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship',
  coverageClass: 'http://terminology.hl7.org/CodeSystem/coverage-class',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  related: 'http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship',
  accident: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  absent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  tooth: 'http://terminology.hl7.org/CodeSystem/ex-tooth',
  surface: 'http://terminology.hl7.org/CodeSystem/FDI-surface',
  units: 'http://unitsofmeasure.org',
} as const;

export const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/** Our types of claim and FHIR's. */
export const CLAIM_TYPES = { professional: 'professional', institutional: 'institutional', dental: 'oral' } as const;

/** Kinds of diagnosis, each with the system that has a code for it. */
export const DIAGNOSIS_TYPES = {
  principal: [SYSTEM.diagnosisType, 'principal'],
  admitting: [SYSTEM.diagnosisType, 'admitting'],
  reason: [SYSTEM.c4bbDiagnosisType, 'patientreasonforvisit'],
  external: [SYSTEM.c4bbDiagnosisType, 'externalcauseofinjury'],
  other: [SYSTEM.c4bbDiagnosisType, 'other'],
} as const;

/** Members of the care team that a claim has a field for: the X12 entity code, and a FHIR code where there is one. */
export const TEAM_ROLES = {
  rendering: ['82', SYSTEM.c4bbTeamRole, 'rendering'],
  referring: ['DN', SYSTEM.c4bbTeamRole, 'referring'],
  ordering: ['DK', undefined, undefined],
  attending: ['71', SYSTEM.c4bbTeamRole, 'attending'],
  operating: ['72', SYSTEM.c4bbTeamRole, 'operating'],
  otherOperating: ['ZZ', SYSTEM.c4bbTeamRole, 'otheroperating'],
  supervising: ['DQ', SYSTEM.teamRole, 'supervisor'],
  assistant: ['DD', SYSTEM.teamRole, 'assist'],
} as const;
export type TeamRole = keyof typeof TEAM_ROLES;

/** The patient to the subscriber: the X12 code, and FHIR's where it has one of the same meaning. */
export const RELATION_CODES = {
  self: ['18', 'self'],
  spouse: ['01', 'spouse'],
  child: ['19', 'child'],
  employee: ['20', 'other'],
  unknown: ['21', 'other'],
  'organ-donor': ['39', 'other'],
  'cadaver-donor': ['40', 'other'],
  'life-partner': ['53', 'common'],
  other: ['G8', 'other'],
} as const;

export const ACCIDENT_CODES: Readonly<Record<string, string>> = { auto: 'MVA', employment: 'WPA' };

/** Facts of a hospital stay that FHIR keeps under `supportingInfo`: claim field → category of CARIN, system of the code. */
export const STAY_FACTS = {
  admissionType: ['admtype', SYSTEM.admissionType],
  admissionSource: ['pointoforigin', SYSTEM.admissionSource],
  dischargeStatus: ['discharge-status', SYSTEM.dischargeStatus],
  drg: ['drg', SYSTEM.drg],
} as const;

/** Facts without a place of their own in FHIR, by their place in the claim: `supportingInfo` whose category is that place, as text. */
export const NAMED_FACTS = [
  'medium',
  'frequency',
  'admissionTime',
  'dischargeTime',
  'clia',
  'note',
  'patientPaid',
  'payer.locality',
  'payer.insuranceType',
  'declared.signature',
  'declared.assignment',
  'declared.benefits',
  'declared.release',
] as const;

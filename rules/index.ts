import type { Rule } from '@cleanclaim/core';
import unknownField from './claim/unknown-field.rule.ts';
import cobBalance from './cob/balance.rule.ts';
import codeSet from './code/code-set.rule.ts';
import icd9cm from './code/icd9cm.rule.ts';
import notBillable from './code/not-billable.rule.ts';
import notInForce from './code/not-in-force.rule.ts';
import placeholder from './code/placeholder.rule.ts';
import procedure from './code/procedure.rule.ts';
import seventhCharacter from './code/seventh-character.rule.ts';
import unknownCode from './code/unknown-code.rule.ts';
import lcdNcd from './coverage/lcd-ncd.rule.ts';
import coveragePolicy from './coverage/policy.rule.ts';
import age from './demographic/age.rule.ts';
import sex from './demographic/sex.rule.ts';
import crosswalk from './drug/crosswalk.rule.ts';
import discarded from './drug/discarded.rule.ts';
import ndc from './drug/ndc.rule.ts';
import accident from './form/accident.rule.ts';
import admissionCodes from './form/admission-codes.rule.ts';
import billType from './form/bill-type.rule.ts';
import charge from './form/charge.rule.ts';
import claimChange from './form/claim-change.rule.ts';
import codePartners from './form/code-partners.rule.ts';
import codeWritten from './form/code-written.rule.ts';
import coveredDays from './form/covered-days.rule.ts';
import dates from './form/dates.rule.ts';
import death from './form/death.rule.ts';
import duplicateLine from './form/duplicate-line.rule.ts';
import eventCodes from './form/event-codes.rule.ts';
import frequency from './form/frequency.rule.ts';
import limits from './form/limits.rule.ts';
import mbi from './form/mbi.rule.ts';
import modifierForm from './form/modifier-form.rule.ts';
import notClassified from './form/not-classified.rule.ts';
import npi from './form/npi.rule.ts';
import ordering from './form/ordering.rule.ts';
import outpatientRoom from './form/outpatient-room.rule.ts';
import patientStatus from './form/patient-status.rule.ts';
import placeOfService from './form/place-of-service.rule.ts';
import poa from './form/poa.rule.ts';
import pointer from './form/pointer.rule.ts';
import procedureForm from './form/procedure-form.rule.ts';
import required from './form/required.rule.ts';
import revenue from './form/revenue.rule.ts';
import roomDays from './form/room-days.rule.ts';
import staySpan from './form/stay-span.rule.ts';
import taxId from './form/tax-id.rule.ts';
import taxonomy from './form/taxonomy.rule.ts';
import total from './form/total.rule.ts';
import units from './form/units.rule.ts';
import unusedDiagnosis from './form/unused-diagnosis.rule.ts';
import historyDuplicateClaim from './history/duplicate-claim.rule.ts';
import historyGlobalPeriod from './history/global-period.rule.ts';
import historyHospice from './history/hospice.rule.ts';
import historyMue from './history/mue.rule.ts';
import historyNewPatient from './history/new-patient.rule.ts';
import historyPaymentWindow from './history/payment-window.rule.ts';
import historyPlaceOfStay from './history/place-of-stay.rule.ts';
import historyPtpPair from './history/ptp-pair.rule.ts';
import historyScreeningInterval from './history/screening-interval.rule.ts';
import historyWellnessVisit from './history/wellness-visit.rule.ts';
import aftercare from './icd10cm/aftercare.rule.ts';
import codeAlso from './icd10cm/code-also.rule.ts';
import codeFirst from './icd10cm/code-first.rule.ts';
import duplicateDiagnosis from './icd10cm/duplicate-diagnosis.rule.ts';
import excludes1 from './icd10cm/excludes1.rule.ts';
import externalCauseFirst from './icd10cm/external-cause-first.rule.ts';
import firstListedOnly from './icd10cm/first-listed-only.rule.ts';
import laterality from './icd10cm/laterality.rule.ts';
import manifestationFirst from './icd10cm/manifestation-first.rule.ts';
import obstetric from './icd10cm/obstetric.rule.ts';
import perinatal from './icd10cm/perinatal.rule.ts';
import sequelaOrder from './icd10cm/sequela-order.rule.ts';
import sequence from './icd10cm/sequence.rule.ts';
import symptomIntegral from './icd10cm/symptom-integral.rule.ts';
import unspecifiedSide from './icd10cm/unspecified-side.rule.ts';
import useAdditional from './icd10cm/use-additional.rule.ts';
import withConvention from './icd10cm/with-convention.rule.ts';
import hospitalBilateral from './ioce/bilateral.rule.ts';
import packagedOnly from './ioce/packaged-only.rule.ts';
import revenueNeedsCode from './ioce/revenue-needs-code.rule.ts';
import hospitalStatus from './ioce/status.rule.ts';
import hospitalVisits from './ioce/visits.rule.ts';
import mceDischargeStatus from './mce/discharge-status.rule.ts';
import mceInvalidCode from './mce/invalid-code.rule.ts';
import mceInvalidProcedure from './mce/invalid-procedure.rule.ts';
import mceLengthOfStay from './mce/length-of-stay.rule.ts';
import mceLimitedCoverage from './mce/limited-coverage.rule.ts';
import mceNonCovered from './mce/non-covered.rule.ts';
import mceObstetricAdmission from './mce/obstetric-admission.rule.ts';
import mcePrincipalUnacceptable from './mce/principal-unacceptable.rule.ts';
import mceProcedureSex from './mce/procedure-sex.rule.ts';
import mceQuestionableAdmission from './mce/questionable-admission.rule.ts';
import mceSexUnknown from './mce/sex-unknown.rule.ts';
import mceUnspecifiedSide from './mce/unspecified-side.rule.ts';
import mceWrongProcedure from './mce/wrong-procedure.rule.ts';
import anesthesia from './modifier/anesthesia.rule.ts';
import distinct from './modifier/distinct.rule.ts';
import laboratory from './modifier/laboratory.rule.ts';
import notAnesthesia from './modifier/not-anesthesia.rule.ts';
import repeat from './modifier/repeat.rule.ts';
import screeningConverted from './modifier/screening-converted.rule.ts';
import splitVisit from './modifier/split-visit.rule.ts';
import therapyPlan from './modifier/therapy-plan.rule.ts';
import visitModifier from './modifier/visit.rule.ts';
import bilateral from './mpfs/bilateral.rule.ts';
import globalPeriod from './mpfs/global-period.rule.ts';
import modifier from './mpfs/modifier.rule.ts';
import place from './mpfs/place.rule.ts';
import professionalTechnical from './mpfs/professional-technical.rule.ts';
import status from './mpfs/status.rule.ts';
import surgeons from './mpfs/surgeons.rule.ts';
import addOn from './ncci/add-on.rule.ts';
import mue from './ncci/mue.rule.ts';
import ptpPair from './ncci/ptp-pair.rule.ts';
import authorization from './plan/authorization.rule.ts';
import timelyFiling from './plan/timely-filing.rule.ts';
import therapyUnits from './therapy/units.rule.ts';
import ageCode from './visit/age-code.rule.ts';
import complexity from './visit/complexity.rule.ts';
import nurse from './visit/nurse.rule.ts';
import oneADay from './visit/one-a-day.rule.ts';
import visitPlace from './visit/place.rule.ts';
import preventiveAge from './visit/preventive-age.rule.ts';
import prolonged from './visit/prolonged.rule.ts';
import screening from './visit/screening.rule.ts';
import telehealth from './visit/telehealth.rule.ts';

export { UNMADE } from './unmade.ts';

/** Every rule, in the order findings are listed: first what each diagnosis is and how they stand together, then procedures, then the form. */
export const RULES: readonly Rule[] = [
  unknownCode,
  codeSet,
  icd9cm,
  notBillable,
  placeholder,
  seventhCharacter,
  notInForce,
  duplicateDiagnosis,
  excludes1,
  manifestationFirst,
  codeFirst,
  externalCauseFirst,
  firstListedOnly,
  sequelaOrder,
  sequence,
  obstetric,
  perinatal,
  laterality,
  unspecifiedSide,
  withConvention,
  useAdditional,
  codeAlso,
  aftercare,
  symptomIntegral,
  age,
  sex,
  mceInvalidCode,
  mceInvalidProcedure,
  mcePrincipalUnacceptable,
  mceQuestionableAdmission,
  mceObstetricAdmission,
  mceUnspecifiedSide,
  mceWrongProcedure,
  mceProcedureSex,
  mceSexUnknown,
  mceNonCovered,
  mceLimitedCoverage,
  mceLengthOfStay,
  mceDischargeStatus,
  procedure,
  ptpPair,
  mue,
  addOn,
  status,
  globalPeriod,
  professionalTechnical,
  bilateral,
  surgeons,
  place,
  modifier,
  lcdNcd,
  coveragePolicy,
  visitModifier,
  distinct,
  repeat,
  anesthesia,
  notAnesthesia,
  therapyPlan,
  laboratory,
  splitVisit,
  screeningConverted,
  complexity,
  prolonged,
  nurse,
  oneADay,
  preventiveAge,
  ageCode,
  telehealth,
  visitPlace,
  screening,
  therapyUnits,
  revenueNeedsCode,
  hospitalVisits,
  hospitalBilateral,
  hospitalStatus,
  packagedOnly,
  ndc,
  crosswalk,
  discarded,
  required,
  limits,
  dates,
  charge,
  total,
  units,
  procedureForm,
  notClassified,
  codeWritten,
  modifierForm,
  placeOfService,
  pointer,
  unusedDiagnosis,
  duplicateLine,
  npi,
  mbi,
  taxId,
  taxonomy,
  ordering,
  frequency,
  billType,
  revenue,
  poa,
  patientStatus,
  death,
  admissionCodes,
  staySpan,
  coveredDays,
  roomDays,
  outpatientRoom,
  eventCodes,
  codePartners,
  claimChange,
  accident,
  cobBalance,
  timelyFiling,
  authorization,
  unknownField,
  historyDuplicateClaim,
  historyPtpPair,
  historyMue,
  historyGlobalPeriod,
  historyNewPatient,
  historyWellnessVisit,
  historyHospice,
  historyPaymentWindow,
  historyPlaceOfStay,
  historyScreeningInterval,
];

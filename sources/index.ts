import { cptClinician, cptConsumer, cptLong, cptMedium, cptShort } from './ama-cpt/source.ts';
import { anesthesiaBaseUnits } from './anesthesia-base-units/source.ts';
import { asp } from './asp/source.ts';
import { aspNdc } from './asp-ndc/source.ts';
import { ccsr } from './ccsr/source.ts';
import { clfs } from './clfs/source.ts';
import { coverageLists } from './coverage-lists/source.ts';
import { dmepos } from './dmepos/source.ts';
import { hcc } from './hcc/source.ts';
import { hcpcs } from './hcpcs/source.ts';
import { icd10Nchs, icd10Who } from './icd10-who/source.ts';
import { icd10cmAddenda } from './icd10cm-addenda/source.ts';
import { icd10cmConversion } from './icd10cm-conversion/source.ts';
import { icd10cmCodes } from './icd10cm-codes/source.ts';
import { icd10cmTabular } from './icd10cm-tabular/source.ts';
import { icd10pcs } from './icd10pcs/source.ts';
import { icd10pcsDefinitions } from './icd10pcs-definitions/source.ts';
import { icd10pcsTables } from './icd10pcs-tables/source.ts';
import { icd10pcsIndex } from './icd10pcs-index/source.ts';
import { icd10ToIcd11, icd10ToIcd11All, icd11Mms, icd11ToIcd10 } from './icd11/source.ts';
import {
  gemIcd10cmToIcd9cm,
  gemIcd10pcsToIcd9cm,
  gemIcd9cmToIcd10cm,
  gemIcd9cmToIcd10pcs,
  icd9cmDiagnoses,
  icd9cmProcedures,
} from './icd9/source.ts';
import {
  mcdArticleCodes,
  mcdArticleContractors,
  mcdArticleCovered,
  mcdArticleCoveredGroups,
  mcdArticleModifiers,
  mcdArticleNoncovered,
  mcdArticles,
  mcdContractors,
} from './medicare-coverage/source.ts';
import { mceDiagnoses, mceProcedures } from './mce/source.ts';
import { mpfsAmounts } from './mpfs-amounts/source.ts';
import { mpfsAnesthesia } from './mpfs-anesthesia/source.ts';
import { mpfsGpci } from './mpfs-gpci/source.ts';
import { mpfsLocality } from './mpfs-locality/source.ts';
import { mpfsOppsCap } from './mpfs-oppscap/source.ts';
import { mpfsRvu } from './mpfs-rvu/source.ts';
import { msDrg, msDrgCc, msDrgMcc } from './ms-drg/source.ts';
import { ncciAddOn } from './ncci-add-on/source.ts';
import {
  ncciMueDme,
  ncciMueMedicaidDme,
  ncciMueMedicaidOutpatient,
  ncciMueMedicaidPractitioner,
  ncciMueOutpatient,
  ncciMuePractitioner,
} from './ncci-mue/source.ts';
import {
  ncciPtpMedicaidDme,
  ncciPtpMedicaidOutpatient,
  ncciPtpMedicaidPractitioner,
  ncciPtpOutpatient,
  ncciPtpPractitioner,
} from './ncci-ptp/source.ts';
import { nuccTaxonomy } from './nucc-taxonomy/source.ts';
import { oppsAddendumB } from './opps-addendum-b/source.ts';
import { poaExempt } from './poa-exempt/source.ts';
import { carc, claimStatus, rarc } from './reason-codes/source.ts';
import { snomedMap } from './snomed-map/source.ts';
import { telehealthList } from './telehealth-list/source.ts';
import type { TableSource } from './source.ts';
import { zipLocality, zipPlusFour } from './zip-locality/source.ts';

export { COMPANIONS } from './companions.ts';
export { icd10cm } from './icd10cm/source.ts';
export { icd10cmIndex } from './icd10cm-index/source.ts';
export { placeOfService } from './place-of-service/source.ts';
export type { LocalFile, PackageFile, Source, TableSource } from './source.ts';

/** Every published file that `cleanclaim data add` knows. */
export const TABLE_SOURCES: readonly TableSource[] = [
  icd10cmCodes,
  icd10cmTabular,
  icd10cmAddenda,
  icd10pcs,
  hcpcs,
  ncciPtpPractitioner,
  ncciPtpOutpatient,
  ncciMuePractitioner,
  ncciMueOutpatient,
  ncciMueDme,
  ncciPtpMedicaidPractitioner,
  ncciPtpMedicaidOutpatient,
  ncciPtpMedicaidDme,
  ncciMueMedicaidPractitioner,
  ncciMueMedicaidOutpatient,
  ncciMueMedicaidDme,
  ncciAddOn,
  mpfsRvu,
  mpfsGpci,
  mpfsOppsCap,
  mpfsAnesthesia,
  anesthesiaBaseUnits,
  mpfsAmounts,
  mpfsLocality,
  zipLocality,
  zipPlusFour,
  mceDiagnoses,
  mceProcedures,
  mcdArticles,
  mcdArticleCodes,
  mcdArticleCovered,
  mcdArticleCoveredGroups,
  mcdArticleNoncovered,
  mcdArticleModifiers,
  mcdArticleContractors,
  mcdContractors,
  coverageLists,
  telehealthList,
  poaExempt,
  nuccTaxonomy,
  cptLong,
  cptMedium,
  cptShort,
  cptConsumer,
  cptClinician,
  icd10cmConversion,
  icd10pcsTables,
  icd10pcsDefinitions,
  icd10pcsIndex,
  gemIcd10cmToIcd9cm,
  gemIcd9cmToIcd10cm,
  gemIcd10pcsToIcd9cm,
  gemIcd9cmToIcd10pcs,
  snomedMap,
  icd9cmDiagnoses,
  icd9cmProcedures,
  icd10Who,
  icd10Nchs,
  icd11Mms,
  icd10ToIcd11,
  icd10ToIcd11All,
  icd11ToIcd10,
  hcc,
  ccsr,
  dmepos,
  clfs,
  asp,
  aspNdc,
  oppsAddendumB,
  carc,
  rarc,
  claimStatus,
  msDrg,
  msDrgCc,
  msDrgMcc,
];

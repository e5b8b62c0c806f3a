import type { CodeSystem } from './system.ts';
import { cdt } from './systems/cdt.ts';
import { cpt } from './systems/cpt.ts';
import { cptModifier } from './systems/cpt-modifier.ts';
import { hcpcs } from './systems/hcpcs.ts';
import { hcpcsModifier } from './systems/hcpcs-modifier.ts';
import { icd9cm } from './systems/icd9cm.ts';
import { icd10cm } from './systems/icd10cm.ts';
import { icd10pcs } from './systems/icd10pcs.ts';
import { icd10who } from './systems/icd10who.ts';
import { icd11 } from './systems/icd11.ts';
import { msDrg } from './systems/ms-drg.ts';
import { ndc } from './systems/ndc.ts';
import { npi } from './systems/npi.ts';
import { placeOfService } from './systems/place-of-service.ts';
import { revenue } from './systems/revenue.ts';
import { taxonomy } from './systems/taxonomy.ts';
import { typeOfBill } from './systems/type-of-bill.ts';

/** Every code system that can be told. To add one, write its file and name it here. */
export const CODE_SYSTEMS: readonly CodeSystem[] = [
  cpt,
  icd10cm,
  hcpcs,
  icd10pcs,
  cdt,
  icd11,
  icd10who,
  icd9cm,
  placeOfService,
  cptModifier,
  hcpcsModifier,
  revenue,
  typeOfBill,
  msDrg,
  ndc,
  npi,
  taxonomy,
];

export { icd10cm } from './icd10cm/source.ts';
export { icd10cmIndex } from './icd10cm-index/source.ts';
export { placeOfService } from './place-of-service/source.ts';
export type { LocalFile, PackageFile, Source } from './source.ts';

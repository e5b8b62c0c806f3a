export { applyAddenda, type CodeAddenda, type ListedOrDerived, readAddenda } from './icd10cm/addenda.ts';
export { buildIcd10cm, type Icd10cmEditionInput, type Icd10cmInput } from './icd10cm/build-icd10cm.ts';
export { type ExpansionException, expandTabular, type ListedCode } from './icd10cm/expand.ts';
export { readTabular, type TabularNode, type TabularNote } from './icd10cm/read-tabular.ts';
export { buildPlaceOfService } from './build-place-of-service.ts';
export { searchSections } from './search/build-search.ts';
export { type Sections, sha256, writePack } from './write-pack.ts';

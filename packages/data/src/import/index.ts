export { addFiles, type AddedFile, type AddOptions, tablesIn } from './add.ts';
export { compile, compileRecords, type CompiledEdition, type CompileOptions } from './compile.ts';
export { ARCHIVE_LIMITS, Archives, type ImportFile, importFiles } from './container.ts';
export { bytesInMemory } from '../file-bytes.ts';
export { install, withLock } from './installed.ts';
export { type Recognised, recognise } from './recognise.ts';
export type { FoundEdition, TableRecord, TableSource } from './table-source.ts';

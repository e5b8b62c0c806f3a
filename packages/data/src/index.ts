export { fileBytes } from './file-bytes.ts';
export { bundledData, openPacks } from './open.ts';

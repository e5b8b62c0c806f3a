export { fileBytes } from './file-bytes.ts';
export { bundledData, openData } from './open.ts';

import { en } from './en.ts';

/** The words of the page in the language in use. Official text is never here: it comes from the packs as published. */
export const t = en;

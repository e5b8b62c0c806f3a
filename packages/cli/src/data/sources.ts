import { icd10cmIndex, TABLE_SOURCES } from '@cleanclaim/sources';
import type { Given } from '../given.ts';
import { EXIT, type Output } from '../output.ts';

/** Published files that have a reader of their own stand beside the tables. */
const KNOWN = [...TABLE_SOURCES, { ...icd10cmIndex, cadence: 'yearly', licence: 'public', terms: icd10cmIndex.licence }];

/** Every published file that `data add` knows, with its publisher's page and terms. */
export function sources(_: Given, output: Output): number {
  output.header(['id', 'title', 'publisher', 'cadence', 'licence', 'terms', 'page']);
  for (const { id, title, publisher, cadence, licence, terms, page, addresses = [] } of KNOWN) {
    const answer = { id, title, publisher, cadence, licence, terms, page, addresses };
    output.answer(
      answer,
      () => `${output.bold(id)}  ${title}\n  ${publisher}, ${cadence}; ${terms}\n  ${output.paint('grey', page)}`,
      () => [id, title, publisher, cadence, licence, terms, page],
    );
  }
  output.end();
  return EXIT.fine;
}

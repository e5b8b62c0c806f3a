import { TABLE_SOURCES } from '@cleanclaim/sources';
import type { Given } from '../given.ts';
import { EXIT, type Output } from '../output.ts';

/** Every published file that `data add` knows, with its publisher's page and terms. */
export function sources(_: Given, output: Output): number {
  output.header(['id', 'title', 'publisher', 'cadence', 'licence', 'terms', 'page']);
  for (const { id, title, publisher, cadence, licence, terms, page, addresses = [] } of TABLE_SOURCES) {
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

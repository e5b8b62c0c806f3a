import { withDot, withoutDot } from '../icd10cm/code-key.ts';
import { ConversionTable } from '../tables/conversion.ts';
import { describe } from './named-target.ts';
import { type CodeMap, type MapOption, type MapQuestion, type MapTarget, type Route, tableFor } from './route.ts';

const SOURCE = 'icd10cm-conversion';

/** From an ICD-10-CM code of former years to the codes that took over from it, by the official conversion table. */
export const CONVERSION_ROUTE: Route = {
  from: 'icd10cm',
  to: 'icd10cm',
  sources: [SOURCE],
  fits: (code) => /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/.test(code),
  read: successors,
};

function successors(code: string, question: MapQuestion): CodeMap | undefined {
  const table = tableFor(SOURCE, question);
  if (!table) return undefined;
  const written = withDot(withoutDot(code));
  const after = new ConversionTable(table).after(written);
  if (after.length === 0) return undefined;
  const own = describe('icd10cm', written, question);
  const targets = after.map(
    (each): MapTarget => ({
      code: each.code,
      ...describe('icd10cm', each.code, question),
      approximate: null,
      when: `from ${each.from}${each.together ? `, for ${each.previous.join(' and ')} reported together` : ''}`,
    }),
  );
  const options: MapOption[] = [{ lists: [targets] }];
  return {
    from: { system: 'icd10cm', code: written, display: own.display },
    through: null,
    status: 'found',
    options,
    source: SOURCE,
    edition: table.edition.id,
    note:
      own.status === 'billable' ? `${written} is still a complete code on ${question.on}; the codes here were split off from it.` : null,
  };
}

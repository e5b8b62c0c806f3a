import { expect, it } from 'vitest';
import { readIndex } from './read-index.ts';
import { inReadingOrder } from './reading-order.ts';
import { References } from './resolve-references.ts';

/** Terms of one level below another are written further in. */
const MAIN = `
Bronchitis (simple)
 acute or subacute
 chronic
Cave-in, injury
Condition
Diabetes, diabetic (mellitus)
 type 2
  with
   kidney complications NEC
Disease, diseased
 heart (organic)
  ischemic
Injury
 blood vessel NEC
  thoracic
Varix (lower limb)
`;
const NEOPLASM = `
Neoplasm, neoplastic
 skin
  lip
`;

function part(lines: string, heading: string) {
  let xml = '';
  let open = 0;
  for (const line of lines.trim().split('\n')) {
    const level = line.length - line.trimStart().length;
    for (; open > level; open--) xml += open > 1 ? '</term>' : '</mainTerm>';
    const [, title = '', modifiers = ''] = /^([^(]*?)\s*(\(.*)?$/.exec(line.trim()) ?? [];
    xml += `<${level === 0 ? 'mainTerm' : 'term'}><title>${title}<nemod>${modifiers}</nemod></title>`;
    open = level + 1;
  }
  for (; open > 0; open--) xml += open > 1 ? '</term>' : '</mainTerm>';
  return readIndex(`<ICD10CM.index><version>2017</version>${heading}<letter>${xml}</letter></ICD10CM.index>`);
}

const placed = inReadingOrder([
  part(MAIN, '<title>INDEX TO DISEASES</title>'),
  part(NEOPLASM, '<indexHeading><head col="1">Neoplasm</head></indexHeading>'),
]);
const references = new References(placed.terms, placed.parts);

it.each([
  ['Disease, heart, ischemic', 'ischemic', true, 0],
  ['Disease, heart', 'heart', true, 0],
  ['Diabetes, type 2, with, kidney complications', 'kidney complications NEC', true, 0],
  ['Diabetes, type 2, with kidney complications', 'kidney complications NEC', true, 0],
  ['Diabetes, by type, with gastroparesis', 'Diabetes, diabetic', false, 0],
  ['Bronchitis, acute', 'acute or subacute', true, 0],
  ['Injury, blood vessel, thorax', 'thoracic', true, 0],
  ['Injury', 'Injury', true, 0],
  ['Varices', 'Varix', true, 0],
  ['Disease,  heart (organic),', 'heart', true, 0],
  ['Neoplasm, skin, lip, benign', 'lip', true, 5],
  ['Neoplasm,skin, malignant', 'skin', true, 2],
  ['Neoplasm, malignant, by site', 'Neoplasm, neoplastic', false, 2],
  ['Neoplasm, malignant, secondary, by site', 'Neoplasm, neoplastic', false, 3],
  ['Neoplasm, in situ, by site', 'Neoplasm, neoplastic', false, 4],
])('%s', (text, title, exact, column) => {
  const target = references.resolve(text, 'main');
  expect(placed.terms[target.term]?.term.title).toBe(title);
  expect(target).toMatchObject({ exact, column });
});

it.each(['condition', ' condition', 'Table of Drugs and Chemicals, by drug', 'category M01', 'N00-N07 with fourth character .5', ''])(
  '"%s" names no term',
  (text) => {
    expect(references.resolve(text, 'main').term).toBe(-1);
  },
);

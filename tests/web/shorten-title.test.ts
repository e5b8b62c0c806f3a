import { expect, it } from 'vitest';
import { shortenTitle } from '../../packages/web/src/parts/shorten-title.ts';

it.each([
  [
    'Type 2 diabetes mellitus with diabetic chronic kidney disease',
    'Type 2 diabetes mellitus with kidney complications',
    'diabetic chronic kidney disease',
  ],
  ['Type 2 diabetes mellitus with kidney complications', 'Type 2 diabetes mellitus', 'with kidney complications'],
  ['Unspecified fracture of upper end of right tibia', 'Unspecified fracture of upper end of tibia', 'right'],
  ['Unspecified fracture of upper end of tibia', 'Fracture of upper end of tibia', 'Unspecified'],
  ['Fracture of patella', 'Fracture of lower leg, including ankle', 'patella'],
  ['Chronic kidney disease, stage 1', 'Chronic kidney disease (CKD)', 'stage 1'],
  ['Cholera', 'Cholera', 'Cholera'],
  ['Cholera', null, 'Cholera'],
])('%s under %s', (title, parent, expected) => {
  expect(shortenTitle(title, parent)).toBe(expected);
});

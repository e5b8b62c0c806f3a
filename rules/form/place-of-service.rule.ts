import { quote, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/place-of-service',
  title: 'The place of service is a code of the list',
  severity: 'error',
  stage: 'stable',
  types: ['professional'],
  from: ALWAYS,
  needs: ['place-of-service'],
  cites: [
    {
      title: 'CMS: place of service code set',
      url: 'https://www.cms.gov/medicare/coding-billing/place-of-service-codes/code-sets',
      checked: '2026-11-24',
      read: 'text',
      note: 'as the HL7 resource that the bundled pack is made from',
    },
    professionalForm('item 24B'),
  ],

  on: 'line',
  check(line, { claim, data }) {
    const places = data.placeOfService();
    const pos = line.line.pos ?? '';
    const on = line.from ?? claim.on;
    if (places === undefined || (on === undefined ? places.find(pos) !== undefined : places.inForce(pos, on))) return undefined;
    const at = `${line.path}/pos`;
    if (pos.trim() === '')
      return {
        at,
        message: `Line ${line.n} has no place of service.`,
        why: 'Price and coverage depend on where the service was given (box 24B); a line without the place is rejected.',
        fix: 'Enter the two digits of the place, such as 11 for an office.',
      };
    const place = places.find(pos);
    if (place)
      return {
        at,
        severity: 'warning',
        status: 'review',
        message: `Place of service ${pos} (${place.display}) is in use from ${place.from ?? 'a later day'}, after line ${line.n}.`,
        why: 'A place of service counts from the day the list gives.',
        fix: 'Check the date of service, and choose the place that was in use on it.',
      };
    const padded = pos.trim().padStart(2, '0');
    return {
      at,
      message: `The place of service ${quote(pos)} of line ${line.n} is not in the list.`,
      why: 'Payers reject a line whose place of service does not exist.',
      fix: 'Enter the two digits of the place, such as 11 for an office.',
      ...(padded !== pos && places.find(padded)
        ? { suggestions: [{ when: `${padded} is meant`, patch: [{ op: 'replace', path: at, value: padded }] }] }
        : {}),
    };
  },

  examples: [
    { name: 'none', claim: withPlace(undefined), finds: 1 },
    { name: 'a number that is not assigned', claim: withPlace('30'), finds: 1 },
    { name: 'words', claim: withPlace('office'), finds: 1 },
    { name: 'one digit', claim: withPlace('3'), finds: 1 },
    { name: 'before its first day', claim: withPlace('10', '2021-12-31'), finds: 1 },
    { name: 'on its first day', claim: withPlace('10', '2022-01-01'), finds: 0 },
    { name: 'an outpatient hospital before its name was changed', claim: withPlace('22', '2015-12-01'), finds: 0 },
    { name: 'an office', claim: withPlace('11'), finds: 0 },
    { name: 'another place', claim: withPlace('99'), finds: 0 },
  ],
});

function withPlace(pos: string | undefined, on = '2026-03-04') {
  const { pos: _, ...line } = exampleLine(on);
  return visit(on, ['I10'], { lines: [pos === undefined ? line : { ...line, pos }] });
}

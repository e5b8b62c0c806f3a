import { type Claim, day, type Provider, viewClaim } from '@cleanclaim/core';
import { describe, expect, it } from 'vitest';
import { data } from '../../tests/support/data.ts';
import { visit } from '../support/example-claim.ts';
import { sameProviderOf, type Service } from '../support/service-line.ts';

const GROUP: Provider = { npi: '1234567893', taxId: '123456789' };
const OTHER: Provider = { npi: '1982701047', taxId: '987654321' };
const FAMILY = '207Q00000X';
const SURGERY = '208600000X';

function service(billing: Provider, rendering?: Provider, type: Claim['type'] = 'professional'): Service {
  const { rendering: _, ...claim } = visit(day('2026-03-04'), ['I10'], { billing, type });
  const view = viewClaim(rendering ? { ...claim, rendering } : claim, data);
  const [line] = view.lines;
  if (!line) throw new Error('the example has a line');
  return { line, claim: view };
}

const ann = (taxonomy?: string): Provider => ({ npi: '1558598797', ...(taxonomy === undefined ? {} : { taxonomy }) });
const ben = (taxonomy?: string): Provider => ({ npi: '1987654328', ...(taxonomy === undefined ? {} : { taxonomy }) });

describe('one provider on two claims', () => {
  it.each([
    ['the same practitioner', service(GROUP, ann()), service(GROUP, ann()), 'yes'],
    ['the same practitioner in two groups', service(GROUP, ann()), service(OTHER, ann()), 'yes'],
    ['a group and a specialty', service(GROUP, ann(FAMILY)), service(GROUP, ben(FAMILY)), 'yes'],
    ['a group known by its tax id', service({ taxId: '123456789' }, ann(FAMILY)), service(GROUP, ben(FAMILY)), 'yes'],
    ['two specialties', service(GROUP, ann(FAMILY)), service(GROUP, ben(SURGERY)), 'no'],
    ['two groups', service(GROUP, ann(FAMILY)), service(OTHER, ben(FAMILY)), 'no'],
    ['a specialty that is not told', service(GROUP, ann(FAMILY)), service(GROUP, ben()), 'unknown'],
    ['a group that is not told', service({}, ann(FAMILY)), service(GROUP, ben(FAMILY)), 'unknown'],
    ['who bills alone', service(GROUP), service(GROUP), 'yes'],
    ['one who bills for himself, named or not', service(ann()), service(GROUP, ann()), 'yes'],
    ['a practitioner named on one claim only', service(GROUP), service(GROUP, ann(FAMILY)), 'unknown'],
    ['one hospital', service(GROUP, undefined, 'institutional'), service(GROUP, undefined, 'institutional'), 'yes'],
    ['two hospitals', service(GROUP, undefined, 'institutional'), service(OTHER, undefined, 'institutional'), 'no'],
  ] as const)('%s', (_, one, other, expected) => {
    expect(sameProviderOf(one, other)).toBe(expected);
    expect(sameProviderOf(other, one)).toBe(expected);
  });
});

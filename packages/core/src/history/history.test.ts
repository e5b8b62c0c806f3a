import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim/model.ts';
import { ClaimHistory, joinHistories } from './claim-history.ts';
import { patientKeys, samePatient, saysPatient } from './patient.ts';

function claim(id: string | undefined, more: Partial<Claim> = {}): Claim {
  return {
    type: 'professional',
    ...(id === undefined ? {} : { id }),
    payer: { id: '12302', kind: 'medicare' },
    patient: { memberId: '1EG4TE5MK73', birthDate: '1957-04-02', sex: 'female' },
    billing: { npi: '1234567893' },
    lines: [{ code: 'G0108', from: '2026-03-04', charge: '60.00' }],
    ...more,
  };
}

function named(history: readonly Claim[], checked: Claim): string[] {
  const kept = new ClaimHistory();
  history.forEach((each, at) => kept.add(each, `claim ${at + 1}`));
  return kept.of(checked).claims.map(({ name }) => name);
}

describe('the patient', () => {
  it.each([
    ['a member id with spaces and dashes', { memberId: ' 1eg4-te5 mk73' }, ['m|1EG4TE5MK73']],
    ['birth date, sex and name', { birthDate: '1957-04-02', sex: 'female', name: 'Doe, Jane Q' }, ['p|1957-04-02|female|DOE JANE']],
    ['a name in parts', { birthDate: '1957-04-02', sex: 'female', name: { last: 'Doe', first: 'Jane' } }, ['p|1957-04-02|female|DOE JANE']],
    [
      'a name as FHIR has it',
      { birthDate: '1957-04-02', sex: 'male', name: { family: 'Ögür', given: ['Ali'] } },
      ['p|1957-04-02|male|ALI ÖGÜR'],
    ],
    ['one name alone', { birthDate: '1957-04-02', sex: 'female', name: 'Cher' }, []],
    ['a birth date that is none', { birthDate: '1957-13-02', sex: 'female', name: 'Jane Doe' }, []],
    ['a blank member id', { memberId: ' - ' }, []],
    ['nothing', {}, []],
  ] as const)('is known by %s', (_, patient, keys) => {
    expect(patientKeys(claim('A-1', { patient }))).toEqual(keys);
    expect(saysPatient(claim('A-1', { patient }))).toBe(keys.length > 0);
  });

  it('is known by the member id of the subscriber where it has none', () => {
    expect(patientKeys(claim('A-1', { patient: { birthDate: '2015-04-02' }, subscriber: { relation: 'self', memberId: 'X1' } }))).toEqual([
      'm|X1',
    ]);
  });

  it.each([
    ['another birth date under one member id: a family', { birthDate: '1990-01-01' }, false],
    ['another sex under one member id', { sex: 'male' }, false],
    ['a sex that is not known', { sex: 'unknown' }, true],
    ['no birth date', { birthDate: undefined }, true],
  ] as const)('%s', (_, change, same) => {
    const patient = Object.fromEntries(Object.entries({ ...claim('A').patient, ...change }).filter(([, value]) => value !== undefined));
    expect(samePatient(claim('A-1'), claim('A-2', { patient }))).toBe(same);
  });

  it('two persons of one birth date, sex and name are told apart by the member ids of one payer', () => {
    const person = { birthDate: '1957-04-02', sex: 'female', name: 'Jane Doe' } as const;
    const other = claim('A-2', { patient: { ...person, memberId: '9XX9XX9XX99' } });
    expect(named([other], claim('A-1', { patient: { ...person, memberId: '1EG4TE5MK73' } }))).toEqual([]);
    expect(named([{ ...other, payer: { id: 'EX' } }], claim('A-1', { patient: { ...person, memberId: '1EG4TE5MK73' } }))).toEqual([
      'claim A-2',
    ]);
  });
});

describe('which claims count', () => {
  it('not the claim itself, but one of another number, and one without', () => {
    expect(named([claim('A-1'), claim('A-2'), claim(undefined)], claim('A-1'))).toEqual(['claim 3', 'claim A-2']);
    expect(named([claim('A-1')], claim(undefined))).toEqual(['claim A-1']);
  });

  it('a replacement in place of what it replaces, by its id or by its services', () => {
    const other = claim('A-3', { lines: [{ code: 'G0109', from: '2026-03-04' }] });
    const replacement = claim('A-2', { frequency: '7', originalClaim: 'A-1' });
    expect(named([claim('A-1'), replacement, other], claim('B'))).toEqual(['claim A-2', 'claim A-3']);
    expect(named([claim('A-1'), { ...replacement, originalClaim: 'ICN 123' }, other], claim('B'))).toEqual(['claim A-2', 'claim A-3']);
  });

  it('no void and not what it voids', () => {
    expect(named([claim('A-1'), claim('A-2', { frequency: '8', originalClaim: 'A-1' })], claim('B'))).toEqual([]);
    expect(named([claim('A-1'), claim('A-1', { frequency: '8' })], claim('B'))).toEqual([]);
    const bill = { type: 'institutional', billType: '0131' } as const;
    expect(named([claim('A-1', bill), claim('A-2', { ...bill, billType: '0138', originalClaim: 'A-1' })], claim('B'))).toEqual([]);
  });

  it('not the one that the claim itself replaces', () => {
    expect(named([claim('A-1')], claim('A-2', { frequency: '7', originalClaim: 'ICN 123' }))).toEqual([]);
  });

  it('one of those with the same id, whatever their order', () => {
    const changed = claim('A-1', { lines: [{ code: 'G0109', from: '2026-03-04' }] });
    const codes = (history: readonly Claim[]): (string | undefined)[] => {
      const kept = new ClaimHistory();
      for (const each of history) kept.add(each, 'a claim');
      return kept.of(claim('B')).claims.map(({ view }) => view.lines[0]?.code);
    };
    expect(codes([claim('A-1'), changed])).toHaveLength(1);
    expect(codes([claim('A-1'), changed])).toEqual(codes([changed, claim('A-1')]));
  });

  it('and says when it cannot be told which is replaced', () => {
    const kept = new ClaimHistory();
    for (const each of [claim('A-1'), claim('A-2'), claim('A-3', { frequency: '7', originalClaim: 'ICN 1' })]) kept.add(each, 'a claim');
    expect(kept.of(claim('B')).lacking).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is the last claims, where there is a limit, and that others were let go is said', () => {
    const kept = new ClaimHistory({ most: 3 });
    for (let at = 1; at <= 10; at++) kept.add(claim(`A-${at}`), 'a claim');
    const { claims, lacking } = kept.of(claim('B'));
    expect(claims.map(({ name }) => name)).toEqual(['claim A-10', 'claim A-8', 'claim A-9']);
    expect([kept.size, lacking.length]).toEqual([3, 1]);
  });

  it('is no claim whose patient cannot be told', () => {
    const kept = new ClaimHistory();
    kept.add(claim('A-1', { patient: {} }), 'a claim');
    expect(kept.size).toBe(0);
  });

  it('is too much under one member id to be one patient', () => {
    const kept = new ClaimHistory();
    for (let at = 0; at <= 5_000; at++) kept.add(claim(`A-${at}`), 'a claim');
    const { claims, lacking } = kept.of(claim('B'));
    expect([claims.length, lacking.length]).toEqual([0, 1]);
  });

  it('of two places is one history: a replacement in one counts for the other', () => {
    const [office, input] = [new ClaimHistory(), new ClaimHistory()];
    office.add(claim('A-1'), 'a claim');
    input.add(claim('A-2', { frequency: '7', originalClaim: 'A-1' }), 'a claim');
    expect(
      joinHistories([office, input])
        .of(claim('B'))
        .claims.map(({ name }) => name),
    ).toEqual(['claim A-2']);
  });

  it('names a claim by its id, in signs that can be printed', () => {
    expect(named([claim('A\u001b[31m')], claim('B'))).toEqual([String.raw`claim "A\u001b[31m"`]);
  });
});

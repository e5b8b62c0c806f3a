import { type Claim, day, type Found, rule } from '@cleanclaim/core';
import { stay, visit } from '../support/example-claim.ts';

/** Terms that say which list a code is from. */
const NAMES = { icd9cm: 'ICD-9-CM', abc: 'advanced billing concepts (ABC)', snodent: 'SNODENT' } as const;

export default rule({
  id: 'code/code-set',
  title: 'A code of a code set that has been replaced',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: [],
  cites: [
    {
      title: '45 CFR 162.1002: ICD-10-CM and ICD-10-PCS in place of ICD-9-CM from 1 October 2015',
      section: 'paragraphs (b) and (c)',
      url: 'https://www.ecfr.gov/current/title-45/subtitle-A/subchapter-C/part-162/subpart-J',
      checked: '2026-11-24',
      read: 'digest',
    },
  ],

  on: 'claim',
  check({ claim, on }) {
    const found = [
      ...coded(claim.diagnoses, '/diagnoses', 'Diagnosis', 'icd9cm').map((each) => old(each, on ?? '', 'ICD-10-CM')),
      ...coded(claim.procedures, '/procedures', 'Procedure', 'icd9cm').map((each) => old(each, on ?? '', 'ICD-10-PCS')),
    ];
    const others = [...coded(claim.diagnoses, '', '', 'snodent'), ...coded(claim.procedures, '', '', 'abc')];
    const [other] = others;
    const unseen = other && {
      notChecked: `Codes of ${NAMES[other.system]} are not held against any table.`,
      install: 'No table of them can be installed; look them up with whoever asked for them.',
    };
    if (unseen) return [...found, unseen];
    return found.length === 0 ? undefined : found;
  },

  examples: [
    { name: 'a diagnosis of ICD-9-CM', claim: withSystem('icd9cm', '25000'), finds: 1, codes: ['25000'] },
    { name: 'one that ICD-10-CM has too', claim: withSystem('icd9cm', 'E8889'), finds: 1 },
    {
      name: 'a procedure of ICD-9-CM',
      claim: stay('2026-03-04', ['I21.4'], { procedures: [{ code: '3722', codeSystem: 'icd9cm', on: '2026-03-02' }] }),
      finds: 1,
    },
    { name: 'ICD-10-CM', claim: visit('2026-03-04', ['I10']), finds: 0 },
    { name: 'ICD-9-CM in its time', claim: { ...withSystem('icd9cm', '25000'), lines: visit('2015-09-30', ['I10']).lines }, finds: 0 },
    { name: 'a dental term is not checked', claim: withSystem('snodent', '210965D'), finds: 0 },
  ],
});

interface Coded<System> {
  readonly at: string;
  readonly name: string;
  readonly code: string;
  readonly system: System;
}

function coded<System extends keyof typeof NAMES>(
  list: readonly { readonly code: string; readonly codeSystem?: string }[] | undefined,
  path: string,
  what: string,
  system: System,
): Coded<System>[] {
  return (list ?? []).flatMap(({ code, codeSystem }, at) =>
    codeSystem === system ? [{ at: `${path}/${at}`, name: `${what} ${at + 1}`, code, system }] : [],
  );
}

function old({ at, name, code, system }: Coded<'icd9cm'>, on: string, instead: string): Found {
  return {
    at,
    codes: [code],
    message: `${name}, ${code}, is a code of ${NAMES[system]}, and the claim is of ${on}.`,
    why: `From 1 October 2015 on claims are coded in ${instead}; an older code is refused, also where the newer code set has one of the same letters.`,
    fix: `Code the record in ${instead}; cleanclaim map ${code} --to ${instead === 'ICD-10-CM' ? 'icd10cm' : 'icd10pcs'} shows where the code went.`,
  };
}

function withSystem(codeSystem: 'icd9cm' | 'snodent', code: string): Claim {
  return visit('2026-03-04', ['I10'], { diagnoses: [{ code, codeSystem }] });
}

import { type ClaimView, day, type DiagnosisView, type Found, type PatchStep, rule } from '@cleanclaim/core';
import { stay, visit } from '../support/example-claim.ts';
import { codeEditor, guidelines } from '../support/cites.ts';
import { listDiagnoses } from '../support/reorder.ts';

export default rule({
  id: 'icd10cm/duplicate-diagnosis',
  title: 'A diagnosis listed twice',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: [],
  cites: [guidelines('I.B.12 Reporting the same diagnosis code more than once'), codeEditor('edit 3, duplicate of principal diagnosis')],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    const { diagnoses } = claim;
    for (let at = 1; at < diagnoses.length; at++) {
      const later = diagnoses[at];
      if (!later || later.code === '') continue;
      const earlier = twinBefore(diagnoses, at, later);
      if (earlier) (found ??= []).push(twice(earlier, later, claim));
    }
    return found;
  },

  examples: [
    { name: 'the same code twice', claim: visit('2026-03-04', ['E11.65', 'I10', 'E11.65']), finds: 1, codes: ['E11.65'] },
    { name: 'written once with and once without the dot', claim: visit('2026-03-04', ['I10', 'E1165', 'E11.65']), finds: 1 },
    { name: 'codes that differ in the last character', claim: visit('2026-03-04', ['M17.11', 'M17.12']), finds: 0 },
    { name: 'a secondary diagnosis equal to the principal one', claim: stay('2026-03-04', ['J18.9', 'J18.9']), finds: 1 },
    {
      name: 'the admitting diagnosis and the reason for visit may repeat the principal one',
      claim: stay('2026-03-04', [], {
        diagnoses: [
          { code: 'J18.9', kind: 'principal', poa: 'Y' },
          { code: 'J18.9', kind: 'admitting' },
          { code: 'J18.9', kind: 'reason' },
        ],
      }),
      finds: 0,
    },
  ],
});

function twinBefore(diagnoses: readonly DiagnosisView[], at: number, later: DiagnosisView): DiagnosisView | undefined {
  for (let before = 0; before < at; before++) {
    const earlier = diagnoses[before];
    if (earlier?.code === later.code && listOf(earlier) === listOf(later)) return earlier;
  }
  return undefined;
}

/** Each of these lists stands for itself on an institutional claim: the admitting diagnosis often is the principal one too. */
function listOf({ kind }: DiagnosisView): string {
  return kind === 'admitting' || kind === 'reason' || kind === 'external' ? kind : 'principal and other';
}

function twice(earlier: DiagnosisView, later: DiagnosisView, claim: ClaimView): Found {
  const repeatsPrincipal = claim.type === 'institutional' && earlier === claim.sequence[0];
  return {
    at: later.path,
    codes: [later.code],
    message: repeatsPrincipal
      ? `${later.code} is both the principal and a secondary diagnosis.`
      : `${later.code} is listed twice, as diagnosis ${earlier.index + 1} and again as diagnosis ${later.index + 1}.`,
    why: 'Each diagnosis code is reported only once for an encounter, also when it stands for both sides or for two conditions.',
    fix:
      claim.type === 'institutional'
        ? 'Remove the second entry.'
        : 'Remove the second entry, and let the lines that point to it point to the first.',
    ...(saysTheSame(earlier, later) ? { patch: withoutLater(earlier, later, claim) } : {}),
  };
}

/** Nothing but the spelling of the code is lost with the later entry. */
function saysTheSame({ diagnosis: earlier }: DiagnosisView, { diagnosis: later }: DiagnosisView): boolean {
  const rest = Object.entries(later).filter(([name]) => name !== 'code');
  const other = (name: string): unknown => (earlier as unknown as Readonly<Record<string, unknown>>)[name];
  return rest.every(([name, value]) => other(name) === value || (name === 'kind' && value === 'other'));
}

function withoutLater(earlier: DiagnosisView, later: DiagnosisView, claim: ClaimView): readonly PatchStep[] {
  const order = claim.diagnoses.filter((each) => each !== later);
  return listDiagnoses(claim, order, new Map([[later.index, earlier.index]]));
}

import { type ClaimView, type Context, day, type DiagnosisView, type Found, rule } from '@cleanclaim/core';
import { isSequela, within } from '../support/code-parts.ts';
import { visit } from '../support/example-claim.ts';
import { guidelines } from '../support/cites.ts';

const EXTERNAL_CAUSES = 20;
const HEALTH_STATUS = 21;

export default rule({
  id: 'icd10cm/sequela-order',
  title: 'A sequela before the condition it left behind',
  severity: 'error',
  stage: 'stable',
  from: day('2015-10-01'),
  needs: ['icd10cm', 'icd10cm-notes'],
  speaksOf: (icd, row) => isSequela(icd.code(row)) || isSequelaCategory(icd.code(row)),
  cites: [guidelines('I.B.10 Sequela (late effects)')],

  on: 'claim',
  check(claim, context) {
    const before = beforeResidual(claim, context);
    const beside = claim.sequence.some(isSequelaOfInjury) ? besideInjury(claim) : undefined;
    return before && beside ? [before, beside] : (before ?? beside);
  },

  examples: [
    {
      name: 'the old fracture before the pain it left',
      claim: visit('2026-03-04', ['S82.851S', 'M25.571']),
      finds: 1,
      codes: ['S82.851S', 'M25.571'],
    },
    { name: 'the pain, the old fracture, its cause', claim: visit('2026-03-04', ['M25.571', 'S82.851S', 'W10.9XXS']), finds: 0 },
    { name: 'the sequela alone', claim: visit('2026-03-04', ['T25.321S']), finds: 1 },
    { name: 'the tabular list puts the manifestation after the sequela', claim: visit('2026-03-04', ['S06.2X9S', 'F48.2']), finds: 0 },
    { name: 'a stroke sequela names what remains in the same code', claim: visit('2026-03-04', ['I69.351', 'I10']), finds: 0 },
    { name: 'one fracture healing and over', claim: visit('2026-03-04', ['S82.851D', 'S82.851S']), finds: 1 },
    { name: 'a burn that heals beside the scar of another', claim: visit('2026-03-04', ['T23.301D', 'L90.5', 'T23.301S']), finds: 0 },
    { name: 'sequelae of poliomyelitis before the weakness', claim: visit('2026-03-04', ['B91', 'M62.81']), finds: 1 },
  ],
});

function beforeResidual(claim: ClaimView, { icd }: Context): Found | undefined {
  const first = claim.sequence[0];
  if (!first?.known || first.chapter === EXTERNAL_CAUSES) return undefined;
  const seventh = isSequela(first.code);
  if (!seventh && !isSequelaCategory(first.code)) return undefined;
  const others = claim.sequence.slice(1);
  // The exception: a manifestation that the tabular list itself puts after the sequela code.
  if (others.some((other) => other.known && icd.names(other.row, 'codeFirst', first.row) >= 0)) return undefined;
  const residual = others.find(isResidual);
  if (!residual && !seventh) return undefined;
  return {
    at: first.path,
    codes: residual ? [first.code, residual.code] : [first.code],
    severity: seventh && residual ? 'error' : 'warning',
    status: seventh && residual ? 'fail' : 'review',
    message: residual
      ? `${first.code} is a sequela and stands before the condition that remains.`
      : `${first.code} is a sequela, and the claim does not say which condition remains.`,
    why: 'A sequela takes two codes: first the condition that remains, then the old injury or illness that caused it.',
    fix: residual
      ? `List the condition that remains (here perhaps ${residual.code}) first and ${first.code} after it.`
      : `Add the condition that remains, such as a scar, stiffness or pain, before ${first.code}.`,
  };
}

/** One injury cannot be under care and over at once; burns heal at different times and may be both (I.C.19.d.8). */
function besideInjury({ sequence }: ClaimView): Found | undefined {
  for (const sequela of sequence) {
    if (!isSequelaOfInjury(sequela)) continue;
    const stem = sequela.code.slice(0, 7);
    const current = sequence.find((each) => each !== sequela && each.code.startsWith(stem) && !isSequela(each.code));
    if (current)
      return {
        at: sequela.path,
        codes: [sequela.code, current.code],
        severity: 'warning',
        status: 'review',
        message: `${sequela.code} calls the injury a sequela, and ${current.code} says it is still under care.`,
        why: 'The code of the injury itself is not used together with the code of its sequela.',
        fix: 'Keep the one the record supports.',
      };
  }
  return undefined;
}

function isSequelaOfInjury({ known, code }: DiagnosisView): boolean {
  return known && isSequela(code) && !within(code, 'T20', 'T33') && !within(code, 'V', 'Z');
}

/** Categories that name an old illness as the cause; I69 is not among them, it names what remains as well. */
function isSequelaCategory(code: string): boolean {
  return within(code, 'B90', 'B95') || code.startsWith('E64') || code === 'E68' || code === 'G09' || code === 'O94';
}

function isResidual({ known, code, chapter }: DiagnosisView): boolean {
  return known && chapter !== EXTERNAL_CAUSES && chapter !== HEALTH_STATUS && !isSequela(code);
}

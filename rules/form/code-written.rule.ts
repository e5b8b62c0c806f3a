import { type ClaimView, type Found, quote, rule, withoutDot } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm, professionalForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';

export default rule({
  id: 'form/code-written',
  title: 'Codes are written in capitals, without spaces',
  severity: 'info',
  stage: 'stable',
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2300 HI and 2400 SV1 or SV2'), professionalForm('items 21 and 24D')],

  on: 'claim',
  check(claim) {
    let found: Found[] | undefined;
    const judge = (written: string, code: string, at: string): void => {
      if (written === code || withoutDot(written) === withoutDot(code)) return;
      (found ??= []).push({
        at,
        codes: [code],
        message: `${code} is written ${quote(written)}.`,
        why: 'Cleanclaim reads it, but a payer compares codes character by character.',
        fix: `Write ${code}.`,
        patch: [{ op: 'replace', path: at, value: code }],
      });
    };
    for (const { code, diagnosis, known, path } of claim.diagnoses) if (known) judge(diagnosis.code, code, `${path}/code`);
    for (const { code, path, procedure } of claim.procedures) if (PROCEDURE.test(code)) judge(procedure.code, code, `${path}/code`);
    judgeLines(claim, judge);
    return found;
  },

  examples: [
    { name: 'small letters', claim: visit('2026-03-04', ['e11.65']), finds: 1, codes: ['E11.65'] },
    { name: 'spaces around and within', claim: visit('2026-03-04', [' E11 .65 ']), finds: 1 },
    { name: 'wide letters', claim: visit('2026-03-04', ['Ｅ11.65']), finds: 1 },
    {
      name: 'a procedure code and its modifier',
      claim: visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { code: 'g0108', modifiers: ['gp'] })] }),
      finds: 2,
    },
    { name: 'without the dot, as electronic claims have it', claim: visit('2026-03-04', ['E1165']), finds: 0 },
    { name: 'a code nobody knows is another matter', claim: visit('2026-03-04', ['e19.9']), finds: 0 },
    {
      name: 'a modifier that is none',
      claim: visit('2026-03-04', ['I10'], { lines: [exampleLine('2026-03-04', 1, { modifiers: ['rtt'] })] }),
      finds: 0,
    },
  ],
});

// A text of another form is reported by the rules about forms.
const PROCEDURE = /^[0-9A-Z]{7}$/;
const SERVICE = /^[0-9A-Z]{5}$/;
const MODIFIER = /^[0-9A-Z]{2}$/;

function judgeLines({ lines }: ClaimView, judge: (written: string, code: string, at: string) => void): void {
  for (const { code, line, modifiers, path } of lines) {
    if (line.code !== undefined && line.code !== code && SERVICE.test(code)) judge(line.code, code, `${path}/code`);
    for (let at = 0; at < modifiers.length; at++) {
      const modifier = modifiers[at] ?? '';
      if (line.modifiers?.[at] !== modifier && MODIFIER.test(modifier))
        judge(line.modifiers?.[at] ?? modifier, modifier, `${path}/modifiers/${at}`);
    }
  }
}

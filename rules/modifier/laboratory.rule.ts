import { rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { isLaboratory } from '../support/code-kinds.ts';
import { medicareLines } from '../support/fee-example.ts';
import { claimsManual } from '../support/manual-cites.ts';
import { weight, whose } from '../support/whose-edit.ts';

export default rule({
  id: 'modifier/laboratory',
  title: 'A waived test (QW) and the CLIA number of the laboratory',
  severity: 'error',
  stage: 'draft',
  types: ['professional'],
  from: ALWAYS,
  withModifiers: true,
  needs: [],
  cites: [claimsManual('16', '70.8 Certificate of waiver'), claimsManual('26', 'item 23')],

  on: 'line',
  check(line, { claim }) {
    if (line.modifiers.length === 0 || !line.modifiers.includes('QW')) return undefined;
    const at = `${line.path}/modifiers`;
    if (line.code !== '' && !isLaboratory(line.code))
      return {
        at,
        codes: [line.code],
        ...weight(claim, 'warning', true),
        message: `Modifier QW stands on ${line.code} of line ${line.n}, which is no laboratory test.`,
        why: `QW says that a test is done under a certificate of waiver (CARC 4).${whose(claim)}`,
        fix: 'Leave QW out, or correct the code.',
      };
    const clia = claim.claim.clia?.trim().toUpperCase() ?? '';
    if (/^\d{2}D\d{7}$/.test(clia)) return undefined;
    return {
      at: clia === '' ? at : '/clia',
      codes: [line.code],
      ...weight(claim, 'error'),
      message:
        clia === ''
          ? `The test ${line.code} on line ${line.n} is billed as waived (QW), and the claim has no CLIA number.`
          : 'The CLIA number of the claim does not have the form of one.',
      why: `A laboratory test is paid only under the CLIA certificate of the place that did it; its number is two digits, D and seven digits (CARC 16 with MA120).${whose(claim)}`,
      fix: "Enter the laboratory's CLIA number (box 23; REF*X4).",
    };
  },

  examples: [
    { name: 'a waived test without a CLIA number', claim: medicareLines({ code: 'P9612', modifiers: ['QW'] }), finds: 1, codes: ['P9612'] },
    { name: 'with it', claim: { ...medicareLines({ code: 'P9612', modifiers: ['QW'] }), clia: '11D1111111' }, finds: 0 },
    { name: 'with another number', claim: { ...medicareLines({ code: 'P9612', modifiers: ['QW'] }), clia: '12345' }, finds: 1 },
    { name: 'QW on training', claim: medicareLines({ modifiers: ['QW'] }), finds: 1 },
    { name: 'a test that is not waived', claim: medicareLines({ code: 'P9612' }), finds: 0 },
  ],
});

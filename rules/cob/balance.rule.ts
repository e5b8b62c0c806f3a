import { type ClaimView, type Found, formatMoney, type Money, type NotChecked, parseMoney, rule } from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';
import { type OtherPayer, type OtherPayerLine, otherPayersOf } from '../support/other-payers.ts';

const ORDERS: readonly string[] = ['primary', 'secondary', 'tertiary'];
/** Why Medicare comes second (SBR05): working aged, end-stage renal disease, no-fault, workers' compensation, public service, black lung, veterans, disability, liability. */
const SECONDARY_TYPES: ReadonlySet<string> = new Set(['12', '13', '14', '15', '16', '41', '42', '43', '47']);

export default rule({
  id: 'cob/balance',
  title: 'What an earlier payer decided is told whole and adds up to the charge',
  severity: 'error',
  stage: 'stable',
  types: ['professional', 'institutional'],
  from: ALWAYS,
  needs: [],
  cites: [electronicForm('2320 AMT*D and CAS, 2330B DTP*573, 2430 SVD and CAS'), electronicForm('2000B SBR01 and SBR05')],

  on: 'claim',
  check(claim) {
    const { payer, otherPayers } = claim.claim;
    const order = payer?.order?.trim().toLowerCase() ?? '';
    const others = otherPayers === undefined ? [] : otherPayersOf(claim);
    if (order === '') return others.length > 0 ? WHO_IS_FIRST : undefined;
    const place = ORDERS.indexOf(order);
    if (place < 0) return unknownOrder();
    if (place === 0) return undefined;
    const found: Found[] = [];
    if (claim.payer === 'medicare' && !SECONDARY_TYPES.has(payer?.insuranceType?.trim() ?? '')) found.push(noReason());
    const earlier = others.filter((other) => other.order === '' || ORDERS.indexOf(other.order) < place);
    if (earlier.length === 0) found.push(noEarlierPayer(order));
    for (const other of earlier) addTroubles(other, claim, found);
    return found.length > 0 ? found : undefined;
  },

  examples: [
    { name: 'a decision that adds up', claim: after({ paid: '40.00', on: '2026-03-20', adjustments: [{ amount: '20.00' }] }), finds: 0 },
    { name: 'one that does not', claim: after({ paid: '40.00', on: '2026-03-20', adjustments: [{ amount: '10.00' }] }), finds: 1 },
    { name: 'without its date', claim: after({ paid: '60.00' }), finds: 1 },
    { name: 'without what was paid', claim: after({ on: '2026-03-20' }), finds: 1 },
    {
      name: 'line by line',
      claim: after({ paid: '40.00', on: '2026-03-20', lines: [{ line: 1, paid: '40.00', adjustments: [{ amount: '20.00' }] }] }),
      finds: 0,
    },
    {
      name: 'a line that does not add up',
      claim: after({
        paid: '40.00',
        on: '2026-03-20',
        adjustments: [{ amount: '5.00' }],
        lines: [{ line: 1, paid: '40.00', adjustments: [{ amount: '15.00' }] }],
      }),
      finds: 1,
    },
    { name: 'to a second payer without the first', claim: second({}), finds: 1 },
    {
      name: 'to Medicare as second, without why',
      claim: { ...after({ paid: '60.00', on: '2026-03-20' }), payer: { id: '12302', kind: 'medicare', order: 'secondary' } },
      finds: 1,
    },
    {
      name: 'to Medicare as second',
      claim: {
        ...after({ paid: '60.00', on: '2026-03-20' }),
        payer: { id: '12302', kind: 'medicare', order: 'secondary', insuranceType: '12' },
      },
      finds: 0,
    },
    {
      name: 'to a first payer',
      claim: visit('2026-03-04', ['I10'], { payer: { id: 'EX001', kind: 'commercial', order: 'primary' } }),
      finds: 0,
    },
    {
      name: 'another payer, and nobody said who is first',
      claim: visit('2026-03-04', ['I10'], { otherPayers: [{ id: 'EX9' }] }),
      finds: 0,
    },
  ],
});

const WHO_IS_FIRST: NotChecked = {
  notChecked: 'The claim names another payer and does not say which of them comes first, so the balance between them cannot be checked.',
  install: 'Say "order": "primary", "secondary" or "tertiary" of the payer and of each other payer (docs/claim.md).',
};

function unknownOrder(): Found {
  return {
    at: '/payer/order',
    message: 'The order of the payer is none of primary, secondary and tertiary.',
    why: 'It decides whether an earlier decision must stand on the claim.',
    fix: 'Write primary, secondary or tertiary.',
  };
}

function noReason(): Found {
  return {
    at: '/payer/insuranceType',
    message: 'Medicare is billed after another payer, and the claim does not say why it comes second.',
    why: 'The insurance type (SBR05) says which rule puts another payer first; without it the claim is rejected (CARC 22).',
    fix: "Enter 12 for a working aged patient, 13 for renal disease, 14 for no-fault, 15 for workers' compensation, 43 for a disabled patient under 65, 47 for liability, or another of the list.",
  };
}

function noEarlierPayer(order: string): Found {
  return {
    at: '/otherPayers',
    message: `The claim goes to a ${order} payer and holds no decision of an earlier one.`,
    why: 'A later payer pays on what the earlier one decided (CARC 22).',
    fix: 'Add the earlier payer with what it paid, its adjustments and the date.',
  };
}

function addTroubles(other: OtherPayer, claim: ClaimView, found: Found[]): void {
  const { path, paid, on, adjusted, lines } = other;
  if (paid === undefined) found.push(incomplete(`${path}/paid`, 'what it paid'));
  if (on === undefined) found.push(incomplete(`${path}/on`, 'the day of its decision'));
  if (adjusted === undefined) found.push(incomplete(`${path}/adjustments`, 'an adjustment that is an amount'));
  for (const line of lines) {
    const wrong = judgeLine(line, claim);
    if (wrong) found.push(wrong);
  }
  const total = claim.claim.total === undefined ? undefined : parseMoney(claim.claim.total);
  if (paid === undefined || adjusted === undefined || total === undefined) return;
  let sum = paid + adjusted;
  for (const line of lines) {
    if (line.adjusted === undefined) return;
    sum += line.adjusted;
  }
  if (sum !== total)
    found.push(
      unbalanced(
        path,
        `The earlier payer's payment and adjustments come to ${formatMoney(sum as Money)}; the claim is for ${formatMoney(total)}.`,
      ),
    );
}

function judgeLine({ path, n, paid, adjusted }: OtherPayerLine, claim: ClaimView): Found | undefined {
  const line = claim.lines[n - 1];
  if (!line) return unbalanced(`${path}/line`, `The earlier payer's decision names line ${n}, which the claim does not have.`);
  if (paid === undefined || adjusted === undefined) return incomplete(path, `payment and adjustments of line ${n} as amounts`);
  if (line.charge === undefined || paid + adjusted === line.charge) return undefined;
  const sum = formatMoney((paid + adjusted) as Money);
  return unbalanced(
    path,
    `Of line ${n} the earlier payer's payment and adjustments come to ${sum}; the line is for ${formatMoney(line.charge)}.`,
  );
}

function incomplete(at: string, what: string): Found {
  return {
    at,
    message: `The decision of an earlier payer does not hold ${what}.`,
    why: 'A later payer needs payment, adjustments and date of the earlier decision to reckon what is left.',
    fix: 'Enter it from the remittance advice of the earlier payer.',
  };
}

function unbalanced(at: string, message: string): Found {
  return {
    at,
    message,
    why: 'Charge less adjustments is what was paid: a claim whose decision does not add up is rejected before a payer sees it.',
    fix: 'Copy payment and every adjustment from the remittance advice; those of lines do not stand again at the claim.',
  };
}

function second(changes: Parameters<typeof visit>[2]) {
  return visit('2026-03-04', ['I10'], {
    payer: { id: 'EX001', kind: 'commercial', order: 'secondary' },
    lines: [exampleLine('2026-03-04')],
    ...changes,
  });
}

function after(decision: object) {
  return second({ otherPayers: [{ id: 'EX9', order: 'primary', ...decision }] });
}

import {
  type Claim,
  type ClaimView,
  type Found,
  formatMoney,
  type LineView,
  type Money,
  type NotChecked,
  parseMoney,
  rule,
} from '@cleanclaim/core';
import { ALWAYS } from '../support/always.ts';
import { electronicForm } from '../support/cites.ts';
import { exampleLine, visit } from '../support/example-claim.ts';

type OtherPayer = NonNullable<Claim['otherPayers']>[number];
type Adjustments = OtherPayer['adjustments'];

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
    if (otherPayers === undefined && (payer?.order ?? 1) <= 1) return undefined;
    const others = otherPayers ?? [];
    const own = payer?.order ?? firstFree(others);
    const earlier = others.flatMap((other, at) => (comesBefore(other, own) ? [{ other, at }] : []));
    if (own <= 1) return others.some((other) => other.payer?.order === undefined && other.paid !== undefined) ? WHO_IS_FIRST : undefined;
    const found: Found[] = [];
    // On paper and from facilities the reason stands elsewhere (value codes).
    if (claim.payer === 'medicare' && claim.type === 'professional' && !SECONDARY_TYPES.has(payer?.insuranceType?.trim() ?? ''))
      found.push(noReason());
    if (earlier.length === 0) found.push(noEarlierPayer());
    for (const { other, at } of earlier) addTroubles(other, `/otherPayers/${at}`, claim, found);
    return found.length > 0 ? found : undefined;
  },

  examples: [
    {
      name: 'a decision that adds up',
      claim: after({ paid: '40.00', paidOn: '2026-03-20', adjustments: [{ amount: '20.00' }] }),
      finds: 0,
    },
    { name: 'one that does not', claim: after({ paid: '40.00', paidOn: '2026-03-20', adjustments: [{ amount: '10.00' }] }), finds: 1 },
    { name: 'without its date', claim: after({ paid: '60.00' }), finds: 1 },
    { name: 'without what was paid', claim: after({ paidOn: '2026-03-20' }), finds: 1 },
    {
      name: 'line by line',
      claim: after({ paid: '40.00' }, [{ payer: 'EX9', paid: '40.00', on: '2026-03-20', adjustments: [{ amount: '20.00' }] }]),
      finds: 0,
    },
    {
      name: 'a line that does not add up',
      claim: after({ paid: '40.00', adjustments: [{ amount: '5.00' }] }, [
        { payer: 'EX9', paid: '40.00', on: '2026-03-20', adjustments: [{ amount: '15.00' }] },
      ]),
      finds: 1,
    },
    { name: 'to a second payer without the first', claim: second({}), finds: 1 },
    {
      name: 'to Medicare as second, without why',
      claim: { ...after({ paid: '60.00', paidOn: '2026-03-20' }), payer: { id: '12302', kind: 'medicare', order: 2 } },
      finds: 1,
    },
    {
      name: 'to Medicare as second',
      claim: { ...after({ paid: '60.00', paidOn: '2026-03-20' }), payer: { id: '12302', kind: 'medicare', order: 2, insuranceType: '12' } },
      finds: 0,
    },
    { name: 'to a first payer', claim: visit('2026-03-04', ['I10'], { payer: { id: 'EX001', kind: 'commercial', order: 1 } }), finds: 0 },
    {
      name: 'a payer that comes later has decided nothing yet',
      claim: visit('2026-03-04', ['I10'], { otherPayers: [{ payer: { id: 'EX9', order: 2 } }] }),
      finds: 0,
    },
    {
      name: 'a decision, and nobody said who is first',
      claim: visit('2026-03-04', ['I10'], { otherPayers: [{ payer: { id: 'EX9' }, paid: '40.00' }] }),
      finds: 0,
    },
  ],
});

/** The first number that no other payer has: the claim's own where it says none (docs/claim.md). */
function firstFree(others: readonly OtherPayer[]): number {
  let order = 1;
  while (others.some((other) => other.payer?.order === order)) order++;
  return order;
}

function comesBefore({ payer, paid }: OtherPayer, own: number): boolean {
  const order = payer?.order;
  return order === undefined ? paid !== undefined : order > 0 && order < own;
}

const WHO_IS_FIRST: NotChecked = {
  notChecked:
    'The claim holds the decision of another payer and does not say which of them comes first, so the balance between them cannot be checked.',
  install: 'Give "order" of the payer and of each other payer: 1 for the one that pays first (docs/claim.md).',
};

function noReason(): Found {
  return {
    at: '/payer/insuranceType',
    // A claim told in JSON or FHIR is not yet the file that is rejected, so that it is less than an error here.
    severity: 'warning',
    message: 'Medicare is billed after another payer, and the claim does not say why it comes second.',
    why: 'The insurance type (SBR05) says which rule puts another payer first; an electronic claim without it is rejected (CARC 22).',
    fix: "Enter 12 for a working aged patient, 13 for renal disease, 14 for no-fault, 15 for the employer's carrier, 43 for a disabled patient under 65, 47 for liability, or another of the list.",
  };
}

function noEarlierPayer(): Found {
  return {
    at: '/otherPayers',
    message: 'The claim goes to a later payer and holds no decision of an earlier one.',
    why: 'A later payer pays on what the earlier one decided (CARC 22).',
    fix: 'Add the earlier payer with what it paid, its adjustments and the date.',
  };
}

interface Decision {
  readonly line: LineView;
  readonly path: string;
  readonly paid: Money | undefined;
  readonly adjusted: Money | undefined;
  readonly dated: boolean;
}

/** What a payer decided of the lines. Without a payer's id a decision is that of the only other payer. */
function decisionsOf({ payer }: OtherPayer, { lines, claim }: ClaimView): Decision[] {
  const only = claim.otherPayers?.length === 1;
  return lines.flatMap((line) =>
    (line.line.decisions ?? []).flatMap((decision, at) => {
      if (decision.payer === undefined ? !only : decision.payer !== payer?.id) return [];
      const path = `${line.path}/decisions/${at}`;
      return [{ line, path, paid: amount(decision.paid), adjusted: sumOf(decision.adjustments), dated: decision.on !== undefined }];
    }),
  );
}

function addTroubles(other: OtherPayer, path: string, claim: ClaimView, found: Found[]): void {
  const decisions = decisionsOf(other, claim);
  const paid = amount(other.paid);
  let sum = sumOf(other.adjustments);
  if (paid === undefined) found.push(incomplete(`${path}/paid`, 'what it paid'));
  if (sum === undefined) found.push(incomplete(`${path}/adjustments`, 'adjustments that are amounts'));
  if (other.paidOn === undefined && (decisions.length === 0 || decisions.some(({ dated }) => !dated)))
    found.push(incomplete(`${path}/paidOn`, 'its day'));
  for (const { line, path: at, paid: ofLine, adjusted } of decisions) {
    if (ofLine === undefined || adjusted === undefined) {
      found.push(incomplete(at, `payment and adjustments of line ${line.n} as amounts`));
      sum = undefined;
    } else {
      if (line.charge !== undefined && ofLine + adjusted !== line.charge) found.push(lineUnbalanced(line, at, ofLine + adjusted));
      if (sum !== undefined) sum = (sum + adjusted) as Money;
    }
  }
  const total = amount(claim.claim.total);
  if (paid === undefined || sum === undefined || total === undefined || paid + sum === total) return;
  const told = formatMoney((paid + sum) as Money);
  found.push(unbalanced(path, `The earlier payer's payment and adjustments come to ${told}; the claim is for ${formatMoney(total)}.`));
}

function amount(text: string | undefined): Money | undefined {
  return text === undefined ? undefined : parseMoney(text.trim());
}

function sumOf(adjustments: Adjustments): Money | undefined {
  let sum = 0;
  for (const each of adjustments ?? []) {
    const value = amount(each.amount);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum as Money;
}

function incomplete(at: string, what: string): Found {
  return {
    at,
    message: `The decision of an earlier payer does not hold ${what}.`,
    why: 'A later payer needs payment, adjustments and date of the earlier decision to reckon what is left.',
    fix: 'Enter it from the remittance advice of the earlier payer.',
  };
}

function lineUnbalanced({ n, charge }: LineView, at: string, sum: number): Found {
  const [told, billed] = [formatMoney(sum as Money), charge === undefined ? '' : formatMoney(charge)];
  return unbalanced(at, `Of line ${n} the earlier payer's payment and adjustments come to ${told}; the line is for ${billed}.`);
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
    payer: { id: 'EX001', kind: 'commercial', order: 2 },
    lines: [exampleLine('2026-03-04')],
    ...changes,
  });
}

function after(decision: OtherPayer, decisions?: LineView['line']['decisions']) {
  return second({
    otherPayers: [{ payer: { id: 'EX9', order: 1 }, ...decision }],
    ...(decisions ? { lines: [exampleLine('2026-03-04', 1, { decisions })] } : {}),
  });
}

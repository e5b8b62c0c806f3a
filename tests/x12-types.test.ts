import { transactionsOf, type X835, type X837P, x12ToJson } from '@cleanclaim/x12';
import { describe, expect, it } from 'vitest';
import { make835, make837P } from './made/x12.ts';

function made(make: (claims: number, put: (text: string) => void) => void): Uint8Array {
  let text = '';
  make(2, (part) => {
    text += part;
  });
  return new TextEncoder().encode(text);
}

/** Charges and codes of an 837P, with no check of shape at run time: the types know it. */
function charges(transaction: X837P.Transaction): [id: string, charge: string, filing: string | undefined][] {
  const found: [string, string, string | undefined][] = [];
  for (const billing of transaction.content) {
    if (billing.loop !== '2000A') continue;
    for (const subscriber of billing.content) {
      if (subscriber.loop !== '2000B') continue;
      const cover = subscriber.content.find((each) => each.segment === 'SBR');
      for (const claim of subscriber.content) {
        if (claim.loop !== '2300') continue;
        const [head] = claim.content;
        if (head?.segment === 'CLM') found.push([head.elements[0], head.elements[1], cover?.elements[8]]);
      }
    }
  }
  return found;
}

describe('types made from the maps', () => {
  it('know the loops, segments and elements of an 837P', () => {
    const [transaction] = transactionsOf(x12ToJson(made(make837P)).file, '837P');
    expect(transaction && charges(transaction)).toEqual([
      ['C0', '318', 'CI'],
      ['C1', '575', 'CI'],
    ]);
  });

  it('know the codes of an 835', () => {
    const { file } = x12ToJson(made(make835));
    const [transaction] = transactionsOf(file, '835');
    const method: X835.SetBpr['elements'][3] | undefined = transaction?.content.find((each) => each.segment === 'BPR')?.elements[3];
    expect(method).toBe('ACH');
    // The compiler refuses this line when the type takes any text.
    const cash: 'CASH' extends X835.SetBpr['elements'][3] ? true : false = false;
    expect(cash).toBe(false);
    expect(transactionsOf(file, '837P')).toEqual([]);
  });
});

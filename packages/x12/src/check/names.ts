import { isNpi } from '@cleanclaim/core';
import type { LoopNode, SegmentSpec } from '../map/model.ts';
import type { Segment } from '../reader/segment.ts';
import type { Observer, ObserverContext } from './observer.ts';
import { shown } from './report.ts';

/** States, territories and military areas (USPS Publication 28, appendix B), and Canadian provinces. */
const STATES = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD ' +
    'TN TX UT VT VA WA WV WI WY AS GU MP PR VI UM FM MH PW AA AE AP AB BC MB NB NL NS NT NU ON PE QC SK YT'
  ).split(' '),
);

/** Numbers found right that are remembered: files repeat them. */
const KEPT = 10_000;

/** Provider numbers and addresses, wherever they stand. */
export class NamesAndAddresses implements Observer {
  readonly #context: ObserverContext;
  readonly #right = new Set<string>();

  constructor(context: ObserverContext) {
    this.#context = context;
  }

  segment(segment: Segment, spec: SegmentSpec, loop: LoopNode): void {
    switch (spec.id) {
      case 'NM1':
        if (segment.element(8) === 'XX') this.#npi(segment, 9);
        break;
      case 'N1':
        if (segment.element(3) === 'XX') this.#npi(segment, 4);
        break;
      case 'REF':
        if (segment.element(1) === 'HPI') this.#npi(segment, 2);
        break;
      case 'N4':
        this.#address(segment, loop);
        break;
    }
  }

  #npi(segment: Segment, element: number): void {
    const number = segment.element(element);
    if (number === '' || this.#right.has(number)) return;
    if (isNpi(number)) {
      if (this.#right.size >= KEPT) this.#right.clear();
      this.#right.add(number);
    } else {
      this.#context.findings.add('x12/npi', {
        message: `${shown(number)} is no NPI: ${/^\d{10}$/.test(number) ? 'its check digit is wrong' : 'it has not ten digits'}.`,
        element,
        ...(segment.id === 'REF' ? { codes: { dataElement: '127' } } : {}),
        value: number,
      });
    }
  }

  #address(segment: Segment, loop: LoopNode): void {
    const { findings } = this.#context;
    const country = segment.element(4);
    if (country !== '' && country !== 'US' && country !== 'CA') return;
    const state = segment.element(2);
    const postal = segment.element(3);
    if (state === '' || postal === '') {
      findings.add('x12/state', { message: `N4 has no ${state === '' ? 'state' : 'postal code'}.`, element: state === '' ? 2 : 3 });
      return;
    }
    if (!STATES.has(state))
      findings.add('x12/state-unknown', { message: `${shown(state)} is no state or province.`, element: 2, value: state });
    if (country !== 'CA' && !CANADA.has(state) && !/^\d{5}(?:\d{4})?$/.test(postal)) {
      findings.add('x12/postal-code', { message: `${shown(postal)} is not a ZIP code of 5 or 9 digits.`, element: 3, value: postal });
    } else if (postal.length === 5 && loop.id === '2010AA') {
      findings.add('x12/postal-code', {
        message: 'The billing address has a ZIP code of 5 digits; 9 are needed.',
        element: 3,
        value: postal,
      });
    }
  }
}

const CANADA: ReadonlySet<string> = new Set(['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT']);

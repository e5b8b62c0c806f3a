import type { Claim } from '../claim/model.ts';
import type { Data } from '../data.ts';
import type { Day } from '../day.ts';
import { findGpci, findZip, findZipPlusFour, type Gpci, type ZipLocality } from '../tables/fee-schedule.ts';
import { KEY_SEPARATOR, type KeyedTable } from '../tables/keyed-table.ts';
import { type NotPriced, notPriced } from './answer.ts';

/** Where a service is priced. */
export interface PricingPlace {
  readonly gpci: Gpci;
  readonly gpciEdition: string;
  /** What the ZIP code says, where it was asked. */
  readonly zip: ZipLocality | undefined;
}

const GPCI = 'mpfs-gpci';
const ZIP = 'zip-locality';
const ZIP_PLUS_FOUR = 'zip-plus-four';

/**
 * The Medicare locality of a claim: the contractor number in `payer.id` with `payer.locality`, else by the ZIP code of
 * the facility, or of the billing provider where no facility is named.
 */
export function pricingPlace(claim: Claim, on: Day, data: Data): PricingPlace | NotPriced {
  const table = data.table(GPCI, on);
  if (!table) return missing(GPCI, on, data);
  const gpciEdition = table.edition.id;
  const contractor = claim.payer?.id ?? '';
  const locality = claim.payer?.locality?.padStart(2, '0');
  if (locality !== undefined) {
    const gpci = findGpci(table, contractor, locality) ?? neighbour(table, contractor, locality);
    if (gpci) return { gpci, gpciEdition, zip: undefined };
    return notPriced(`${gpciEdition} has no locality ${locality} of contractor ${contractor === '' ? '(none named)' : contractor}.`);
  }
  const zip = zipOf(claim, on, data);
  if ('reason' in zip) return zip;
  const gpci = findGpci(table, zip.contractor, zip.locality);
  return gpci ? { gpci, gpciEdition, zip } : notPriced(`${gpciEdition} has no locality ${zip.locality} of contractor ${zip.contractor}.`);
}

/**
 * A locality that another contractor of the same state lists: states such as California have two contractor numbers
 * under one administrator, fee files repeat all their localities under both, and the index file lists each once.
 */
function neighbour(table: KeyedTable, contractor: string, locality: string): Gpci | undefined {
  const listed = Array.from({ length: table.size }, (_, row) => {
    const [owner = '', place = ''] = table.key(row).split(KEY_SEPARATOR);
    return { owner, place, state: table.text('state', row) };
  });
  const state = listed.find(({ owner }) => owner === contractor)?.state;
  const found = state === undefined || state === '' ? [] : listed.filter((each) => each.state === state && each.place === locality);
  const [only] = found;
  return only && found.length === 1 ? findGpci(table, only.owner, locality) : undefined;
}

/** What the ZIP code of the facility, or of the billing provider, says of the place. */
export function zipOf(claim: Claim, on: Day, data: Data): ZipLocality | NotPriced {
  const written = zipText(claim.facility?.address) ?? zipText(claim.billing?.address);
  if (written === undefined)
    return notPriced(
      'The claim names no place to price for: give payer.id (the contractor number) and payer.locality, or the ZIP code of the facility or billing provider (address.zip).',
    );
  const table = data.table(ZIP, on);
  if (!table) return missing(ZIP, on, data);
  const zip = findZip(table, written);
  if (!zip) return notPriced(`${table.edition.id} has no ZIP code ${written.slice(0, 5)}.`);
  if (zip.plusFour) return plusFour(written, on, data);
  return zip;
}

/** Of a ZIP code that lies in several localities the four digits after it decide. */
function plusFour(written: string, on: Day, data: Data): ZipLocality | NotPriced {
  const digits = written.replace('-', '');
  const several = `ZIP code ${written.slice(0, 5)} lies in several localities`;
  if (digits.length < 9) return notPriced(`${several}: give all nine digits, or payer.id (the contractor number) and payer.locality.`);
  const table = data.table(ZIP_PLUS_FOUR, on);
  if (!table) return missing(ZIP_PLUS_FOUR, on, data);
  return (
    findZipPlusFour(table, digits) ??
    notPriced(`${several}, and ${table.edition.id} does not list its last four digits ${digits.slice(5)}.`)
  );
}

/** A ZIP code as it stands in an address: five digits, or nine with or without a hyphen. */
function zipText(address: unknown): string | undefined {
  if (typeof address !== 'object' || address === null || !('zip' in address)) return undefined;
  const { zip } = address;
  return typeof zip === 'string' && /^\d{5}(?:-?\d{4})?$/.test(zip.trim()) ? zip.trim() : undefined;
}

export function missing(source: string, on: Day, data: Data): NotPriced {
  const { reason, install } = data.whyMissing(source, on);
  return notPriced(reason, install);
}

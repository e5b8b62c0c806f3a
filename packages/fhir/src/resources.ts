import { CleanclaimError } from '@cleanclaim/core';
import { Cursor, FHIR_LIMITS } from './cursor.ts';

/** The resources beside a claim: those of its Bundle, and those it contains. References are followed one step at a time, never in a circle. */
export class Resources {
  readonly #bundle: ReadonlyMap<string, unknown>;
  readonly #names: ReadonlyMap<unknown, string>;
  readonly #contained: ReadonlyMap<unknown, Cursor>;
  readonly #used: Set<string>;
  readonly #reached = new Map<string, Cursor>();

  constructor(claim: Cursor, bundle: BundleIndex | undefined, used: Set<string>) {
    this.#contained = new Map(claim.list('contained').map((each) => [each.get('id')?.value, each]));
    this.#bundle = bundle?.byReference ?? new Map();
    this.#names = bundle?.names ?? new Map();
    this.#used = used;
  }

  /**
   * What a reference leads to, when it is a resource of one of the types; undefined when it leads nowhere in the file.
   * A reference that was followed counts as carried over.
   */
  follow(reference: Cursor | undefined, types: readonly string[]): Cursor | undefined {
    const to = reference?.get('reference');
    if (!reference || !to) return undefined;
    if (typeof to.value !== 'string') throw to.wrong('text');
    const found = to.value.startsWith('#') ? this.#contained.get(to.value.slice(1)) : this.#inBundle(to.value);
    if (!found || !types.includes(String((found.value as { resourceType?: unknown }).resourceType))) return undefined;
    reference.use('reference', 'type', 'display');
    this.#reached.set(found.path, found);
    return found;
  }

  /** Every resource that was followed to. */
  get reached(): readonly Cursor[] {
    return [...this.#reached.values()];
  }

  #inBundle(reference: string): Cursor | undefined {
    const value = this.#bundle.get(reference) ?? this.#bundle.get(reference.replace(/^.*\/(?=[A-Z][A-Za-z]*\/[^/]+$)/, ''));
    return value === undefined ? undefined : new Cursor(value, this.#names.get(value) ?? 'Bundle', this.#used);
  }
}

/** A Bundle's resources by the references that lead to them. */
export interface BundleIndex {
  readonly byReference: ReadonlyMap<string, unknown>;
  /** How each is named in a path: by its type, with its id where there are several of a type. */
  readonly names: ReadonlyMap<unknown, string>;
  readonly claims: readonly unknown[];
  readonly others: readonly unknown[];
}

export function indexBundle(bundle: Cursor): BundleIndex {
  const byReference = new Map<string, unknown>();
  const resources: { readonly resource: unknown; readonly type: string; readonly id: string }[] = [];
  for (const entry of bundle.list('entry')) {
    const at = entry.get('resource');
    if (!at) continue;
    const type = at.text('resourceType');
    if (type === undefined) throw new CleanclaimError('claim/missing-field', `The resource at ${at.path} has no resourceType.`, at.path);
    const id = at.text('id') ?? '';
    const fullUrl = entry.text('fullUrl');
    if (fullUrl !== undefined) setOnce(byReference, fullUrl, at);
    if (id !== '') setOnce(byReference, `${type}/${id}`, at);
    resources.push({ resource: at.value, type, id });
  }
  const count = new Map<string, number>();
  for (const { type } of resources) count.set(type, (count.get(type) ?? 0) + 1);
  const names = new Map(
    resources.map(({ resource, type, id }, at) => [
      resource,
      count.get(type) === 1 ? type : `${type}/${id === '' ? `entry-${at}` : id.slice(0, 64)}`,
    ]),
  );
  const isClaim = ({ type }: { type: string }): boolean => type === 'Claim';
  return {
    byReference,
    names,
    claims: resources.filter(isClaim).map(({ resource }) => resource),
    others: resources.filter((each) => !isClaim(each)).map(({ resource }) => resource),
  };
}

/** Two resources under one reference leave open which is meant. */
function setOnce(map: Map<string, unknown>, reference: string, at: Cursor): void {
  if (map.has(reference) && map.get(reference) !== at.value)
    throw new CleanclaimError(
      'claim/wrong-shape',
      `Two resources of the Bundle are called ${JSON.stringify(reference.slice(0, 80))}.`,
      at.path,
    );
  if (map.size > 2 * FHIR_LIMITS.list) throw new CleanclaimError('claim/too-large', 'The Bundle has too many entries.', at.path);
  map.set(reference, at.value);
}

import type { CodeSystem, ContentMode } from './code-system.ts';
import { isObject, type JsonObject, objects, text } from './json.ts';
import { ResourceCodeSystem } from './resource-code-system.ts';
import { compareVersions, latestVersion, matchesVersion, splitCanonical } from './versions.ts';

/** Code systems that answer without being sent: those of Cleanclaim's own data. */
export interface SystemShelf {
  readonly systems: readonly KnownSystem[];
  /** Value sets beside those of all codes of a system. */
  readonly valueSets: readonly JsonObject[];
}

export interface KnownSystem {
  readonly url: string;
  readonly name: string;
  readonly title: string;
  /** Versions that are installed, the one in force today last. */
  versions(): readonly string[];
  /** The version that is meant by a text: itself, or what stands for it. */
  resolve(written: string): string | undefined;
  /** A version, or the one in force today; undefined where it is not installed. */
  open(version?: string): CodeSystem | undefined;
}

/** Resource types a caller may send along. */
const KEPT: ReadonlySet<string> = new Set(['CodeSystem', 'ValueSet', 'ConceptMap']);

/** Where a request finds code systems, value sets and maps: what was sent with it goes before what the server has. */
export class Library {
  readonly #shelf: SystemShelf;
  readonly #byUrl = new Map<string, JsonObject[]>();
  readonly #supplements: JsonObject[] = [];
  readonly #maps: JsonObject[] = [];

  constructor(shelf: SystemShelf, resources: Iterable<JsonObject> = []) {
    this.#shelf = shelf;
    for (const resource of resources) this.#add(resource);
  }

  #add(resource: JsonObject): void {
    const url = text(resource, 'url');
    const type = text(resource, 'resourceType') ?? '';
    if (url === undefined || !KEPT.has(type)) return;
    if (type === 'ConceptMap') this.#maps.push(resource);
    if (type === 'CodeSystem' && text(resource, 'supplements') !== undefined) this.#supplements.push(resource);
    const known = this.#byUrl.get(url);
    if (known) known.push(resource);
    else this.#byUrl.set(url, [resource]);
  }

  /**
   * A code system in the version that fits: the one asked for, by pattern too, or else the latest. `content` says which
   * kinds will do; a system that was sent incomplete answers only where the server has no complete one.
   */
  codeSystem(
    url: string,
    version: string | undefined,
    { content = USUAL, supplements = NONE }: { readonly content?: readonly ContentMode[]; readonly supplements?: ReadonlySet<string> } = {},
  ): CodeSystem | undefined {
    const sent = this.#sent(url, version, 'CodeSystem');
    const kind = sent && (text(sent, 'content') ?? 'complete');
    if (sent && kind === 'complete') return this.#open(sent, version, supplements);
    const own = this.#own(url, version);
    if (own) return own;
    return sent && content.includes(kind as ContentMode) ? this.#open(sent, version, supplements) : undefined;
  }

  /** Every version of a code system that is known, earliest first. */
  versions(url: string): string[] {
    const sent = (this.#byUrl.get(url) ?? []).flatMap((each) =>
      each['resourceType'] === 'CodeSystem' ? (text(each, 'version') ?? []) : [],
    );
    const own = this.#shelf.systems.find((each) => each.url === url)?.versions() ?? [];
    return [...new Set([...sent, ...own])].toSorted(compareVersions);
  }

  /** A value set by its address, with `|version` or without; the latest where several fit. `#id` is one contained in `source`. */
  valueSet(reference: string, version?: string, source?: JsonObject): JsonObject | undefined {
    if (reference.startsWith('#'))
      return (
        source && objects(source, 'contained').find((each) => each['id'] === reference.slice(1) && each['resourceType'] === 'ValueSet')
      );
    const parts = splitCanonical(reference);
    return this.#sent(parts.url, version ?? parts.version, 'ValueSet') ?? this.#implied(parts.url, version ?? parts.version);
  }

  get conceptMaps(): readonly JsonObject[] {
    return this.#maps;
  }

  get shelf(): SystemShelf {
    return this.#shelf;
  }

  #own(url: string, version: string | undefined): CodeSystem | undefined {
    const known = this.#shelf.systems.find((each) => each.url === url);
    if (!known) return undefined;
    if (version === undefined) return known.open();
    const found = known.resolve(version) ?? latestVersion(known.versions().filter((each) => matchesVersion(version, each)));
    return found === undefined ? undefined : known.open(found);
  }

  #sent(url: string, version: string | undefined, type: string): JsonObject | undefined {
    let best: JsonObject | undefined;
    for (const each of this.#byUrl.get(url) ?? []) {
      if (each['resourceType'] !== type || (version !== undefined && !matchesVersion(version, text(each, 'version')))) continue;
      if (!best || compareVersions(text(each, 'version') ?? '', text(best, 'version') ?? '') > 0) best = each;
    }
    return best;
  }

  #open(resource: JsonObject, asked: string | undefined, stated: ReadonlySet<string>): CodeSystem {
    const url = text(resource, 'url') ?? '';
    const version = text(resource, 'version') ?? asked;
    const supplements = this.#supplements.filter((each) => {
      const of = splitCanonical(text(each, 'supplements') ?? '');
      const own = text(each, 'url') ?? '';
      const isStated = stated.has(own) || stated.has(`${own}|${text(each, 'version') ?? ''}`);
      return isStated && of.url === url && (of.version === undefined || version === undefined || matchesVersion(of.version, version));
    });
    return opened(resource, supplements);
  }

  /** The value set of all codes of a system, by the address that the system or FHIR gives it. */
  #implied(url: string, version: string | undefined): JsonObject | undefined {
    const own = this.#shelf.valueSets.find(
      (each) => each['url'] === url && (version === undefined || matchesVersion(version, text(each, 'version'))),
    );
    if (own) return own;
    const system = url.endsWith('/vs') ? url.slice(0, -3) : url.endsWith('?fhir_vs') ? url.slice(0, -8) : undefined;
    const known = system !== undefined && this.#shelf.systems.find((each) => each.url === system);
    if (!known) return undefined;
    const found = version === undefined ? known.open()?.version : known.resolve(version);
    if (found === undefined) return undefined;
    return {
      resourceType: 'ValueSet',
      url,
      version: found,
      name: `${known.name}Codes`,
      title: `All codes of ${known.title}`,
      status: 'active',
      compose: { include: [{ system: known.url, ...(version === undefined ? {} : { version: found }) }] },
    };
  }
}

const USUAL: readonly ContentMode[] = ['complete', 'fragment'];
const NONE: ReadonlySet<string> = new Set();

/** Code systems read once a resource and set of supplements, as long as the resource is held. */
const OPENED = new WeakMap<JsonObject, { readonly supplements: readonly JsonObject[]; readonly system: CodeSystem }[]>();
const MOST_OPENED = 4;

function opened(resource: JsonObject, supplements: readonly JsonObject[]): CodeSystem {
  let known = OPENED.get(resource);
  if (!known) OPENED.set(resource, (known = []));
  const same = known.find(
    (each) => each.supplements.length === supplements.length && each.supplements.every((one) => supplements.includes(one)),
  );
  if (same) return same.system;
  const system = new ResourceCodeSystem(resource, supplements);
  if (known.length >= MOST_OPENED) known.shift();
  known.push({ supplements, system });
  return system;
}

/** The resources a request brings along, of the kinds that are used. */
export function sentResources(parameters: readonly JsonObject[]): JsonObject[] {
  return parameters.flatMap((each) => {
    const { resource } = each;
    return each['name'] === 'tx-resource' && isObject(resource) ? [resource] : [];
  });
}

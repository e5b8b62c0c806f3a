import { badRequest } from './issues.ts';
import { flag, type Json, type JsonObject, object, objects, text } from './json.ts';
import type { Parameters } from './parameters.ts';
import { referenceOf, type Run } from './run.ts';
import { canonical, splitCanonical } from './versions.ts';

/** How a code relates to another, in the words of FHIR R5. */
export type Relationship =
  | 'equivalent'
  | 'related-to'
  | 'source-is-narrower-than-target'
  | 'source-is-broader-than-target'
  | 'not-related-to';

/** R4's words for the relation and R5's. */
const FROM_EQUIVALENCE: Readonly<Record<string, Relationship>> = {
  equal: 'equivalent',
  equivalent: 'equivalent',
  relatedto: 'related-to',
  inexact: 'related-to',
  wider: 'source-is-narrower-than-target',
  subsumes: 'source-is-narrower-than-target',
  narrower: 'source-is-broader-than-target',
  specializes: 'source-is-broader-than-target',
  unmatched: 'not-related-to',
  disjoint: 'not-related-to',
};
const RELATIONSHIPS: ReadonlySet<string> = new Set<Relationship>([
  'equivalent',
  'related-to',
  'source-is-narrower-than-target',
  'source-is-broader-than-target',
  'not-related-to',
]);

export interface Translation {
  readonly system: string | undefined;
  readonly code: string;
  readonly display: string | undefined;
  readonly relationship: Relationship;
  /** The map's `url|version`. */
  readonly map: string | undefined;
  /** Asked backwards: the code that is mapped. */
  readonly source?: { readonly system: string | undefined; readonly code: string; readonly display: string | undefined };
  readonly comment?: string | undefined;
}

/** Maps that answer without being sent. */
export interface OwnMaps {
  /** Undefined where there is no map between the two systems. */
  translate(source: { readonly system: string; readonly code: string }, target: string): readonly Translation[] | undefined;
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
}

interface Asked {
  readonly code: string;
  readonly system: string | undefined;
}

/** `ConceptMap/$translate`: what a code is in another system, by the maps sent along and those of our own. */
export function translate(run: Run, own: OwnMaps, parameters: Parameters): JsonObject {
  const reverse = flag({ reverse: parameters.text('reverse') }, 'reverse') ?? false;
  const targetCode = parameters.text('targetCode') ?? codingIn(parameters, 'targetCoding', 'targetCodeableConcept');
  const backwards = reverse || targetCode !== undefined;
  const sources = backwards ? askedBackwards(parameters) : asked(parameters);
  if (sources.length === 0) throw badRequest('Give sourceCode with sourceSystem, sourceCoding or sourceCodeableConcept');
  const target = backwards
    ? (parameters.text('sourceSystem') ?? (reverse ? parameters.text('targetsystem') : undefined))
    : (parameters.text('targetSystem') ?? parameters.text('targetsystem'));
  const matches = sources.flatMap((each) => [
    ...mapsAsked(run, parameters).flatMap((map) => [...inMap(map, each, target, backwards)]),
    ...(backwards ? [] : fromOwn(own, each, target)),
  ]);
  const result = matches.some(({ relationship }) => relationship !== 'not-related-to');
  const parameter: JsonObject[] = [{ name: 'result', valueBoolean: result }];
  if (matches.length === 0) parameter.push({ name: 'message', valueString: 'No map that is known has the code' });
  for (const each of matches) parameter.push({ name: 'match', part: writeMatch(each) });
  return { resourceType: 'Parameters', parameter };
}

function fromOwn(own: OwnMaps, { code, system }: Asked, target: string | undefined): readonly Translation[] {
  if (system === undefined) return [];
  const targets = target === undefined ? own.pairs.flatMap(({ from, to }) => (from === system ? [to] : [])) : [target];
  return targets.flatMap((to) => own.translate({ system, code }, to) ?? []);
}

function asked(parameters: Parameters): Asked[] {
  const code = parameters.text('sourceCode') ?? parameters.text('code');
  const system = parameters.text('sourceSystem') ?? parameters.text('system');
  if (code !== undefined) return [{ code, system }];
  return codings(parameters, ['sourceCoding', 'coding', 'sourceCodeableConcept', 'codeableConcept']);
}

function askedBackwards(parameters: Parameters): Asked[] {
  const code = parameters.text('targetCode') ?? parameters.text('code');
  const system = parameters.text('targetSystem') ?? parameters.text('system');
  if (code !== undefined) return [{ code, system }];
  return codings(parameters, ['targetCoding', 'coding', 'targetCodeableConcept', 'codeableConcept']);
}

function codingIn(parameters: Parameters, ...names: readonly string[]): string | undefined {
  return codings(parameters, names)[0]?.code;
}

function codings(parameters: Parameters, names: readonly string[]): Asked[] {
  return names.flatMap((name) => {
    const given = parameters.object(name);
    if (!given) return [];
    const list = text(given, 'code') === undefined ? objects(given, 'coding') : [given];
    return list.flatMap((each) => {
      const code = text(each, 'code');
      return code === undefined ? [] : [{ code, system: text(each, 'system') }];
    });
  });
}

/** The map named, or all whose value sets are those named. */
function mapsAsked(run: Run, parameters: Parameters): JsonObject[] {
  const sent = parameters.resource('conceptMap');
  if (sent) return [sent];
  const url = parameters.text('url');
  const wanted = url === undefined ? undefined : splitCanonical(url);
  const version = parameters.text('conceptMapVersion') ?? wanted?.version;
  const source = parameters.text('sourceScope') ?? parameters.text('source');
  const target = parameters.text('targetScope') ?? parameters.text('target');
  return run.library.conceptMaps.filter(
    (each) =>
      (wanted === undefined || text(each, 'url') === wanted.url) &&
      (version === undefined || text(each, 'version') === version) &&
      (source === undefined || scopeOf(each, 'source') === source) &&
      (target === undefined || scopeOf(each, 'target') === target),
  );
}

function scopeOf(map: JsonObject, side: 'source' | 'target'): string | undefined {
  for (const name of [`${side}ScopeUri`, `${side}ScopeCanonical`, `${side}Uri`, `${side}Canonical`]) {
    const found = text(map, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function* inMap(map: JsonObject, { code, system }: Asked, target: string | undefined, backwards: boolean): Generator<Translation> {
  const reference = referenceOf(map) || undefined;
  for (const group of objects(map, 'group')) {
    const from = systemOf(group, 'source');
    const to = systemOf(group, 'target');
    const [near, far] = backwards ? [to, from] : [from, to];
    if (system !== undefined && near !== undefined && near !== system) continue;
    if (target !== undefined && far !== undefined && far !== target) continue;
    let listed = false;
    for (const element of objects(group, 'element')) {
      const source = text(element, 'code');
      if (source === undefined || (!backwards && source !== code)) continue;
      listed ||= !backwards;
      for (const each of objects(element, 'target')) {
        const found = text(each, 'code');
        if (found === undefined || (backwards && found !== code)) continue;
        yield {
          system: to,
          code: found,
          display: text(each, 'display'),
          relationship: relationshipOf(each),
          map: reference,
          comment: text(each, 'comment'),
          ...(backwards ? { source: { system: from, code: source, display: text(element, 'display') } } : {}),
        };
      }
      if (!backwards && flag(element, 'noMap') === true) break;
    }
    if (!listed && !backwards) yield* unmapped(group, code, to, reference);
  }
}

function* unmapped(group: JsonObject, code: string, to: string | undefined, map: string | undefined): Generator<Translation> {
  const rule = object(group, 'unmapped');
  if (!rule) return;
  const mode = text(rule, 'mode');
  const fixed = mode === 'fixed' ? text(rule, 'code') : mode === 'use-source-code' || mode === 'provided' ? code : undefined;
  if (fixed !== undefined)
    yield { system: to, code: fixed, display: text(rule, 'display'), relationship: relationshipOf(rule, 'related-to'), map };
}

function systemOf(group: JsonObject, side: 'source' | 'target'): string | undefined {
  const reference = text(group, side);
  return reference === undefined ? undefined : splitCanonical(reference).url;
}

function relationshipOf(of: JsonObject, otherwise: Relationship = 'equivalent'): Relationship {
  const said = text(of, 'relationship');
  if (said !== undefined && RELATIONSHIPS.has(said)) return said as Relationship;
  const old = text(of, 'equivalence') ?? '';
  return Object.hasOwn(FROM_EQUIVALENCE, old) ? (FROM_EQUIVALENCE[old] ?? otherwise) : otherwise;
}

function writeMatch({ system, code, display, relationship, map, source, comment }: Translation): JsonObject[] {
  const part: Record<string, Json>[] = [
    { name: 'relationship', valueCode: relationship },
    { name: 'concept', valueCoding: coding(system, code, display) },
  ];
  if (source) part.push({ name: 'source', valueCoding: coding(source.system, source.code, source.display) });
  if (map !== undefined) part.push({ name: 'originMap', valueCanonical: map });
  if (comment !== undefined) part.push({ name: 'comment', valueString: comment });
  return part;
}

function coding(system: string | undefined, code: string, display: string | undefined): JsonObject {
  return { ...(system === undefined ? {} : { system }), code, ...(display === undefined ? {} : { display }) };
}

/** A reference for a map that is no resource. */
export function mapReference(name: string, edition: string): string {
  return canonical(`urn:cleanclaim:map:${name}`, edition);
}

import * as z from 'zod/mini';
import { CONVERSION_ROUTE } from '../crosswalk/conversion-route.ts';
import { GEM_ROUTES } from '../crosswalk/gem.ts';
import { ICD11_ROUTES } from '../crosswalk/icd11.ts';
import { type CodeMap, MAP_SYSTEMS, type MapSystem, type Route, tableFor } from '../crosswalk/route.ts';
import { SNOMED_ROUTES } from '../crosswalk/snomed.ts';
import { CleanclaimError, quote } from '../errors.ts';
import { MAX_CODE_INPUT, tidyCode } from '../text/code-text.ts';
import { anyCodeField, dayField } from './fields.ts';
import { onDay } from './on-day.ts';
import { operation } from './operation.ts';

const ROUTES: readonly Route[] = [...GEM_ROUTES, ...ICD11_ROUTES, ...SNOMED_ROUTES, CONVERSION_ROUTE];

const systemField = z.string().register(z.globalRegistry, {
  description: `The system to map to: ${MAP_SYSTEMS.filter((each) => each !== 'snomed').join(', ')}; icd-10-cm and the like are read too.`,
});

const target = z.object({
  code: z.string(),
  display: z.nullable(z.string()),
  status: z.optional(z.enum(['billable', 'header', 'not-in-force', 'unknown', 'no-data'])),
  approximate: z.nullable(z.boolean()),
  when: z.optional(z.string()),
  advice: z.optional(z.string()),
});

const output = z.object({
  input: z.string(),
  to: z.string(),
  /** `no-map`: the map lists the code and says that the other system has none. */
  status: z.enum(['found', 'no-map', 'unknown', 'no-data', 'no-route']),
  /** One for each system the code belongs to. */
  maps: z.array(
    z.object({
      from: z.object({ system: z.string(), code: z.string(), display: z.nullable(z.string()) }),
      through: z.nullable(z.object({ system: z.string(), code: z.string() })),
      status: z.enum(['found', 'no-map']),
      /** Choose one option; from each of its lists take one code. */
      options: z.array(z.object({ lists: z.array(z.array(target)) })),
      source: z.string(),
      edition: z.string(),
      note: z.nullable(z.string()),
    }),
  ),
  why: z.optional(z.string()),
  fix: z.optional(z.string()),
  /** Sources that would answer, where they are not installed. */
  install: z.optional(z.array(z.string())),
});

export interface MapAnswer {
  readonly input: string;
  readonly to: MapSystem;
  readonly status: 'found' | 'no-map' | 'unknown' | 'no-data' | 'no-route';
  readonly maps: readonly CodeMap[];
  readonly why?: string;
  readonly fix?: string;
  readonly install?: readonly string[];
}

/** The codes of another system that a code corresponds to, with what the maps say of how well. Maps the user installed. */
export const map = operation<{ code: string; to: string; from?: string | undefined; on?: string | undefined }, MapAnswer>({
  id: 'codes.map',
  title: 'Map a code to another system',
  input: z.object({
    code: anyCodeField,
    to: systemField,
    from: z.optional(z.string().register(z.globalRegistry, { description: 'The system of the code, where its form fits several.' })),
    on: dayField,
  }),
  output: output as unknown as z.ZodMiniType<MapAnswer>,
  failures: ['input/invalid', 'input/not-a-day', 'input/too-long', 'input/unknown-system'],
  examples: [
    { says: 'What an old diagnosis code became', input: { code: '250.00', to: 'icd10cm' } },
    { says: 'An ICD-10-CM code in ICD-9-CM', input: { code: 'E11.9', to: 'icd9cm' } },
  ],
  run({ code, to, from, on }, context): MapAnswer {
    if (code.length > MAX_CODE_INPUT)
      throw new CleanclaimError('input/too-long', `A code of ${code.length} characters was sent; the limit is ${MAX_CODE_INPUT}.`, '/code');
    const target = systemNamed(to, '/to');
    const source = from === undefined ? undefined : systemNamed(from, '/from');
    const question = { data: context.data, on: onDay(on, context) };
    const tidy = tidyCode(code);
    const answer = { input: code, to: target, maps: [] as CodeMap[] };
    const routes = ROUTES.filter((each) => each.to === target && (source === undefined || each.from === source));
    const fitting = routes.filter((each) => each.fits(tidy));
    if (fitting.length === 0) return { ...answer, status: 'no-route', ...noRoute(code, target, routes) };
    const ready = fitting.filter(({ sources }) => sources.some((each) => tableFor(each, question)));
    const maps = withoutDetours(ready.flatMap((route) => route.read(tidy, question) ?? []));
    if (maps.some(({ status }) => status === 'found')) return { ...answer, status: 'found', maps };
    if (maps.length > 0) return { ...answer, status: 'no-map', maps };
    const missing = fitting.filter((each) => !ready.includes(each));
    if (missing.length > 0) return { ...answer, status: 'no-data', ...noData(missing) };
    return {
      ...answer,
      status: 'unknown',
      why: `No installed map to ${target} lists ${quote(code)}.`,
      fix: 'Maps list complete codes: check the characters, and give a code with all of them.',
    };
  },
});

/** A code that a map lists itself needs no way round by the level above it. */
function withoutDetours(maps: readonly CodeMap[]): CodeMap[] {
  const straight = maps.filter(({ through, from }) => through === null || through.code !== from.code);
  return straight.some(({ through }) => through === null) ? straight.filter(({ through }) => through === null) : [...maps];
}

function noRoute(code: string, to: MapSystem, routes: readonly Route[]): Pick<MapAnswer, 'why' | 'fix'> {
  const known = [...new Set(ROUTES.filter((each) => each.to === to).map(({ from }) => from))].join(', ');
  return routes.length === 0
    ? { why: `There is no map between these systems.`, fix: `Codes of ${known || 'no system'} are mapped to ${to}.` }
    : { why: `${quote(code)} does not have the form of a code that is mapped to ${to}.`, fix: `Codes of ${known} are mapped to ${to}.` };
}

function noData(missing: readonly Route[]): Pick<MapAnswer, 'why' | 'fix' | 'install'> {
  const install = [...new Set(missing.flatMap(({ sources }) => sources))];
  return {
    why: `The map is not installed: ${install.join(' or ')}.`,
    fix: `cleanclaim data add FILE (cleanclaim data sources tells which file ${install[0]} is)`,
    install,
  };
}

function systemNamed(name: string, path: string): MapSystem {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^snomedct$/, 'snomed')
    .replace(/^icd11mms$/, 'icd11');
  const found = MAP_SYSTEMS.find((each) => each === plain);
  if (!found)
    throw new CleanclaimError('input/unknown-system', `${quote(name)} is no system that is mapped; use ${MAP_SYSTEMS.join(', ')}.`, path);
  return found;
}

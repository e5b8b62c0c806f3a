import { createHash } from 'node:crypto';
import { type Data, type Day, type Engine, makeEngine } from '@cleanclaim/core';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';
import manifest from '../package.json' with { type: 'json' };

/** What every surface of the server answers from: data, the compiled rules, a clock, and a name for the state of both. */
export interface Service {
  readonly data: Data;
  readonly engine: Engine;
  readonly version: string;
  /** Changes when the program or any installed edition does: the same question with the same mark has the same answer. */
  readonly mark: string;
  today(): Day;
}

/** Compiles the rules and reads the editions once. `today` may be set for tests; else it is the day in UTC. */
export function makeService(data: Data, today: () => Day = utcToday): Service {
  const digests = [...new Set(data.editions().map((each) => each.sha256))];
  const mark = createHash('sha256')
    .update([manifest.version, ...digests].join(' '))
    .digest('base64url')
    .slice(0, 16);
  return { data, engine: makeEngine(RULES, data, UNMADE, { plans: PLANS }), version: manifest.version, mark, today };
}

function utcToday(): Day {
  return new Date().toISOString().slice(0, 10) as Day;
}

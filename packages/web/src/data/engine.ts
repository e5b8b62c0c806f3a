import { type Data, type Engine, makeEngine } from '@cleanclaim/core';
import { PLANS } from '@cleanclaim/plans';
import { RULES, UNMADE } from '@cleanclaim/rules';

const engines = new WeakMap<Data, Engine>();

/** The rules compiled against the data, once. Only pages that ask it load the rules: the look-up is there before them. */
export function engineOf(data: Data): Engine {
  const known = engines.get(data);
  if (known) return known;
  const engine = makeEngine(RULES, data, UNMADE, { plans: PLANS });
  engines.set(data, engine);
  return engine;
}

import { collectCodes } from './collection.ts';
import { type JsonObject, object, objects, text, texts } from './json.ts';
import { type Message, SAY } from './messages.ts';
import type { Run } from './run.ts';

/** The one system of a value set that has a code, or why there is not one; `name` is the value set's, for the message. */
export function inferSystem(run: Run, valueSet: JsonObject, code: string, name: string): string | Message {
  const compose = object(valueSet, 'compose');
  const include = objects(compose ?? {}, 'include');
  const exclude = objects(compose ?? {}, 'exclude');
  const systems = new Set<string>();
  const needsExpansion =
    [...include, ...exclude].some((set) => text(set, 'system') === undefined || texts(set, 'valueSet').length > 0) ||
    exclude.some((set) => objects(set, 'filter').length > 0);
  if (needsExpansion || !compose) {
    for (const entry of collectCodes(run, valueSet)) if (entry.code === code) systems.add(entry.system);
  } else {
    for (const set of include) {
      const url = text(set, 'system') ?? '';
      const system = run.codeSystem(url, text(set, 'version'));
      if (!system) continue;
      const listed = objects(set, 'concept');
      if (listed.length > 0 ? listed.some((each) => each['code'] === code) : system.find(code)) systems.add(url);
    }
  }
  const [only] = systems;
  if (only !== undefined && systems.size === 1) return only;
  return systems.size > 1 ? SAY.severalSystems(code, name, [...systems]) : SAY.cannotInfer(code, name);
}

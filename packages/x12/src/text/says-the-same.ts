/** True for two JSON values that say the same; a field that is undefined is one that is not there. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return holdsAll(one, other) && holdsAll(other, one);
}

/** Every field of the first is the same in the second. */
function holdsAll(one: object, other: object): boolean {
  for (const name in one) if (!saysTheSame(fieldOf(one, name), fieldOf(other, name))) return false;
  return true;
}

function fieldOf(of: object, name: string): unknown {
  return Object.hasOwn(of, name) ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

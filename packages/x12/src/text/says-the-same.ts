/** True for two JSON values that are written the same. Fields in the same order, as what one writer makes has them, are compared without writing them. */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one === 'string' && typeof other === 'string') return false;
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other);
  const names = Object.keys(one);
  const others = Object.keys(other);
  if (Array.isArray(one) !== Array.isArray(other) || names.length !== others.length || !names.every((name, at) => name === others[at]))
    return JSON.stringify(one) === JSON.stringify(other);
  return names.every((name) => saysTheSame(one[name], other[name]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

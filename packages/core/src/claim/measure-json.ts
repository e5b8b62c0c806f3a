/** Deepest nesting of a claim file; a claim needs five levels. */
export const MAX_DEPTH = 64;

/** Keys of a parsed JSON value in all its depth, and how deep it is; no further than one level beyond the limit. */
export function measure(value: unknown): { keys: number; depth: number } {
  let keys = 0;
  let depth = 0;
  let level: object[] = typeof value === 'object' && value !== null ? [value] : [];
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth++;
    const below: object[] = [];
    for (const holder of level) {
      if (Array.isArray(holder)) {
        for (const inside of holder) if (typeof inside === 'object' && inside !== null) below.push(inside as object);
      } else {
        for (const name in holder) {
          keys++;
          const inside = (holder as Record<string, unknown>)[name];
          if (typeof inside === 'object' && inside !== null) below.push(inside);
        }
      }
    }
    level = below;
  }
  return { keys, depth };
}

/** The entry of a table by a key that comes from a file: `constructor` and `__proto__` are no entries. */
export function entryOf<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A JSON value whose shape nobody has checked: what callers send is read through these functions only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field; undefined where there is none or it is no text. */
export function text(of: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True or false; texts "true" and "false" count, as they come in addresses. */
export function flag(of: JsonObject, name: string): boolean | undefined {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return undefined;
}

export function object(of: JsonObject, name: string): JsonObject | undefined {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  return isObject(value) ? value : undefined;
}

/** The objects of a repeating field; empty where there are none. */
export function objects(of: JsonObject, name: string): readonly JsonObject[] {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

export function texts(of: JsonObject, name: string): readonly string[] {
  const value = Object.hasOwn(of, name) ? of[name] : undefined;
  return Array.isArray(value) ? (value as readonly Json[]).filter((each) => typeof each === 'string') : [];
}

/** The `value[x]` of an element: its name and what it holds. */
export function valueOf(of: JsonObject): { readonly name: string; readonly value: Json } | undefined {
  for (const name of Object.keys(of)) {
    const value = of[name];
    if (name.length > 5 && name.startsWith('value') && value !== undefined) return { name, value };
  }
  return undefined;
}

/** A `value[x]` that is no object, as text; undefined for other values. */
export function primitive(of: JsonObject): string | undefined {
  const value = valueOf(of)?.value;
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}

/** The first extension with an address. */
export function extension(of: JsonObject, url: string): JsonObject | undefined {
  return objects(of, 'extension').find((each) => each['url'] === url);
}

export function extensionText(of: JsonObject, url: string): string | undefined {
  const found = extension(of, url);
  return found && primitive(found);
}

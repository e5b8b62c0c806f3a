import { isObject, type JsonObject, object, objects, primitive, text } from './json.ts';

/** The parameters of one request. */
export class Parameters {
  readonly list: readonly JsonObject[];

  constructor(resource: JsonObject) {
    this.list = objects(resource, 'parameter');
  }

  /** From an address: texts by name. */
  static ofQuery(query: Iterable<readonly [string, string]>): Parameters {
    const parameter = Array.from(query, ([name, value]) => ({ name, valueString: value }));
    return new Parameters({ resourceType: 'Parameters', parameter });
  }

  #find(name: string): JsonObject | undefined {
    return this.list.find((each) => each['name'] === name);
  }

  /** The value as text, whatever its kind. */
  text(name: string): string | undefined {
    const found = this.#find(name);
    const value = found && primitive(found);
    return value === '' ? undefined : value;
  }

  texts(name: string): string[] {
    return this.list.flatMap((each) => (each['name'] === name ? (primitive(each) ?? []) : []));
  }

  resource(name: string): JsonObject | undefined {
    const found = this.#find(name);
    return found && object(found, 'resource');
  }

  resources(name: string): JsonObject[] {
    return this.list.flatMap(({ name: own, resource }) => (own === name && isObject(resource) ? [resource] : []));
  }

  /** A Coding or a CodeableConcept. */
  object(name: string): JsonObject | undefined {
    const found = this.#find(name);
    return found && (object(found, 'valueCoding') ?? object(found, 'valueCodeableConcept'));
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  get names(): string[] {
    return this.list.flatMap((each) => text(each, 'name') ?? []);
  }
}

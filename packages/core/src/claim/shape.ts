/** What a value of JSON has to be: one kind, an object of fields, a list of one shape, or one of some texts. */
export type Shape = Kind | Fields | readonly [Shape] | OneOf;
/** A pointer names a diagnosis by letter or number; a quantity may be a number or its text. */
export type Kind = 'text' | 'number' | 'any' | 'pointer' | 'quantity';

export interface OneOf {
  readonly oneOf: readonly string[];
}

export interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
  /** Those that may not be left out. */
  readonly needs?: readonly string[];
}

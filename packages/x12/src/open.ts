/** Something that is still being read or counted: its fields may be set. */
export type Open<Type> = { -readonly [Key in keyof Type]: Type[Key] };

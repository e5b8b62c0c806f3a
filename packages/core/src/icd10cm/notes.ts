/** The kinds of notes of the tabular list, in the order the pack numbers them. */
export const NOTE_KINDS = [
  'includes',
  'inclusionTerm',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditionalCode',
  'codeAlso',
  'notes',
  'sevenCharacterNote',
  'sevenCharacter',
] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** What the wording of a note line (or the heading above it) says about how strictly it binds. */
export const NOTE_FLAG = {
  /** "if applicable", "if known", "if any", "if present": binds only when the condition is there. */
  conditional: 1,
  /** "such as": the codes are examples. */
  example: 2,
  /** A heading of the lines under it, such as "code to identify:". */
  heading: 4,
} as const;

/** One line of a note. `holder` tells the level it stands at. */
export interface NoteLine {
  readonly id: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly flags: number;
  /** The 7th character this line defines; only for kind `sevenCharacter`. */
  readonly character: string | null;
  readonly holder: Holder;
}

export interface Holder {
  readonly level: 'chapter' | 'block' | 'code';
  /** `4`, `E08-E13` or `E11.2`. */
  readonly id: string;
}

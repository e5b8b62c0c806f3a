/**
 * An X12 file as JSON: the loops of the guide as a tree, segments in file order, so that writing it back gives the same
 * bytes (docs/x12.md). Delimiters and line breaks are kept beside the data.
 */
export interface X12File {
  readonly x12: 1;
  readonly content: X12Node[];
  /** White space after the last segment. */
  rest?: string;
}

export interface X12Marks {
  readonly element: string;
  readonly component: string;
  readonly repetition: string | null;
  readonly segment: string;
}

export interface X12Branch {
  readonly interchange?: string;
  readonly delimiters?: X12Marks;
  /** White space between its segments, where it is always the same. */
  lead?: string;
  readonly group?: string;
  readonly transaction?: string;
  guide?: string;
  readonly loop?: string;
  /** Our name for the loop. */
  readonly name?: string;
  readonly content: X12Node[];
}

/** A value: text, the components of a composite, or repetitions of either. */
export type X12Value = string | readonly string[] | { readonly repeat: readonly (string | readonly string[])[] };

export interface X12Leaf {
  readonly segment: string;
  /** Our name for the segment at this place of the guide. */
  readonly name?: string;
  readonly elements: readonly X12Value[];
  /** White space before it, where it differs from that of the interchange. */
  readonly lead?: string;
  /** The bytes as they stood, one character each, where they cannot be made again from the elements. */
  readonly raw?: string;
  /** The file ended inside it. */
  readonly cut?: true;
}

export type X12Node = X12Branch | X12Leaf;

export function isLeaf(node: X12Node): node is X12Leaf {
  return 'segment' in node;
}

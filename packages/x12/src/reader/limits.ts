/**
 * Stated limits of the reader, so that hostile input costs bounded memory and linear time. Real segments stay under
 * two kilobytes and a hundred elements (the longest of 5010 are NTE, K3 and HI).
 */
export const READER_LIMITS = {
  /** Bytes of one segment. */
  segmentBytes: 1_048_576,
  /** Elements of one segment. */
  elements: 1_000,
  /** Bytes in which the whole ISA, with line breaks inside, must end. */
  headerBytes: 512,
  /** White space kept between two segments; more is passed over and cannot be written back. */
  leadBytes: 65_536,
} as const;

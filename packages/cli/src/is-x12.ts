/** True when a file begins as X12 does; a byte-order mark and white space may stand before. */
export function isX12(first: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s*ISA[^A-Za-z0-9\s]/.test(first.subarray(0, 64).toString('latin1'));
}

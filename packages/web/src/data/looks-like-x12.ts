/** True when a text begins as an interchange does, after any byte order mark and white space. */
export function looksLikeX12(text: string): boolean {
  return /^\uFEFF?\s*ISA/.test(text.slice(0, 200));
}

/** The largest X12 file that the page reads; the command line takes any. */
export const MOST_X12_BYTES = 50_000_000;

/** True when the beginning of an X12 file says that it holds claims (GS01 is HC). */
export function holdsClaims(head: string): boolean {
  const from = head.indexOf('ISA');
  const separator = head[from + 3] ?? '';
  return head.includes(`GS${separator}HC${separator}`);
}

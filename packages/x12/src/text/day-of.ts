/** A day written CCYYMMDD as ISO 8601; null when it is not so written. */
export function dayOf(text: string): string | null {
  return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` : null;
}

/** Whole dollars, as most amounts are: up to nine digits before `end`, the first no zero. Asked of every amount of a file. */
export function isWhole(text: string, end = text.length): boolean {
  if (end < 1 || end > 9 || text.charCodeAt(0) === 48) return false;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 48 || unit > 57) return false;
  }
  return true;
}

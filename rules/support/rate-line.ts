import type { LineView } from '@cleanclaim/core';

/** Skilled nursing, home health and rehabilitation lines carry a rate code of five characters (HIPPS). */
export function isRateLine({ code, line }: LineView): boolean {
  return line.revenue !== undefined && /^00?2[234]$/.test(line.revenue) && /^[0-9A-Z]{5}$/.test(code);
}

/** A number as tables write it: `1234`, `1,234`, `1 234`, `1234.5`, `1,5` where cells are not split by commas. Undefined when it is none, null when empty. */
export function readNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(/[\u00a0\u202f']/g, ' ');
  if (plain === '' || /^(?:na|n\/a|nan|null|none|-|\.)$/i.test(plain)) return null;
  if (/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(plain)) return Number(plain);
  if (/^[+-]?\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replace(/[ ,]/g, ''));
  if (/^[+-]?\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'));
  return undefined;
}

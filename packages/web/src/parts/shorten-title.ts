/**
 * A title under its parent's, without the words they share at the beginning and the end: what this level adds. "Type 2
 * diabetes mellitus with diabetic chronic kidney disease" under "Type 2 diabetes mellitus with kidney complications"
 * is "diabetic chronic kidney disease". The whole title when nothing would be left.
 */
export function shortenTitle(title: string, parent: string | null | undefined): string {
  if (!parent) return title;
  const words = title.split(' ');
  const above = parent.split(' ');
  let start = 0;
  while (start < words.length && start < above.length && isSame(words[start], above[start])) start++;
  let end = 0;
  const most = Math.min(words.length, above.length) - start;
  while (end < most && isSame(words.at(-1 - end), above.at(-1 - end))) end++;
  const rest = words.slice(start, words.length - end).join(' ');
  return rest === '' || /^(?:of|with|and|or|the|in|due|to)$/i.test(rest) ? title : rest;
}

function isSame(one = '', other = ''): boolean {
  return plain(one) === plain(other);
}

const plain = (word: string): string => word.toLowerCase().replace(/[,;]$/, '');

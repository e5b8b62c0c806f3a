/** The words of the query, marked where the text holds them. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const sought = words.filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (sought.length === 0) return text;
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${sought.join('|')})(?![\\p{L}])`, 'giu')).map((piece, at) =>
    // Pieces have no identity but their place.
    // oxlint-disable-next-line react/no-array-index-key
    at % 2 === 1 ? <mark key={at}>{piece}</mark> : piece,
  );
}

/** The keys that work here, beside what they do. */
export function KeyHints({ keys }: { keys: readonly (readonly [keys: readonly string[], says: string])[] }) {
  return (
    <p className="small muted kh hints">
      {keys.map(([each, says]) => (
        <span key={says}>
          {each.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {says}
        </span>
      ))}
    </p>
  );
}

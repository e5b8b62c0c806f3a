/** The code of a page, large, and for a screen reader as it is said: "E 11 point 22". Links and rows keep the code as written, since speech control asks for what is seen. */
export function SpokenCode({ code }: { code: string }) {
  return (
    <>
      <span className="bigcode" aria-hidden="true">
        {code}
      </span>
      <span className="sr">{code.replace(/^(.)/, '$1 ').replace('.', ' point ')}</span>
    </>
  );
}

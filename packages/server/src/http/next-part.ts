/** The next piece of a body; undefined at its end, `silence` when none came for `idle` milliseconds. */
export async function nextPart(reader: ReadableStreamDefaultReader<Uint8Array>, idle: number): Promise<Uint8Array | undefined | 'silence'> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<'silence'>((resolve) => {
    timer = setTimeout(() => resolve('silence'), idle);
  });
  try {
    return await Promise.race([reader.read().then(({ value }) => value), silence]);
  } finally {
    clearTimeout(timer);
  }
}

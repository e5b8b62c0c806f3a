import { type Data, type Day, type Identification, identify, perform } from '@cleanclaim/core';

/** Which systems a code may belong to, asked of the operation that every surface asks. */
export function tell(code: string, { data, on }: { data: Data; on: Day }): Identification {
  return perform(identify, { code, on }, { data, today: on });
}

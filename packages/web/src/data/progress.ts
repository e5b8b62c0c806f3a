export interface Progress {
  readonly read: number;
  /** Bytes to come in all; undefined when the server does not say. */
  readonly total: number | undefined;
}

/** The server answered, but not with the pack. */
export class PackNotFetched extends Error {
  readonly pack: string;
  readonly status: number;
  constructor(pack: string, status: number) {
    super(`${pack}: HTTP ${status}`);
    this.pack = pack;
    this.status = status;
  }
}

import { type Report, reportMiddle, reportStart, sharedJson } from '@cleanclaim/core';
import { type Checked, isFixed, isUnreadable } from './check-text.ts';

/** Bytes gathered before they are handed on. */
const SIZE = 128 * 1024;
/** UTF-8 needs at most so many bytes for each unit of a text. */
const MOST_BYTES = 3;

/**
 * Reports as lines of UTF-8, gathered in one buffer. The lists that reports share are most of them, and are kept as
 * bytes: copying those costs a tenth of writing them as text again.
 */
export class ReportLines {
  readonly #send: (bytes: Uint8Array<ArrayBuffer>) => boolean;
  readonly #shared = new WeakMap<object, Buffer>();
  /** By the list of what was not checked: what follows the findings, as long as the editions are the same. */
  readonly #rests = new WeakMap<object, { readonly editions: object; readonly bytes: Buffer }>();
  #buffer = Buffer.allocUnsafeSlow(SIZE);
  #length = 0;

  /** `send` takes full buffers, and answers whether it is done with the bytes. */
  constructor(send: (bytes: Uint8Array<ArrayBuffer>) => boolean) {
    this.#send = send;
  }

  add(checked: Checked): void {
    // A repaired claim and the rows of a table stand beside a report that has nothing to share them with.
    if (isUnreadable(checked) || isFixed(checked) || 'rows' in checked) {
      this.#text(`${JSON.stringify(checked)}\n`);
      return;
    }
    this.#text(reportStart(checked));
    if (checked.bypassed.length === 0) {
      this.#bytes(this.#rest(checked));
      return;
    }
    this.#list(checked.notChecked);
    this.#text(reportMiddle(checked));
    this.#list(checked.editions);
    this.#text('}\n');
  }

  /** All that follows the findings of a report where nothing was bypassed: the same for all claims of a kind on a day. */
  #rest(report: Report): Buffer {
    const { notChecked, editions } = report;
    const known = this.#rests.get(notChecked);
    if (known?.editions === editions) return known.bytes;
    const bytes = Buffer.from(`${sharedJson(notChecked)}${reportMiddle(report)}${sharedJson(editions)}}\n`);
    this.#rests.set(notChecked, { editions, bytes });
    return bytes;
  }

  /** Hands on what is gathered. */
  flush(): void {
    if (this.#length === 0) return;
    const done = this.#send(this.#buffer.subarray(0, this.#length));
    if (!done) this.#buffer = Buffer.allocUnsafeSlow(SIZE);
    this.#length = 0;
  }

  #text(text: string): void {
    if (text.length * MOST_BYTES > SIZE) this.#bytes(Buffer.from(text));
    else {
      this.#makeRoom(text.length * MOST_BYTES);
      this.#length += this.#buffer.write(text, this.#length);
    }
  }

  #list(items: readonly object[]): void {
    let bytes = this.#shared.get(items);
    if (!bytes) this.#shared.set(items, (bytes = Buffer.from(sharedJson(items))));
    this.#bytes(bytes);
  }

  #bytes(bytes: Buffer): void {
    for (let from = 0; from < bytes.length; from += SIZE) {
      const part = bytes.subarray(from, from + SIZE);
      this.#makeRoom(part.length);
      this.#buffer.set(part, this.#length);
      this.#length += part.length;
    }
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes > SIZE) this.flush();
  }
}

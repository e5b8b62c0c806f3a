import { CleanclaimError } from '../errors.ts';

/**
 * A pack is one binary file: 8 bytes of magic, the length of a JSON header, the header, then sections aligned to
 * 8 bytes. A section is read by its byte range straight into a typed-array view: nothing is parsed, nothing copied.
 * Each section carries its SHA-256, checked when it is read. Little-endian, as every machine we meet is.
 */
export const PACK_MAGIC = 'CLNPACK1';

export type SectionType = 'f64' | 'u32' | 'i32' | 'u16' | 'u8';
export type SectionView = Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;

export interface PackSection {
  readonly type: SectionType;
  readonly offset: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Who published the data, under which licence, what was read to build it. Dates: in force, published, retrieved kept apart. */
export interface PackManifest {
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly page: string;
  readonly inputs: readonly { readonly name: string; readonly sha256: string; readonly says: string }[];
  readonly retrieved: string;
}

export interface PackEdition {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  /** Last day, or null while no later edition is known. */
  readonly to: string | null;
  readonly published: string | null;
  readonly rows: number;
  readonly [fact: string]: unknown;
}

export interface PackHeader {
  readonly id: string;
  readonly format: 1;
  readonly manifest: PackManifest;
  readonly editions: readonly PackEdition[];
  readonly sections: Readonly<Record<string, PackSection>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Where the bytes are: a file, a fetched buffer. `sha256` is the platform's digest as lower-case hex. */
export interface PackBytes {
  readonly name: string;
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
  sha256(bytes: Uint8Array): string;
}

const VIEWS = { f64: Float64Array, u32: Uint32Array, i32: Int32Array, u16: Uint16Array, u8: Uint8Array } as const;

export class Pack {
  readonly header: PackHeader;
  /** SHA-256 of the header, which holds the digest of every section: it names the pack's whole content. */
  readonly digest: string;
  readonly #bytes: PackBytes;
  readonly #views = new Map<string, SectionView>();
  readonly #start: number;

  constructor(bytes: PackBytes) {
    this.#bytes = bytes;
    const lead = bytes.size >= 16 ? bytes.read(0, 16) : new Uint8Array(16);
    const magic = String.fromCharCode(...lead.subarray(0, 8));
    if (magic !== PACK_MAGIC) throw damaged(bytes.name, 'it does not begin as a pack does');
    const length = new DataView(lead.buffer, lead.byteOffset, 16).getUint32(8, true);
    if (length > bytes.size - 16) throw damaged(bytes.name, 'it is cut off');
    const text = new TextDecoder().decode(bytes.read(16, length));
    const end = text.indexOf('\n');
    // The header's own digest is its first line, so that a changed byte in it is seen as well.
    const body = text.slice(end + 1);
    this.digest = text.slice(0, end);
    if (bytes.sha256(new TextEncoder().encode(body)) !== this.digest) throw damaged(bytes.name, 'its header does not match its digest');
    this.header = JSON.parse(body) as PackHeader;
    this.#start = 16 + length;
  }

  has(name: string): boolean {
    return name in this.header.sections;
  }

  /** All its bytes, to be handed on as they are. */
  whole(): Uint8Array {
    return this.#bytes.read(0, this.#bytes.size);
  }

  /** Reads every section against its digest. Throws `pack/damaged` for the first that differs. */
  verify(): void {
    for (const [name, { type }] of Object.entries(this.header.sections)) this.section(name, type);
  }

  /** The section as a typed array; the type is checked against what the caller expects. */
  section<Type extends SectionType>(name: string, type: Type): InstanceType<(typeof VIEWS)[Type]> {
    let view = this.#views.get(name);
    if (!view) {
      const section = this.header.sections[name];
      if (!section || section.type !== type) throw damaged(this.#bytes.name, `it has no section ${name} of type ${type}`);
      const from = this.#start + section.offset;
      if (from + section.bytes > this.#bytes.size) throw damaged(this.#bytes.name, `section ${name} is cut off`);
      let bytes = this.#bytes.read(from, section.bytes);
      if (this.#bytes.sha256(bytes) !== section.sha256) throw damaged(this.#bytes.name, `section ${name} does not match its digest`);
      const View = VIEWS[type];
      if (bytes.byteOffset % View.BYTES_PER_ELEMENT !== 0) bytes = bytes.slice();
      view = new View(bytes.buffer as ArrayBuffer, bytes.byteOffset, section.bytes / View.BYTES_PER_ELEMENT);
      this.#views.set(name, view);
    }
    return view as InstanceType<(typeof VIEWS)[Type]>;
  }
}

function damaged(name: string, why: string): CleanclaimError {
  return new CleanclaimError('pack/damaged', `The data file ${name} is damaged: ${why}.`);
}

/** The bytes end before their announced length. */
export class CutShort extends Error {
  override readonly name = 'CutShort';
}

/** Reads little-endian numbers and runs of bytes in order, never beyond the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** @throws CutShort */
  u8(): number {
    return this.#view.getUint8(this.#forward(1));
  }

  /** @throws CutShort */
  u16(): number {
    return this.#view.getUint16(this.#forward(2), true);
  }

  /** @throws CutShort */
  u32(): number {
    return this.#view.getUint32(this.#forward(4), true);
  }

  /** Return the next `length` bytes without a copy. @throws CutShort */
  take(length: number): Uint8Array {
    const from = this.#forward(length);
    return this.#bytes.subarray(from, from + length);
  }

  #forward(length: number): number {
    if (length > this.left) throw new CutShort(`${length} bytes expected, ${this.left} left`);
    const from = this.#at;
    this.#at += length;
    return from;
  }
}

import type { StoredTransaction } from './stored-rows.ts';

/** Slots of an empty table. The number of slots is a power of 2. */
const SLOTS = 1024;

/** The slot where the search for a row begins. */
const slotOf = (kind: number, number: number, slots: number): number =>
  (Math.imul((number % 0xff_ff_ff_fb) ^ Math.imul(kind + 1, 0x9e_37_79_b1), 0x85_eb_ca_6b) >>> 7) &
  (slots - 1);

/**
 * The rows of a list that were seen, to find repeated ones: exact, in 16 bytes a row. A table with open addressing,
 * because a `Set` of numbers takes ten times as much.
 */
export class SeenRows {
  /** Service and day → a whole number. A list has few. */
  readonly #kinds = new Map<string, number>();
  #numbers = new Float64Array(SLOTS);
  #kindOf = new Uint32Array(SLOTS);
  #size = 0;
  /** Kind and number of the rows that are not stored yet. */
  #added: number[] = [];

  /** Return whether the person has a row with this service and day already. */
  has({ phone, service: { id, name, on } }: StoredTransaction): boolean {
    const kind = this.#kind(`${on} ${id ?? name}`);
    // A number in E.164 has at most 15 digits, so that it is exact.
    const number = Number(phone.slice(1));
    if (!this.#add(kind, number)) return true;
    this.#added.push(kind, number);
    return false;
  }

  #kind(key: string): number {
    const kind = this.#kinds.get(key) ?? this.#kinds.size;
    this.#kinds.set(key, kind);
    return kind;
  }

  /** Add a row. Return false when it is there. */
  #add(kind: number, number: number): boolean {
    if (this.#size * 2 >= this.#numbers.length) this.#grow();
    const slots = this.#numbers.length;
    let slot = slotOf(kind, number, slots);
    // No number is 0: that is an empty slot.
    for (; this.#numbers[slot] !== 0; slot = (slot + 1) & (slots - 1))
      if (this.#numbers[slot] === number && this.#kindOf[slot] === kind) return false;
    this.#numbers[slot] = number;
    this.#kindOf[slot] = kind;
    this.#size += 1;
    return true;
  }

  #grow(): void {
    const [numbers, kinds] = [this.#numbers, this.#kindOf];
    this.#numbers = new Float64Array(numbers.length * 2);
    this.#kindOf = new Uint32Array(numbers.length * 2);
    this.#size = 0;
    numbers.forEach((number, slot) => {
      if (number !== 0) this.#add(kinds[slot] ?? 0, number);
    });
  }

  /** Write what was added since the last time: the kinds as a line of JSON, then pairs of kind and number. */
  take(): Uint8Array {
    const kinds = new TextEncoder().encode(`${JSON.stringify([...this.#kinds.keys()])}\n`);
    const rows = new Uint8Array(Float64Array.from(this.#added).buffer);
    this.#added = [];
    return Buffer.concat([kinds, rows]);
  }

  /** Add what an earlier run wrote. */
  put(bytes: Uint8Array): void {
    const end = bytes.indexOf(0x0a);
    const keys: readonly string[] = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
    const kinds = keys.map((key) => this.#kind(key));
    // A copy begins at a multiple of eight bytes, as numbers must.
    const rows = new Float64Array(new Uint8Array(bytes.subarray(end + 1)).buffer);
    for (let at = 0; at < rows.length; at += 2) this.#add(kinds[rows[at] ?? 0] ?? 0, rows[at + 1] ?? 0);
  }
}

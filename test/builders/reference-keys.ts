const KEYS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** The keys that a caller presses for a reference: letters by the standard keypad (ITU-T E.161). */
export const keysOf = (reference: string): string =>
  [...reference.replaceAll('-', '')]
    .map((symbol) => {
      const at = KEYS.findIndex((letters) => letters.includes(symbol));
      return at < 0 ? symbol : String(at + 2);
    })
    .join('');

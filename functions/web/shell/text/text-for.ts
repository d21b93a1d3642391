/** Return the text of a key that comes from stored data, or the key itself when it has no text. */
export const textFor = (texts: Readonly<Record<string, string>>, key: string): string => texts[key] ?? key;

/** Return true for a text that a template engine fills in later. */
export const hasPlaceholder = (text: string): boolean => /\$\{|%|\{\{|<<|\$\[/.test(text);

/** Return true when the value of a text is known. References of the flow have none yet. */
const isKnown = (text: string): boolean => !text.includes('$.') && !hasPlaceholder(text);

/** Return a fixed value as text, or undefined for an empty value, a reference or a placeholder. */
export function fixedText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' && isKnown(value) ? value : undefined;
}

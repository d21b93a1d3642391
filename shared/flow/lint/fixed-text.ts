/** Placeholders of a template engine or references of the flow, whose values are not known yet. */
const PLACEHOLDER = /\$\.|\$\{|%|\{\{|<<|\$\[/;

/** Return a fixed value as text, or undefined for an empty value, a reference or a placeholder. */
export function fixedText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' && !PLACEHOLDER.test(value) ? value : undefined;
}

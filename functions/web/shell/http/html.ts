import { html as escapedHtml, raw } from 'hono/html';

/** Markup that has been escaped. */
export type Html = ReturnType<typeof escapedHtml>;

const joinedParts = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** Replace each line break that is followed by an indentation with one space. */
function joined(parts: TemplateStringsArray): TemplateStringsArray {
  const cached = joinedParts.get(parts);
  if (cached) return cached;
  const oneLine = parts.map((part) => part.replaceAll(/\n +/gu, ' '));
  const result = Object.assign(oneLine, { raw: oneLine });
  joinedParts.set(parts, result);
  return result;
}

/**
 * Escape the values of a template and return its markup. A long tag may continue on an indented line: in the
 * page it has one space there, so the markup does not depend on where the lines of the source end.
 */
export const html = (parts: TemplateStringsArray, ...values: unknown[]): Html =>
  escapedHtml(joined(parts), ...values);

export { raw };

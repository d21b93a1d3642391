const BY_NAME = /^\$\{\w+:([^}]+)\}$/;

/**
 * Return the name in a reference: of `${lambda:case-status}`, of a function's ARN (without its qualifier),
 * the last part of any other ARN, otherwise the text itself. The version of a flow or module (`:$LATEST`) is
 * removed.
 */
export function nameOf(reference: string): string {
  const named = BY_NAME.exec(reference)?.[1];
  if (named !== undefined) return named;
  const lambda = /:function:([^:]+)/.exec(reference)?.[1];
  if (lambda !== undefined) return lambda;
  const last = reference.startsWith('arn:') ? (reference.split('/').at(-1) ?? reference) : reference;
  return last.replace(/:(?:\$LATEST|\d+)$/, '');
}

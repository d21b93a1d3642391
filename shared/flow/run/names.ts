const BY_NAME = /^\$\{\w+:([^}]+)\}$/;

/**
 * The name behind a reference: of `${lambda:case-status}`, of a function's ARN (its qualifier left away), of
 * any other ARN its last part, otherwise the text itself. The version of a flow or module (`:$LATEST`) is
 * left away.
 */
export function nameOf(reference: string): string {
  const named = BY_NAME.exec(reference)?.[1];
  if (named !== undefined) return named;
  const lambda = /:function:([^:]+)/.exec(reference)?.[1];
  if (lambda !== undefined) return lambda;
  const last = reference.startsWith('arn:') ? (reference.split('/').at(-1) ?? reference) : reference;
  return last.replace(/:(?:\$LATEST|\d+)$/, '');
}

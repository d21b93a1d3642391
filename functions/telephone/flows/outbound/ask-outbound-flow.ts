import { type Block, invoke } from '#shared/flow/builder.ts';

interface Routes {
  readonly next: string;
  readonly onError: string;
}

/** Asks the function behind the calls that go out. */
export const desk = (
  attributes: Readonly<Record<string, string>>,
  { next, onError }: Routes,
): Block<string> =>
  invoke<string>('outbound-flow', {
    attributes: { language: '$.Attributes.language', ...attributes },
    timeoutSeconds: 3,
    next,
    onError,
  });

/** Has it note what was said. */
export const note = (step: string, routes: Routes): Block<string> => desk({ step }, routes);

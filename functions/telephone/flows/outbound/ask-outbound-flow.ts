import { type Block, invoke } from '#shared/flow/builder.ts';

interface Routes {
  readonly next: string;
  readonly onError: string;
}

/** Call the outbound flow function. */
export const askOutboundFlow = (
  attributes: Readonly<Record<string, string>>,
  { next, onError }: Routes,
): Block<string> =>
  invoke<string>('telephone/outbound-flow', {
    attributes: { language: '$.Attributes.language', ...attributes },
    timeoutSeconds: 3,
    next,
    onError,
  });

/** Call the function to store the response of the beneficiary. */
export const noteAnswer = (step: string, routes: Routes): Block<string> => askOutboundFlow({ step }, routes);

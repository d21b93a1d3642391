import { type InvokeOptions, invoke } from '#shared/flow/builder.ts';

/** What each question carries, so that the call's record knows who speaks how on which line. */
const SAID = {
  language: '$.Attributes.language',
  line: '$.Attributes.line',
  recording: '$.Attributes.recording',
} as const;

/** Longest wait for an answer: the function gives up before, and a caller should never wonder. */
const SECONDS = 3;

/** Ask the inbound-flow function for a step while the caller waits. */
export const askInboundFlow = <const T extends string>(
  step: string,
  parameters: Readonly<Record<string, `$.${string}`>>,
  routes: Pick<InvokeOptions<T>, 'next' | 'onError'>,
) =>
  invoke('inbound-flow', {
    attributes: { step, ...SAID, ...parameters },
    timeoutSeconds: SECONDS,
    ...routes,
  });

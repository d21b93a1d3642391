import { type InvokeOptions, invoke } from '#shared/flow/builder.ts';

/** The parameters of every request, so that the call record has language, recording and line. */
const CALL_ATTRIBUTES = {
  language: '$.Attributes.language',
  line: '$.Attributes.line',
  recording: '$.Attributes.recording',
} as const;

/**
 * The timeout in seconds. The function itself times out earlier, so that the caller does not wait in silence.
 */
const SECONDS = 3;

/** The attributes that store the case of a response. */
export const REGISTERED_CASE = {
  caseRef: '$.External.reference',
  spoken: '$.External.spoken',
  registered: 'yes',
  intent: '-',
} as const;

/** Ask the inbound-flow function for a step while the caller waits. */
export const askInboundFlow = <const T extends string>(
  step: string,
  parameters: Readonly<Record<string, `$.${string}`>>,
  routes: Pick<InvokeOptions<T>, 'next' | 'onError'>,
) =>
  invoke('telephone/inbound-flow', {
    attributes: { step, ...CALL_ATTRIBUTES, ...parameters },
    timeoutSeconds: SECONDS,
    ...routes,
  });

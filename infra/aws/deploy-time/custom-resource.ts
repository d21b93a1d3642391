/** What CloudFormation sends a function behind a custom resource (User guide, "Custom resource requests"). */
export interface CustomResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, string>>;
}

/** Tells CloudFormation how it went; replaced in tests. */
export type Respond = (url: string, body: string) => Promise<void>;

const put: Respond = async (url, body) => {
  const { ok, status } = await fetch(url, { method: 'PUT', body });
  if (!ok) throw new Error(`CloudFormation did not take the answer: ${status}`);
};

/**
 * A handler that does the work and answers CloudFormation. A failure is answered with its message, which
 * is what the person who deploys gets to read; without an answer the deployment would hang for an hour.
 */
export const answering =
  (work: (event: CustomResourceEvent) => Promise<void>, respond: Respond = put) =>
  async (event: CustomResourceEvent): Promise<void> => {
    const { ResponseURL, StackId, RequestId, LogicalResourceId, PhysicalResourceId } = event;
    const reason = await work(event).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const answer = {
      Status: reason === undefined ? 'SUCCESS' : 'FAILED',
      ...(reason !== undefined && { Reason: reason }),
      ...{ StackId, RequestId, LogicalResourceId },
      PhysicalResourceId: PhysicalResourceId ?? LogicalResourceId,
    };
    await respond(ResponseURL, JSON.stringify(answer));
  };

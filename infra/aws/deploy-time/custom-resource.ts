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

/** What the template may read of the resource (`Fn::GetAtt`). */
export type Attributes = Readonly<Record<string, string>>;

/** What is to be done; may answer with what the template reads. */
export type Work = (event: CustomResourceEvent) => Promise<Attributes | undefined>;

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
  (work: Work, respond: Respond = put) =>
  async (event: CustomResourceEvent): Promise<void> => {
    const { ResponseURL, StackId, RequestId, LogicalResourceId, PhysicalResourceId } = event;
    const outcome = await work(event).then(
      (attributes) => ({ Status: 'SUCCESS', ...(attributes && { Data: attributes }) }),
      (error: unknown) => ({
        Status: 'FAILED',
        Reason: error instanceof Error ? error.message : String(error),
      }),
    );
    const answer = {
      ...outcome,
      ...{ StackId, RequestId, LogicalResourceId },
      PhysicalResourceId: PhysicalResourceId ?? LogicalResourceId,
    };
    await respond(ResponseURL, JSON.stringify(answer));
  };

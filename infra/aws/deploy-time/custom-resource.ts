/** The request to a custom resource (CloudFormation user guide, "Custom resource requests"). */
export interface CustomResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly ResponseURL: string;
  readonly StackId: string;
  readonly RequestId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, string>>;
}

/** The attributes that the template can read (`Fn::GetAtt`). */
type Attributes = Readonly<Record<string, string>>;

/** The work of a custom resource. It may return attributes for the template. */
export type Work = (event: CustomResourceEvent) => Promise<Attributes | undefined>;

/** Sends the result to CloudFormation. Tests replace it. */
export type Respond = (url: string, body: string) => Promise<void>;

const put: Respond = async (url, body) => {
  const { ok, status } = await fetch(url, { method: 'PUT', body });
  if (!ok) throw new Error(`CloudFormation rejected the response: ${status}`);
};

/**
 * Return a handler that does the work and sends the result to CloudFormation. For a failure it sends the
 * error message, which is shown to the person who deploys. Without a response, the deployment waits for an
 * hour.
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

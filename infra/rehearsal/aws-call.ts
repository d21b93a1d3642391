/** A request to AWS as it arrives at the recorder. */
export interface RawRequest {
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request to a resource, in the form in which IAM decides it. */
export interface Asked {
  readonly action: string;
  /** All resources that must be allowed. */
  readonly resources: readonly string[];
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** A request that was understood. */
export interface AwsCall {
  readonly service: string;
  readonly accessKey: string;
  readonly asked: readonly Asked[];
  /** The parameters of requests in JSON. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Credential scope of a signature (AWS general reference, "Signature Version 4"). */
const SCOPE = /Credential=([^/]+)\/[^/]+\/([^/]*)\/([^/]+)\/aws4_request/u;

/** Return the access key, Region and service of a signed request. */
export function signerOf(headers: RawRequest['headers']): {
  accessKey: string;
  region: string;
  service: string;
} {
  const [, accessKey = '', region = '', service = ''] = SCOPE.exec(headers.authorization ?? '') ?? [];
  return { accessKey, region, service };
}

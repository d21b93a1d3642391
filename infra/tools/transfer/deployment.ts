import { s3Client, secretsClient, wholeTableClient } from '#shared/adapters/aws/clients.ts';
import { RECORDED } from '#shared/adapters/content-keys.ts';
import { UsageError } from '../tool-command.ts';
import { deploymentOptions } from './deployment-options.ts';

/** The stores of a deployment, with their clients. */
export interface Deployment {
  readonly dynamo: ReturnType<typeof wholeTableClient>;
  readonly s3: ReturnType<typeof s3Client>;
  readonly secrets: ReturnType<typeof secretsClient>;
  readonly table: string;
  readonly mailBucket: string;
  readonly recordingsBucket: string;
  /** The secret with the key from which references, ids and links are derived. */
  readonly secret: string;
}

const NAMES = Object.keys(deploymentOptions) as (keyof typeof deploymentOptions)[];

/** Return the deployment that the options name, with the caller's own AWS credentials. */
export function openDeployment(options: Readonly<Record<string, unknown>>): Deployment {
  const named = (name: (typeof NAMES)[number]): string => {
    const value = options[name];
    if (typeof value === 'string' && value !== '') return value;
    const all = NAMES.map((one) => `--${one}`).join(', ');
    throw new UsageError(`--${name} is missing: --aws needs ${all} (output DataOptions of the stack)`);
  };
  const region = named('region');
  const places = {
    ...{ table: named('table'), secret: named('secret') },
    ...{ mailBucket: named('mail-bucket'), recordingsBucket: named('recordings-bucket') },
  };
  return {
    ...places,
    ...{ dynamo: wholeTableClient(region), s3: s3Client(region), secrets: secretsClient(region) },
  };
}

/** Return the bucket of a content: recordings of calls have their own. */
export const bucketOf = (key: string, { mailBucket, recordingsBucket }: Deployment): string =>
  key.startsWith(`${RECORDED}/`) ? recordingsBucket : mailBucket;

export function closeDeployment({ dynamo, s3, secrets }: Deployment): void {
  for (const client of [dynamo, s3, secrets]) client.destroy();
}

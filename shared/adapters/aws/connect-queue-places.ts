import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';
import type { QueuePlaces } from '#shared/ports/queue-places.ts';

const metrics = z.object({
  MetricResults: z.array(z.object({ Name: z.string(), Value: z.object({ Number: z.number() }).nullish() })),
});

const PATIENCE_MS = 800;

/** Region and signer of the requests: credentials of a client that the function already has. */
export interface SignedBy {
  readonly region: string;
  readonly client: DynamoDBClient;
}

/**
 * Load a contact's position and estimated wait, which no flow block provides. Source: API reference,
 * GetContactMetrics, which fails unless the contact is waiting. The SDK's Connect client contains the shapes
 * of all its 300 operations, 65 KiB in a bundle for which a caller waits, so this single request is signed
 * here.
 */
export function connectQueuePlaces(
  { region, client }: SignedBy,
  instanceId: string,
  send: typeof fetch = fetch,
): QueuePlaces {
  const { credentials, sha256 } = client.config;
  const signer = new SignatureV4({ service: 'connect', region, credentials, sha256 });
  const hostname = `connect.${region}.amazonaws.com`;
  const path = '/metrics/contact';
  return {
    async placeOf(contactId) {
      const body = JSON.stringify({
        InstanceId: instanceId,
        ContactId: contactId,
        Metrics: [{ Name: 'POSITION_IN_QUEUE' }, { Name: 'ESTIMATED_WAIT_TIME' }],
      });
      const headers = { host: hostname, 'content-type': 'application/json' };
      const signed = await signer.sign({ method: 'POST', protocol: 'https:', hostname, path, headers, body });
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const answer = await send(`https://${hostname}${path}`, {
        ...{ method: 'POST', headers: signed.headers, body, signal },
      });
      if (!answer.ok) throw new Error(`the telephone system answered ${answer.status}`);
      const { MetricResults } = metrics.parse(await answer.json());
      const metric = (name: string): number | undefined =>
        MetricResults.find(({ Name }) => Name === name)?.Value?.Number;
      return { position: metric('POSITION_IN_QUEUE'), waitSeconds: metric('ESTIMATED_WAIT_TIME') };
    },
  };
}

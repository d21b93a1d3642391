import { type ConnectClient, GetContactMetricsCommand } from '@aws-sdk/client-connect';
import type { QueuePlaces } from '#shared/ports/queue-places.ts';

/**
 * Asks Connect for a contact's position and estimated wait, which no flow block tells. Source: API reference,
 * GetContactMetrics: only while the contact waits, otherwise an error.
 *
 * @param client made when somebody first waits: most callers never do
 */
export const connectQueuePlaces = (client: () => ConnectClient, instanceId: string): QueuePlaces => {
  let made: ConnectClient | undefined;
  return {
    async placeOf(contactId) {
      made ??= client();
      const { MetricResults = [] } = await made.send(
        new GetContactMetricsCommand({
          InstanceId: instanceId,
          ContactId: contactId,
          Metrics: [{ Name: 'POSITION_IN_QUEUE' }, { Name: 'ESTIMATED_WAIT_TIME' }],
        }),
      );
      const metric = (name: string): number | undefined =>
        MetricResults.find(({ Name }) => Name === name)?.Value?.Number;
      return { position: metric('POSITION_IN_QUEUE'), waitSeconds: metric('ESTIMATED_WAIT_TIME') };
    },
  };
};

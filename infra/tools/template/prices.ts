/**
 * List prices in US dollars without tax, for Frankfurt (eu-central-1). They were not read from their pages on a
 * certain day: compare a price with its page before a decision depends on it. `free` is what AWS does not charge
 * each month, also after the first year of an account.
 */
export const PRICES = {
  region: 'eu-central-1',
  hoursPerMonth: 730,
  kmsKey: { usd: 1, page: 'https://aws.amazon.com/kms/pricing/' },
  secret: { usd: 0.4, page: 'https://aws.amazon.com/secrets-manager/pricing/' },
  shardHour: { usd: 0.018, page: 'https://aws.amazon.com/kinesis/data-streams/pricing/' },
  /** Beside the shard, from the 25th hour of retention on. */
  extendedShardHour: { usd: 0.024, page: 'https://aws.amazon.com/kinesis/data-streams/pricing/' },
  alarm: { usd: 0.1, free: 10, page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  dashboard: { usd: 3, free: 3, page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  customMetric: { usd: 0.3, free: 10, page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  logGigabyte: { usd: 0.63, free: 5, page: 'https://aws.amazon.com/cloudwatch/pricing/' },
  queueMillion: { usd: 0.4, free: 1, page: 'https://aws.amazon.com/sqs/pricing/' },
  lambdaMillion: { usd: 0.2, free: 1, page: 'https://aws.amazon.com/lambda/pricing/' },
  lambdaGigabyteSecond: { usd: 0.0000133334, free: 400_000, page: 'https://aws.amazon.com/lambda/pricing/' },
  warmGigabyteSecond: { usd: 0.0000033334, page: 'https://aws.amazon.com/lambda/pricing/' },
  writeUnitMillion: { usd: 0.7625, page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/' },
  readUnitMillion: { usd: 0.1525, page: 'https://aws.amazon.com/dynamodb/pricing/on-demand/' },
  eventMillion: { usd: 1, page: 'https://aws.amazon.com/eventbridge/pricing/' },
  httpMillion: { usd: 1.2, page: 'https://aws.amazon.com/api-gateway/pricing/' },
  mailThousand: { usd: 0.1, page: 'https://aws.amazon.com/ses/pricing/' },
  activeUser: { usd: 0.02, page: 'https://aws.amazon.com/cognito/pricing/' },
  connectMinute: { usd: 0.018, page: 'https://aws.amazon.com/connect/pricing/' },
} as const;

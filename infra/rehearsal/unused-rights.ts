import type { Right } from './rights.ts';

/** Rights that the day does not use, each with the reason why the role has them. */
const REASONS: readonly { readonly right: RegExp; readonly reason: string }[] = [
  {
    right: /: dynamodb:(BatchGetItem|DeleteItem|Query)$/u,
    reason: 'the store is one adapter: a function may read the table, or read and write it (case-table.ts)',
  },
  {
    right: /: s3:ListBucket$/u,
    reason: 'without it, S3 denies the request for a missing object; the day asks for few of these',
  },
  { right: /: ses:SendEmail$/u, reason: 'only mails of more than ten megabytes use version 2 of the API' },
  {
    right: /: sqs:ChangeMessageVisibility$/u,
    reason: 'SES and Connect never throttle in the day, so that no message is postponed',
  },
  {
    right:
      /^(deploy-time\/.*|cases\/apply-retention|cases\/draw-checks|cases\/recount|reports\/export-days|reports\/send-reports|telephone\/connect-hours|relay\/deliver|relay\/relay): (sqs:SendMessage|kms:(Decrypt|GenerateDataKey))$/u,
    reason: 'for the dead-letter queue and for commits set aside: no invocation of the day fails',
  },
  {
    right: /^cases\/recount: (dynamodb:(PutItem|UpdateItem)|kms:(Encrypt|GenerateDataKey))$/u,
    reason: 'the counts of the day are right, so that the nightly count corrects none',
  },
  {
    right: /^telephone\/agent-events: s3:PutObject$/u,
    reason: 'Lambda stores events there that failed for twenty hours; every JSON object is a readable event',
  },
  {
    right:
      /^surveys\/invite: (dynamodb:PutItem|kms:(Encrypt|GenerateDataKey)|s3:(GetObject|PutObject)|ses:SendRawEmail|secretsmanager:GetSecretValue)$/u,
    reason: 'only cases that were resolved before one message asked about outcomes get a mail of their own',
  },
  {
    right: /^(cases\/erase|web\/outreach): s3:DeleteObject$/u,
    reason: 'the bucket of raw mail has versions, which are deleted by s3:DeleteObjectVersion',
  },
];

/** Return the unused rights that have no reason, and the reasons that no right needs. */
export function unusedWithoutReason(unused: readonly Right[]): string[] {
  const texts = unused.map(({ caller, action }) => `${caller}: ${action}`);
  const without = texts.filter((text) => !REASONS.some(({ right }) => right.test(text)));
  const stale = REASONS.filter(({ right }) => !texts.some((text) => right.test(text)));
  return [
    ...without.map((text) => `unused right: ${text}`),
    ...stale.map(({ right }) => `unused-rights.ts has a reason for ${right.source}, which was used`),
  ];
}

import { type Level, type LogCodeEntry, NO_ACTION } from './log-code-entry.ts';
import { mailLogCodes } from './mail-log-codes.ts';
import { telephoneLogCodes } from './telephone-log-codes.ts';

/**
 * Every code that Rida logs. The logger accepts no other code, and each code only at its own level. Codes are
 * stable: alarms and saved queries search for them. Only types of this list are imported by functions, so
 * that its text is in no bundle.
 */
export const logCodes = {
  ...mailLogCodes,
  ...telephoneLogCodes,
  assigned: {
    level: 'info',
    meaning:
      'An event was processed that changes who works on which case. `outcome` says how many cases were assigned or handed over, or why none was.',
    action: NO_ACTION,
  },
  'case-indexed': {
    level: 'info',
    meaning: 'A case was indexed for the search. `outcome` is `removed` for an erased case.',
    action: NO_ACTION,
  },
  'checks-drawn': {
    level: 'info',
    meaning:
      'Work of the last week was drawn to be checked: `closures` is the number of closed cases, `conversations` that of mails and calls.',
    action: NO_ACTION,
  },
  'commit-republished': {
    level: 'info',
    meaning:
      'A commit that the relay had set aside was processed again. `outcome` is `published`, or `not-stored` when the commit no longer exists.',
    action: NO_ACTION,
  },
  'commit-set-aside': {
    level: 'error',
    alarm: true,
    meaning:
      'The relay cannot publish the events of one commit and continued with the next one. `kind`, `id` and `version` name the commit, `reason` says whether it is unreadable, breaks a contract or is rejected by the bus. The queue of `relay/republish` keeps its place; after five attempts the place is in the dead-letter queue.',
    action:
      'Read `failure` of this line for the event and the field. Fix the contract in `events/` or the function that committed it, deploy, then redrive the dead-letter queue of `relay/republish`. After 14 days, send the place to the queue again: `{"kind":"case","id":"…","version":3}`.',
  },
  'delivery-stopped': {
    level: 'error',
    meaning:
      'In an account with few concurrent executions, `relay/deliver` could not read the queue of `worker`, invoke it or remove its messages. It tries again within a minute.',
    action:
      'Read `failure` of this line. For `TooManyRequestsException` request a higher quota (Service Quotas, Lambda, "Concurrent executions"); for `AccessDenied` compare the role of the function with the template.',
  },
  'dissatisfaction-told': {
    level: 'info',
    meaning:
      'A survey answer or call rating was processed. `outcome` says whether the supervisor was alerted by mail.',
    action: NO_ACTION,
  },
  erased: {
    level: 'info',
    meaning: 'The personal data of an erased case or beneficiary was deleted from the table and the buckets.',
    action: NO_ACTION,
  },
  'invocation-done': {
    level: 'info',
    meaning: 'A function finished. The line has its duration in milliseconds and the counts of its batch.',
    action: NO_ACTION,
  },
  'invocation-failed': {
    level: 'error',
    meaning:
      'A function threw an error. Lambda or the queue retries the event. After the last retry the event is in the dead-letter queue of the function.',
    action:
      'Read `failure.error`, `failure.code` and `failure.stack` of this line. Search the same `requestId` for earlier lines. Fix the cause, then redrive the dead-letter queue: `aws sqs start-message-move-task --source-arn <ARN>`.',
  },
  'invocation-out-of-time': {
    level: 'error',
    meaning: 'A function stopped 800 ms before its Lambda timeout. Unfinished messages are retried.',
    action:
      'Open the X-Ray trace of the `requestId` to find the slow call. If many functions are affected, check the AWS Health Dashboard. If only one is, compare `durationMs` of its `invocation-done` lines with its timeout in `infra/aws`.',
  },
  'data-migrated': {
    level: 'info',
    meaning:
      'The data folder of an earlier release was migrated at the start of the local server. `from` and `to` are its data versions. The folder has itself as it was in `before-data-version-…`, for 30 days.',
    action: NO_ACTION,
  },
  'local-stopped-early': {
    level: 'warn',
    meaning:
      'The local server (`npm start`) was asked to stop, and some work did not end in time. It stopped without this work. Nothing is lost: the work is still in its queue, and the next start continues it.',
    action:
      'Start the server again. If this is repeated, look for a partner that does not answer, such as the mail relay, on the page `/queues`.',
  },
  'local-failure': {
    level: 'error',
    meaning: 'A background task of the local server (`npm start`) failed. The server continues.',
    action:
      'Read `failure.error` and `failure.stack` of this line. Check free disk space and the permissions of the data folder. If the line is repeated, restart the server with `npm start -- --verbose`.',
  },
  'message-failed': {
    level: 'error',
    meaning:
      'The processing of one queue message failed. SQS delivers it again; after five attempts it moves to the dead-letter queue.',
    action:
      'One line with a low `attempt` needs no action. If the dead-letter alarm is active: read `failure` of the line with the highest `attempt`, fix the cause, then run `aws sqs start-message-move-task --source-arn <ARN>`.',
  },
  'message-postponed': {
    level: 'warn',
    meaning:
      'The called service is throttling or has reached a quota, or the mail relay did not confirm a mail. The message stays hidden in the queue for `ms` milliseconds and is then retried.',
    action:
      'With a `reason`, the mail relay is meant: `unreachable` and `resting` (it does not answer), `unconfirmed` (it hung up before its answer), `busy` (4xx), `rejected` (5xx). Check the relay; nothing is lost, and the case shows each wait. Without a `reason`, read the `message-failed` line of the same `messageId` for the service. If the lines continue for an hour, check its quota: the SES sending rate, or the tasks of the Connect instance, in the Service Quotas console.',
  },
  'message-sent': {
    level: 'info',
    meaning:
      'A resolution was checked for a text message. `outcome` says whether it was sent, or why not: `not-asked` for people with mail, `unconfirmed` when the provider did not answer, `opted-out` for people who want no notices. All but `sent`, `outdated` and `not-asked` are called.',
    action: NO_ACTION,
  },
  'message-unconfirmed': {
    level: 'warn',
    alarm: true,
    meaning:
      'The provider of text messages did not answer in time, or a process ended while a message was handed over. The message is not repeated, because it may have arrived. Its beneficiary is called.',
    action:
      'Look at the state of the provider. If it stays slow, turn text messages off under `/settings`: beneficiaries are then called at once.',
  },
  'message-unreadable': {
    level: 'error',
    meaning:
      'A queue message or stream record does not match its schema. Retries cannot help. It moves to the dead-letter queue.',
    action:
      'Read `failure.cause.issues` of this line for the fields that are wrong. After a deployment, check that producer and consumer use the same version of the contract in `events/`. Fix the code, then redrive the dead-letter queue, or delete the message if it is not from Rida.',
  },
  'messages-delivered': {
    level: 'info',
    meaning:
      'In an account with few concurrent executions, the messages of all queues in one minute: `processed`, and `failed` ones, which their queues deliver again.',
    action: NO_ACTION,
  },
  'no-queue-place': {
    level: 'warn',
    meaning:
      'Amazon Connect did not return the position of a waiting caller. The caller continues to wait and hears no position.',
    action:
      'Occasional lines need no action. If every call logs it, read `error` and `status` of the line: for `AccessDeniedException` check the role of `telephone/inbound-flow`; for throttling check the Connect API quotas.',
  },
  'notices-gathered': {
    level: 'info',
    meaning: 'Notices were added to the digests of staff members. A digest is mailed later.',
    action: NO_ACTION,
  },
  'page-failed': {
    level: 'error',
    meaning: 'A web page could not be rendered or a form could not be stored. The user saw an error page.',
    action:
      'Read `failure.error` and `failure.stack` of this line; `service` names the site. If `failure.status` is set, an AWS call failed: check the service and the role of the function. Otherwise report the stack as a bug.',
  },
  'postpone-failed': {
    level: 'error',
    meaning:
      'A message could not be hidden in the queue until its retry time. SQS retries it after the normal visibility timeout, so that it may use up its attempts early.',
    action:
      'Read `failure.error` of this line. For `AccessDenied`, check that the role of the function has `sqs:ChangeMessageVisibility` on its queue.',
  },
  'record-failed': {
    level: 'error',
    meaning: 'The processing of one Kinesis record failed. Lambda retries the batch from this record.',
    action:
      'One line needs no action. If the same `sequenceNumber` is repeated, its shard is blocked: read `failure` of the line and fix the cause. After 100 retries or six days, Lambda skips the record and sends its position to the dead-letter queue.',
  },
  recounted: {
    level: 'info',
    meaning:
      'The workloads of staff were counted again. `corrected` is the number of cases and counters that were wrong, `assigned` the number of waiting cases that were assigned.',
    action: NO_ACTION,
  },
  'days-exported': {
    level: 'info',
    meaning:
      'Days were exported for other systems: `days` is their number, `lines` that of the events and cases in their files, `waiting` that of the days that the next hourly run writes.',
    action: NO_ACTION,
  },
  'export-incomplete': {
    level: 'warn',
    meaning:
      'The daily export left out cases or calls, because their history is damaged. `unreadable` is their number; the entry of the day in `index.json` has it too.',
    action:
      'Look for lines of other functions about damaged items. Restore the items, then remove the entry of the day from `index.json`: the next run writes the day again.',
  },
  'reports-sent': {
    level: 'info',
    meaning:
      'Reports of the figures were sent by mail: `sent` is the number of mails, `waiting` that of mails that the next hourly run tries again.',
    action: NO_ACTION,
  },
  related: {
    level: 'info',
    meaning:
      'A merge, link, split or resolution was applied to the other case or beneficiary record that it concerns. `outcome` says how.',
    action: NO_ACTION,
  },
  'relay-incomplete': {
    level: 'warn',
    meaning:
      'EventBridge did not accept all events of a batch. The stream repeats the batch from the first failed record.',
    action:
      'One line needs no action: the batch is repeated. If the lines continue, check EventBridge in the AWS Health Dashboard and the `PutEvents` quota of the account.',
  },
  relayed: {
    level: 'info',
    meaning: 'The events of new commits were sent to the bus. `commits` is their number.',
    action: NO_ACTION,
  },
  reminded: {
    level: 'info',
    meaning:
      'A deadline was checked for a task in the agent workspace of Connect. `outcome` says whether a task was created.',
    action: NO_ACTION,
  },
  retained: {
    level: 'info',
    meaning:
      'The retention job finished. `erased` is the number of closed cases whose personal data it erased. With `more`, its time was over, and the next run continues.',
    action: NO_ACTION,
  },
  'request-refused': {
    level: 'warn',
    meaning:
      'A member of staff requested a page or sent a form that none of their roles allows. `route` names it, `roles` are those of the person, and `needs` is the missing permission. They saw a page that names the roles with access.',
    action:
      'Single lines need no action. Many lines of one route mean that people need a role (settings, staff). If `needs` is `a row of the matrix of roles`, the route has no row in `shared/domain/staff/route-access.ts`: report it as a bug.',
  },
  'event-too-late': {
    level: 'warn',
    meaning:
      'Events were recorded more than 400 days ago and were not counted: the proof that they were counted would have expired. `tooLate` is their number.',
    action:
      'Check with `npm run --silent figures -- rebuild --check` whether figures lack them. Rebuild the figures if they do.',
  },
  'rolled-up': {
    level: 'info',
    meaning:
      'A batch of events was counted in the figures. `counted` is the number of events that were not counted before.',
    action: NO_ACTION,
  },
  'settings-not-valid': {
    level: 'error',
    alarm: true,
    meaning:
      'The stored settings do not pass validation in this version of the software. The last valid settings stay in force.',
    action:
      'Read `failure.issues` of this line for the fields, and `settings` for the version. Correct the fields under `/settings`, or restore an earlier version there.',
  },
  'settings-out-of-reach': {
    level: 'error',
    meaning: 'The settings could not be read from the table. The last loaded settings stay in force.',
    action:
      'One line needs no action: the read is repeated. If the lines continue, read `failure.error` and check DynamoDB in the AWS Health Dashboard and the `TABLE_NAME` variable and role of the function in `service`.',
  },
  'staff-told': {
    level: 'info',
    meaning: 'A digest of notices was processed. `outcome` says whether it was mailed to the staff member.',
    action: NO_ACTION,
  },
  'survey-sent': {
    level: 'info',
    meaning: 'A survey invitation was processed. `outcome` says whether it was mailed, or why not.',
    action: NO_ACTION,
  },
  swept: {
    level: 'info',
    meaning:
      'The sweep queued all due timers. `due` is their number, `oldestAgeMs` the delay of the oldest in milliseconds.',
    action: NO_ACTION,
  },
  ticked: {
    level: 'info',
    meaning: 'A due timer was processed. `kind` is the kind of record and `outcome` says what changed.',
    action: NO_ACTION,
  },
} as const satisfies Readonly<Record<string, LogCodeEntry>>;

type LogCodes = typeof logCodes;
export type LogCode = keyof LogCodes;

/** The codes of one level. */
export type CodeAt<L extends Level> = {
  [C in LogCode]: LogCodes[C]['level'] extends L ? C : never;
}[LogCode];

/** The codes that an alarm counts. */
export type AlarmCode = { [C in LogCode]: LogCodes[C] extends { readonly alarm: true } ? C : never }[LogCode];

import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { sesReceipt } from '#events/inbound/ses-receipt.ts';
import type { ConsumerName } from '#events/registry.ts';
import { assign } from '#functions/cases/assign.ts';
import { erase } from '#functions/cases/erase.ts';
import { propagateLinks } from '#functions/cases/propagate-links.ts';
import { recordMailFeedback } from '#functions/mail/mail-feedback.ts';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { queuedMail } from '#functions/mail/queued-mail.ts';
import { collectEscalations } from '#functions/notices/collect-escalations.ts';
import { collectForWatchers } from '#functions/notices/collect-for-watchers.ts';
import { sendDigest } from '#functions/notices/send-digest.ts';
import { completeCall } from '#functions/outreach/complete-call.ts';
import { dial } from '#functions/outreach/dial.ts';
import { taskForDeadline } from '#functions/outreach/task-for-deadline.ts';
import { rollUp } from '#functions/reports/roll-up.ts';
import { tick } from '#functions/sla/clock.ts';
import { dueItem } from '#functions/sla/due-item.ts';
import { alertSupervisor } from '#functions/surveys/alert-supervisor.ts';
import { invite } from '#functions/surveys/invite.ts';
import { recordAgentEvent } from '#functions/telephone/agent-events.ts';
import { recordContactEvent } from '#functions/telephone/contact-events.ts';
import { recordContactRecord } from '#functions/telephone/contact-records.ts';
import { answerInboundFlow } from '#functions/telephone/inbound-flow.ts';
import { answerOutboundFlow } from '#functions/telephone/outbound-flow.ts';
import { answerSurveyFlow } from '#functions/telephone/survey-flow.ts';
import { surveyToken } from '#shared/adapters/crypto/survey-token.ts';
import { unsubscribeToken } from '#shared/adapters/crypto/unsubscribe-token.ts';
import type { MailReader } from '#shared/adapters/mail/parse-mail.ts';
import { HourlyCount } from '#shared/application/hourly-count.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { FigureStore } from '#shared/ports/figures.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { BlobStore, Clock, Keys, Mailer, SentCopies } from '#shared/ports/outside.ts';
import type { QueuePlaces } from '#shared/ports/queue-places.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Telephone } from '#shared/ports/telephone.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { type FlowAnswer, forFlow } from '#shared/runtime/chain-flow.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import type { BatchResponse, LambdaHandler, SqsEvent } from '#shared/runtime/lambda.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import { pace } from '#shared/runtime/pace.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';

/** Everything outside the functions, fulfilled on this computer. */
export interface Surroundings {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly inbox: MailInbox;
  readonly figures: FigureStore;
  readonly rules: SettingsKeeper;
  readonly settings: SettingsStore;
  pastRules(version: number): Promise<Rules | undefined>;
  /** Partitions of the due index. */
  readonly shards: number;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** Absent where a relay sends the mail and nothing of it stays here. */
  readonly sentCopies?: SentCopies;
  readonly telephone: Telephone;
  readonly parseMail: MailReader['parseMail'];
  /** Waits until a raw mail fits into memory beside those in work. */
  whenItFits<T>(rawKey: string, work: () => Promise<T>): Promise<T>;
  readonly logger: Logger;
}

export type QueueFunction = LambdaHandler<SqsEvent, BatchResponse>;

/** Queues that something other than the bus fills. */
export type WorkName =
  | 'mail/mail-intake'
  | 'mail/mail-feedback'
  | 'telephone/contact-events'
  | 'telephone/contact-records'
  | 'telephone/agent-events'
  | 'sla/clock';

/** Mails in work at a time: while some are parsed, others wait for the disk together. */
export const MAILS_AT_A_TIME = 16;

/** The consumers of events, one for each name in the registry, in the chains they have on AWS. */
export function consumersOf(all: Surroundings): Readonly<Record<ConsumerName, QueueFunction>> {
  const { logger } = all;
  const seals = {
    seal: (ticket: Parameters<typeof surveyToken>[1]) => surveyToken(all.keys, ticket),
    sealUnsubscribe: (reference: string) => unsubscribeToken(all.keys, reference),
  };
  const dialling = { ...all, turn: pace({ sharedBy: 1 }) };
  const answering = { ...all, acknowledged: new HourlyCount() };
  const drop = async (work: Promise<unknown>): Promise<void> => void (await work);
  return {
    'mail/notify-beneficiary': forEvents(
      'mail/notify-beneficiary',
      (event) => drop(notifyBeneficiary(answering, event)),
      {
        logger,
        concurrency: 10,
      },
    ),
    'cases/propagate-links': forEvents('cases/propagate-links', (event) => drop(propagateLinks(all, event)), {
      logger,
    }),
    'cases/assign': forEvents('cases/assign', (event) => drop(assign(all, event)), { logger }),
    'notices/collect-for-watchers': forEventBatch(
      'notices/collect-for-watchers',
      (events) => drop(collectForWatchers(all, events)),
      { logger },
    ),
    'cases/erase': forEvents(
      'cases/erase',
      (event) => drop(erase({ ...all, recordings: all.blobs }, event)),
      {
        logger,
      },
    ),
    'notices/collect-escalations': forEventBatch(
      'notices/collect-escalations',
      (events) => drop(collectEscalations(all, events)),
      { logger },
    ),
    'notices/send-digest': forEvents('notices/send-digest', (event) => drop(sendDigest(all, event)), {
      logger,
    }),
    'surveys/invite': forEvents('surveys/invite', (event) => drop(invite({ ...all, ...seals }, event)), {
      logger,
    }),
    'surveys/alert-supervisor': forEvents(
      'surveys/alert-supervisor',
      (event) => drop(alertSupervisor(all, event)),
      {
        logger,
      },
    ),
    'outreach/dial': forEvents('outreach/dial', (event) => drop(dial(dialling, event)), {
      logger,
      concurrency: 1,
    }),
    'outreach/complete-call': forEvents('outreach/complete-call', (event) => drop(completeCall(all, event)), {
      logger,
    }),
    'outreach/task-for-deadline': forEvents(
      'outreach/task-for-deadline',
      (event) => drop(taskForDeadline(all, event)),
      { logger },
    ),
    'reports/roll-up': forEventBatch(
      'reports/roll-up',
      (events) => rollUp({ figures: all.figures, shards: 1 }, events),
      { logger },
    ),
  };
}

/** The workers behind the other queues. */
export function workersOf(all: Surroundings): Readonly<Record<WorkName, QueueFunction>> {
  const { logger } = all;
  return {
    'mail/mail-intake': forQueue(
      queuedMail(sesReceipt),
      async (received, own) => {
        const { caseRef, outcome, reasons } = await all.whenItFits(received.rawKey, () =>
          ingestMail(all, received),
        );
        own.logger.info('mail-taken-in', 'A mail was taken in.', { caseRef, outcome, reasons });
      },
      { logger, concurrency: MAILS_AT_A_TIME },
    ),
    'mail/mail-feedback': forQueue(
      sesMailEvent,
      async (event, own) => {
        const { event: said, outcomes } = await recordMailFeedback(all, event);
        own.logger.info('mail-feedback', 'It was told what became of a mail.', { said, outcomes });
      },
      { logger },
    ),
    'telephone/contact-events': forQueue(
      connectContactEvent,
      async (event) => {
        await recordContactEvent(all, event);
      },
      { logger },
    ),
    'telephone/contact-records': forQueue(
      connectContactRecord,
      async (record) => {
        await recordContactRecord(all, record);
      },
      { logger },
    ),
    'telephone/agent-events': forQueue(
      connectAgentEvent,
      async (event) => {
        await recordAgentEvent(all, event);
      },
      { logger },
    ),
    'sla/clock': forQueue(
      dueItem,
      async (item, own) => {
        own.logger.info('ticked', 'A timer was looked at.', {
          kind: item.kind,
          outcome: await tick(all, item),
        });
      },
      { logger },
    ),
  };
}

/** The functions a flow calls, by the names the flows know them by. */
export const flowFunctionsOf = (
  all: Surroundings,
  queues: QueuePlaces,
): Readonly<Record<string, LambdaHandler<unknown, FlowAnswer>>> => ({
  'call-desk': forFlow((request) => answerInboundFlow({ ...all, queues }, request), { logger: all.logger }),
  'call-survey': forFlow((request) => answerSurveyFlow(all, request), { logger: all.logger }),
  'call-out-desk': forFlow((request) => answerOutboundFlow(all, request), { logger: all.logger }),
});

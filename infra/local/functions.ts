import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { sesReceipt } from '#events/inbound/ses-receipt.ts';
import type { ConsumerName } from '#events/registry.ts';
import { assign } from '#functions/desk/assign.ts';
import { erase } from '#functions/desk/erase.ts';
import { inform } from '#functions/desk/inform.ts';
import { notify } from '#functions/desk/notify.ts';
import { relate } from '#functions/desk/relate.ts';
import { logAgent } from '#functions/intake/agent-log.ts';
import { answerFlow } from '#functions/intake/call-desk.ts';
import { logCall } from '#functions/intake/call-log.ts';
import { recordCall } from '#functions/intake/call-record.ts';
import { takeFeedback } from '#functions/intake/mail-feedback.ts';
import { takeIn } from '#functions/intake/mail-intake.ts';

import { queuedMail } from '#functions/intake/queued-mail.ts';

import { answerCallOut } from '#functions/outreach/call-out-desk.ts';
import { conclude } from '#functions/outreach/conclude.ts';
import { dial } from '#functions/outreach/dial.ts';
import { remind } from '#functions/outreach/remind.ts';

import { rollUp } from '#functions/reports/roll-up.ts';
import { tick } from '#functions/sla/clock.ts';
import { dueItem } from '#functions/sla/due-item.ts';
import { escalate } from '#functions/sla/escalate.ts';
import { tell } from '#functions/sla/tell.ts';
import { callSurvey } from '#functions/surveys/call-survey.ts';
import { invite } from '#functions/surveys/invite.ts';
import { recover } from '#functions/surveys/recover.ts';
import { surveyToken } from '#shared/adapters/crypto/survey-token.ts';
import { unsubscribeToken } from '#shared/adapters/crypto/unsubscribe-token.ts';
import type { MailReader } from '#shared/adapters/mail/parse-mail.ts';
import { HourlyCount } from '#shared/casework/hourly-count.ts';
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
  | 'intake/mail-intake'
  | 'intake/mail-feedback'
  | 'intake/call-log'
  | 'intake/call-record'
  | 'intake/agent-log'
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
    'desk/notify': forEvents('desk/notify', (event) => drop(notify(answering, event)), {
      logger,
      concurrency: 10,
    }),
    'desk/relate': forEvents('desk/relate', (event) => drop(relate(all, event)), { logger }),
    'desk/assign': forEvents('desk/assign', (event) => drop(assign(all, event)), { logger }),
    'desk/inform': forEventBatch('desk/inform', (events) => drop(inform(all, events)), { logger }),
    'desk/erase': forEvents('desk/erase', (event) => drop(erase({ ...all, recordings: all.blobs }, event)), {
      logger,
    }),
    'sla/escalate': forEventBatch('sla/escalate', (events) => drop(escalate(all, events)), { logger }),
    'sla/tell': forEvents('sla/tell', (event) => drop(tell(all, event)), { logger }),
    'surveys/invite': forEvents('surveys/invite', (event) => drop(invite({ ...all, ...seals }, event)), {
      logger,
    }),
    'surveys/recover': forEvents('surveys/recover', (event) => drop(recover(all, event)), { logger }),
    'outreach/dial': forEvents('outreach/dial', (event) => drop(dial(dialling, event)), {
      logger,
      concurrency: 1,
    }),
    'outreach/conclude': forEvents('outreach/conclude', (event) => drop(conclude(all, event)), { logger }),
    'outreach/remind': forEvents('outreach/remind', (event) => drop(remind(all, event)), { logger }),
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
    'intake/mail-intake': forQueue(
      queuedMail(sesReceipt),
      async (received, own) => {
        const { caseRef, outcome, reasons } = await all.whenItFits(received.rawKey, () =>
          takeIn(all, received),
        );
        own.logger.info('mail-taken-in', 'A mail was taken in.', { caseRef, outcome, reasons });
      },
      { logger, concurrency: MAILS_AT_A_TIME },
    ),
    'intake/mail-feedback': forQueue(
      sesMailEvent,
      async (event, own) => {
        const { event: said, outcomes } = await takeFeedback(all, event);
        own.logger.info('mail-feedback', 'It was told what became of a mail.', { said, outcomes });
      },
      { logger },
    ),
    'intake/call-log': forQueue(
      connectContactEvent,
      async (event) => {
        await logCall(all, event);
      },
      { logger },
    ),
    'intake/call-record': forQueue(
      connectContactRecord,
      async (record) => {
        await recordCall(all, record);
      },
      { logger },
    ),
    'intake/agent-log': forQueue(
      connectAgentEvent,
      async (event) => {
        await logAgent(all, event);
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
  'call-desk': forFlow((request) => answerFlow({ ...all, queues }, request), { logger: all.logger }),
  'call-survey': forFlow((request) => callSurvey(all, request), { logger: all.logger }),
  'call-out-desk': forFlow((request) => answerCallOut(all, request), { logger: all.logger }),
});

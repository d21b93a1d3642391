import type { RidaEvent } from '#events/registry.ts';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { runClock } from '#functions/sla/clock.ts';
import { invite } from '#functions/surveys/invite.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import type { CaseCommand } from '#shared/domain/cases/case-command.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import type { OutgoingMail } from '#shared/ports/mailer.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';

const RAW =
  `From: =?utf-8?B?${Buffer.from('نورة القحطاني').toString('base64')}?= <norah.alqahtani@example.com>
To: help@rida.example
Subject: =?utf-8?B?${Buffer.from('بلاغ عن إنارة الشارع المقابل لمدرسة الحي').toString('base64')}?=
Message-ID: <CAF8xQ2k3vY9bT1nR7wZpLm4sD6hJ0aKcXeVuGi@mail.example.com>
Date: Sun, 04 Jan 2026 10:00:00 +0300
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('السلام عليكم، إنارة الشارع لا تعمل منذ أسبوع والأطفال يخرجون في الظلام.').toString('base64')}
`.replaceAll('\n', '\r\n');

/** Runs a step under its name. The caller measures the cost. */
export type TimeStep = (name: string, work: () => Promise<void>) => Promise<void>;

/**
 * Run the life of an ordinary mail case through the use cases of the functions: intake, acknowledgement,
 * reply, resolution, mail of the outcome, survey, answer, closing. `watch` reads the commits for the relay,
 * which on AWS come from the table stream and cost no units.
 */
export async function liveCase(
  store: Store,
  watch: Store,
  step: TimeStep,
  quotas: QuotaStore = new MemoryQuotas(),
): Promise<readonly OutgoingMail[]> {
  const clock = fixedClock();
  const rules = compileRules(readSettings(defaultSettings));
  const source = { current: async () => rules };
  const keys = hmacKeys(async () => new Uint8Array(32).fill(7));
  const blobs = new MemoryBlobs();
  const sent: OutgoingMail[] = [];
  const mailer = {
    send: async (mail: OutgoingMail) => {
      sent.push(mail);
      return { providerId: `0102018f${'a'.repeat(50)}` };
    },
  };
  const inbox = memoryInbox(blobs);
  const deps = {
    store,
    blobs,
    inbox,
    rules: source,
    keys,
    clock,
    mailer,
    parseMail,
    cleanHtml,
    quotas,
  };
  let id = '';
  const newest = async (): Promise<RidaEvent[]> => {
    const commits = await watch.timeline('case', id);
    const last = commits.at(-1);
    return last ? toEnvelopes(last) : [];
  };
  const command = async (name: string, wanted: CaseCommand): Promise<void> => {
    const cause = causeId(name);
    const now = clock.now();
    const trace = {
      by: 'agent:noura' as const,
      at: now,
      recordedAt: now,
      correlationId: cause,
      causationId: cause,
    };
    const done = await handleCommand({ store, rules }, { id, command: wanted, cause, ...trace });
    if (done.outcome !== 'committed') throw new Error(`${name}: ${done.outcome}`);
  };
  const tell = async (): Promise<void> => {
    for (const event of await newest()) {
      if (event.type === 'rida.survey.invited.v1') {
        await invite(
          {
            ...deps,
            seal: (ticket) => surveyToken(keys, ticket),
            sealUnsubscribe: (reference) => unsubscribeToken(keys, reference),
          },
          event,
        );
      }
      if (
        event.type === 'rida.case.opened.v1' ||
        event.type === 'rida.message.sent.v1' ||
        event.type === 'rida.case.resolved.v1'
      ) {
        await notifyBeneficiary(deps, event);
      }
    }
  };

  await blobs.put('raw/1', new TextEncoder().encode(RAW), 'message/rfc822');
  await step('opened', async () => {
    const taken = await ingestMail(deps, {
      rawKey: 'raw/1',
      envelopeFrom: 'norah.alqahtani@example.com',
      recipients: ['help@rida.example'],
      dmarc: 'PASS',
      spam: false,
      virus: false,
      receivedAt: clock.now(),
    });
    id = taken.caseRef;
  });
  await step('acknowledged', tell);
  clock.advance(HOUR);
  await step('answered', async () => {
    await saveMessage(blobs, id, {
      id: causeId('reply'),
      direction: 'out',
      channel: 'mail',
      at: clock.now(),
      to: ['norah.alqahtani@example.com'],
      subject: '',
      text: 'نشكر لك بلاغك، وسيزور الموقع فريق الصيانة اليوم.',
      attachments: [],
      reasons: [],
    });
    await command('reply', { do: 'reply', by: 'agent:noura' });
  });
  await step('answer mailed', tell);
  clock.advance(2 * HOUR);
  await step('resolved', () =>
    command('resolve', {
      do: 'resolve',
      as: 'done',
      by: 'agent:noura',
      outcome: 'استُبدلت المصابيح التالفة وعادت الإنارة.',
    }),
  );
  await step('outcome mailed', tell);
  clock.advance(DAY);
  await step('surveyed', async () => {
    const telephone = { describe: async () => undefined, attributes: async () => undefined };
    const dueAt = (await watch.load('case', id))?.nextDueAt ?? 0;
    await runClock({ ...deps, telephone, pastRules: async () => undefined }, { kind: 'case', id, dueAt });
  });
  await step('invitation mailed', tell);
  clock.advance(HOUR);
  await step('rated and closed', () =>
    command('answer', {
      ...{ do: 'answer-outcome', mode: 'mail', question: 'c0', score: 5, finished: true, language: 'ar' },
    }),
  );
  const end = await watch.load('case', id);
  if (end?.status !== 'closed') throw new Error(`the life ended ${end?.status}`);
  return sent;
}

import type { EventsOf } from '#events/registry.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { readMessage } from '#shared/application/messages.ts';
import { planOutcomeCall } from '#shared/application/plan-outcome-call.ts';
import { type SendDeps, type Sent, sendOnce, wasSentAt } from '#shared/application/send-once.ts';
import { telephoneCode } from '#shared/application/telephone/proven-caller.ts';
import { outcomeAddress, outcomeToken } from '#shared/application/tokens/outcome-token.ts';
import { trackingAddress, trackingToken } from '#shared/application/tokens/tracking-token.ts';
import { answerAddresses, type Case } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { openHoldings } from '#shared/domain/cases/decisions/hand-over.ts';
import { isFailing } from '#shared/domain/cases/decisions/mail-failed.ts';
import {
  type AcknowledgementValues,
  acknowledgement,
} from '#shared/domain/mail/templates/acknowledgement.ts';
import { agentReply } from '#shared/domain/mail/templates/agent-reply.ts';
import { handedOver } from '#shared/domain/mail/templates/handed-over.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/mail-layout.ts';
import { outcomeMessage } from '#shared/domain/mail/templates/outcome-message.ts';
import { periodExtended } from '#shared/domain/mail/templates/period-extended.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { hoursText } from '#shared/domain/text/hours-text.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { OutgoingFile } from '#shared/ports/mailer.ts';
import type { BlobStore, Keys, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { allTried } from './all-tried.ts';
import { acknowledgementOf } from './answered-sender.ts';
import { categoryNames } from './category-names.ts';
import { type HeldBack, type HoldDeps, heldBack } from './held-back.ts';
import { filesOf, wordsOf } from './reply-content.ts';
import { isAboutRequest, tellDepartment } from './tell-department.ts';

export interface NotifyBeneficiaryDeps extends SendDeps, HoldDeps {
  readonly blobs: BlobStore;
  readonly rules: RulesSource;
  /** The keys of the telephone code and of the link to the status. */
  readonly keys: Keys;
}

/** `call-planned`: the beneficiary has no mail, and is called. */
export type Notified = Sent | HeldBack['outcome'] | 'not-wanted' | 'no-address' | 'call-planned';

/**
 * Mail the beneficiary about a case: the acknowledgement, a reply of an agent, or the resolution. Unverified
 * and automated senders get no automatic reply.
 */
export async function notifyBeneficiary(
  deps: NotifyBeneficiaryDeps,
  event: EventsOf<'mail/notify-beneficiary'>,
): Promise<Notified> {
  if (event.type === 'rida.case.opened.v1' && !event.data.acknowledge) return 'not-wanted';
  const supportCase = await deps.store.load('case', event.subject, event.subjectVersion);
  if (!supportCase) throw new Error('the case of an event is not in the store');
  const rules = await deps.rules.current();
  if (isAboutRequest(event)) return tellDepartment(deps, supportCase, event, rules);
  if (event.type === 'rida.case.handed-over.v1') return tellHolding(deps, supportCase, event, rules);
  if (event.type === 'rida.case.extended.v1') return tellExtension(deps, supportCase, event, rules);
  if (event.type === 'rida.case.opened.v1' || event.type === 'rida.acknowledgement.due.v1')
    return acknowledge(deps, supportCase, event.id, rules);
  const message = await wordsOf(deps, supportCase, event);
  const body = message?.text;
  const what = event.type === 'rida.case.resolved.v1' ? 'resolution' : 'reply';
  const attachments = await filesOf(deps, message?.attachments ?? []);
  const forAll = event.type === 'rida.message.sent.v1' ? event.data.alsoMerged : what === 'resolution';
  const own = async (): Promise<Notified> => {
    if (event.type === 'rida.case.resolved.v1' && event.data.asks === 'call') {
      const planned = await planOutcomeCall(deps.store, rules, supportCase, deps.clock.now());
      if (planned) return 'call-planned';
    }
    const to = message?.to?.[0] ?? answerAddresses(supportCase.beneficiary)[0];
    if (to === undefined) return 'no-address';
    if (body === undefined) return 'not-wanted';
    const mail =
      what === 'resolution'
        ? await outcomeIn(deps, rules, supportCase, body)
        : await replyIn(deps, rules, supportCase, body);
    const common = { eventId: event.id, case: supportCase, rules, to, thread: 'beneficiary' as const };
    return sendOnce(deps, { ...common, what, mail, attachments, cc: message?.cc ?? [] });
  };
  const merged = forAll && body !== undefined ? await mergedInto(deps.store, supportCase) : [];
  const telling = { eventId: event.id, what, body: body ?? '', attachments } as const;
  // A mail that one receiver's server refuses must not keep the others waiting.
  const others = merged.map((one) => () => notifyMerged(deps, one, rules, telling));
  const [notified = 'not-wanted'] = await allTried([own, ...others]);
  return notified;
}

/**
 * Send the acknowledgement of a case once, unless a limit is reached. Then record on the case that it is
 * withheld; the case announces when it is due.
 */
async function acknowledge(
  deps: NotifyBeneficiaryDeps,
  supportCase: Case,
  event: string,
  rules: Rules,
): Promise<Notified> {
  const { id, beneficiary } = supportCase;
  const to = beneficiary.email;
  if (to === undefined) return 'no-address';
  // The case identifies the mail, so that the event of the opening and that of a withheld one send it once.
  const sending = { ...acknowledgementOf(supportCase), to, rules };
  if ((await wasSentAt(deps, sending)) !== undefined) return 'sent-before';
  const held = isFailing(supportCase, to) ? undefined : await heldBack(deps, rules, supportCase);
  if (held) {
    const { outcome, ...withheld } = held;
    const now = deps.clock.now();
    const cause = causeId(`acknowledgement withheld ${event}`);
    await handleCommand(
      { store: deps.store, rules },
      {
        ...{ id, cause, by: 'rida', at: now, recordedAt: now, correlationId: cause, causationId: event },
        command: { do: 'withhold-acknowledgement', ...withheld },
      },
    );
    return outcome;
  }
  const code = await telephoneCode(deps.keys, supportCase.id);
  const link = await linkTo(deps, rules, supportCase.id);
  const mail = acknowledgement({ ...acknowledgementValues(supportCase, rules), telephoneCode: code, link });
  return sendOnce(deps, { ...sending, mail, thread: 'beneficiary', autoSubmitted: 'auto-replied' });
}

function acknowledgementValues(
  supportCase: Case,
  rules: Rules,
): Omit<AcknowledgementValues, 'telephoneCode' | 'link'> {
  const { language, id: reference, type, openedAt } = supportCase;
  const { clocks } = clocksOf(supportCase, rules, openedAt);
  const dueAt = clocks.firstResponse.dueAt ?? clocks.resolution.dueAt;
  const promisedAt = type === 'thanks' ? dueAt : (dueAt ?? openedAt + DAY);
  const category = categoryNames(rules, supportCase.category);
  const { calendar } = rules.desk;
  const hours = { ar: hoursText(calendar, openedAt, 'ar'), en: hoursText(calendar, openedAt, 'en') };
  const { zone } = calendar.calendar;
  return { language, reference, type, category, promisedAt, zone, hours, centre: rules.centre };
}

/** Return the link to the status of a case, which needs no guess of its reference and contact. */
const linkTo = async (
  { keys }: NotifyBeneficiaryDeps,
  { centre }: Rules,
  reference: string,
): Promise<string> => trackingAddress(centre.publicUrl, await trackingToken(keys, reference));

/** Write the mail with an agent's text under the reference and in the language of a case. */
async function replyIn(
  deps: NotifyBeneficiaryDeps,
  rules: Rules,
  { language, writtenIn, id: reference, type }: Case,
  body: string,
): Promise<RenderedMail> {
  const both = writtenIn !== undefined;
  const link = await linkTo(deps, rules, reference);
  return agentReply({ language, both, reference, type, body, link, centre: rules.centre });
}

/**
 * Write the message at the end of a case. A beneficiary who is not asked whether it is finished gets the agent's text
 * alone.
 */
async function outcomeIn(
  deps: NotifyBeneficiaryDeps,
  rules: Rules,
  supportCase: Case,
  body: string,
): Promise<RenderedMail> {
  const { confirmation, resolution, language, writtenIn, id: reference, type } = supportCase;
  if (confirmation?.state !== 'asked' || resolution?.as === undefined)
    return replyIn(deps, rules, supportCase, body);
  const { centre, desk } = rules;
  const until = resolution.at + desk.reopenWithinMs;
  const token = await outcomeToken(deps.keys, {
    ...{ reference, question: confirmation.question, expiresAt: until },
  });
  return outcomeMessage({
    to: supportCase.beneficiary,
    ...{
      language,
      both: writtenIn !== undefined,
      reference,
      type,
      outcome: resolution.as,
      body,
      until,
      centre,
    },
    confirm: outcomeAddress(centre.publicUrl, token),
    track: await linkTo(deps, rules, reference),
    zone: desk.calendar.calendar.zone,
    held: openHoldings(supportCase),
  });
}

/**
 * Tell the beneficiary which outside body holds their matter, and until when. The message about an outcome tells it
 * itself, so that a hand-over without a name has no mail.
 */
async function tellHolding(
  deps: NotifyBeneficiaryDeps,
  supportCase: Case,
  { id: eventId, data }: Extract<EventsOf<'mail/notify-beneficiary'>, { type: 'rida.case.handed-over.v1' }>,
  rules: Rules,
): Promise<Notified> {
  const holding = openHoldings(supportCase).find(({ id }) => id === data.holding);
  if (!holding || holding.holder === '') return 'not-wanted';
  const [to] = answerAddresses(supportCase.beneficiary);
  if (to === undefined) return 'no-address';
  const { language, id: reference, type } = supportCase;
  const link = await linkTo(deps, rules, reference);
  const { zone } = rules.desk.calendar.calendar;
  const mail = handedOver({
    to: supportCase.beneficiary,
    ...{ language, reference, type, holding, zone, link, centre: rules.centre },
  });
  const sending = { eventId, what: 'handed-over', case: supportCase, rules, to, mail } as const;
  return sendOnce(deps, { ...sending, thread: 'beneficiary' });
}

/** Tell the person that the period for their request about personal data was extended, why and until when. */
async function tellExtension(
  deps: NotifyBeneficiaryDeps,
  supportCase: Case,
  { id: eventId, data }: Extract<EventsOf<'mail/notify-beneficiary'>, { type: 'rida.case.extended.v1' }>,
  rules: Rules,
): Promise<Notified> {
  const [to] = answerAddresses(supportCase.beneficiary);
  if (supportCase.erased) return 'not-wanted';
  if (to === undefined) return 'no-address';
  const reason = await readMessage(deps.blobs, supportCase.id, data.message);
  if (!reason) throw new Error('the reason of an extension is not in the store');
  const { language, id: reference, type } = supportCase;
  const link = await linkTo(deps, rules, reference);
  const { zone } = rules.desk.calendar.calendar;
  const [from, until] = [Date.parse(data.from), Date.parse(data.until)];
  const mail = periodExtended({
    to: supportCase.beneficiary,
    ...{ language, reference, type, because: data.because, reason: reason.text, from, until },
    ...{ zone, link, centre: rules.centre },
  });
  const sending = { eventId, what: 'period-extended', case: supportCase, rules, to, mail } as const;
  return sendOnce(deps, { ...sending, thread: 'beneficiary' });
}

/** Return the cases that were merged into this one, directly or indirectly. */
async function mergedInto(store: Store, { links = [] }: Case): Promise<readonly Case[]> {
  const sources = links.filter(({ as }) => as === 'merged-from');
  const merged = await Promise.all(sources.map(({ to }) => store.load('case', to, 0)));
  const found = merged.filter((one) => one !== undefined);
  return [...found, ...(await Promise.all(found.map((one) => mergedInto(store, one)))).flat()];
}

interface Telling {
  readonly eventId: string;
  readonly what: 'resolution' | 'reply';
  readonly body: string;
  readonly attachments: readonly OutgoingFile[];
}

/** Inform the beneficiary of a merged case too, under their own reference. */
async function notifyMerged(
  deps: NotifyBeneficiaryDeps,
  merged: Case,
  rules: Rules,
  { eventId, what, body, attachments }: Telling,
): Promise<Notified> {
  const { email: to, authenticated } = merged.beneficiary;
  if (to === undefined || !authenticated) return 'no-address';
  const mail = await replyIn(deps, rules, merged, body);
  const sending = { eventId, what, case: merged, rules, to, mail, attachments };
  return sendOnce(deps, { ...sending, thread: 'beneficiary' });
}

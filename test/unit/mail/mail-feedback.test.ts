import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SesMailEvent, sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { failedMailsOf } from '#functions/mail/feedback-of.ts';
import { recordMailFeedback } from '#functions/mail/mail-feedback.ts';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { askPerson } from '#shared/application/surveys/ask-person.ts';
import type { Beneficiary } from '#shared/domain/cases/case.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import { invitationAbout } from '#shared/domain/surveys/asking.ts';
import type { Mailer } from '#shared/ports/mailer.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { AnsweringDesk } from './answering.ts';

const sample = (): SesMailEvent =>
  sesMailEvent.parse(
    JSON.parse(
      readFileSync(new URL('../../../events/samples/inbound/ses-mail-event.json', import.meta.url), 'utf8'),
    ),
  );

type Detail = SesMailEvent['detail'];
const about = (tags: Record<string, string[]>, over: Partial<Detail> = {}): SesMailEvent => {
  const event = sample();
  return { ...event, detail: { ...event.detail, ...over, mail: { ...event.detail.mail, tags } } };
};
const complaint = (type?: string): Partial<Detail> => ({
  eventType: 'Complaint',
  bounce: undefined,
  complaint: {
    complainedRecipients: [{ emailAddress: 'Norah <norah@example.com>' }],
    complaintFeedbackType: type,
  },
});

/** A desk that has acknowledged a case, and the ids of that mail in SES. */
async function acknowledged() {
  const desk = new AnsweringDesk();
  const { id } = await desk.open();
  await notifyBeneficiary(desk, desk.event('rida.case.opened.v1', id));
  const tags = desk.mailer.sent[0]?.tags ?? {};
  return { desk, id, tags: Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, [tag]])) };
}

const beneficiaryOf = async (desk: AnsweringDesk, id: string) =>
  (await desk.store.load('case', id))?.beneficiary;

describe('an SES event of a mail', () => {
  it('names case and mail by our own tags, whatever Message-ID it gave', () => {
    expect(failedMailsOf(sample())).toEqual([
      {
        caseRef: '4K7-2M9-0382',
        message: '0c8f7h2m4n6p8q0r2s4t6v8w0x',
        reason: 'bounced',
        permanent: true,
        to: 'norah@example.com',
        status: '5.1.1',
        at: Date.parse('2026-11-23T06:16:01.512Z'),
      },
    ]);
  });

  it.each([
    ['a mailbox that is full', { bounce: { bounceType: 'Transient', bouncedRecipients: [] } }, []],
    ['a mail that arrived', { eventType: 'Delivery', bounce: undefined }, []],
    ['a mail that waits', { eventType: 'DeliveryDelay', bounce: undefined }, []],
    ['a mail taken out of the spam folder', complaint('not-spam'), []],
    ['a complaint', complaint('abuse'), [['complained', true, 'norah@example.com']]],
    ['a complaint without a type', complaint(), [['complained', true, 'norah@example.com']]],
    ['a virus', { eventType: 'Reject', bounce: undefined }, [['rejected', false, 'norah@example.com']]],
    [
      'a template that failed',
      { eventType: 'Rendering Failure', bounce: undefined },
      [['rendering-failed', false, 'norah@example.com']],
    ],
    ['something SES invents later', { eventType: 'Subscription', bounce: undefined }, []],
  ] as const)('reads %s', (_, over, expected) => {
    const read = failedMailsOf(about(sample().detail.mail.tags, over as Partial<Detail>));
    expect(read.map(({ reason, permanent, to }) => [reason, permanent, to])).toEqual(expected);
  });

  it('is ignored when the mail was not about a case', () => {
    expect(failedMailsOf(about({ 'ses:configuration-set': ['rida-test'] }))).toEqual([]);
  });
});

describe('feedback on a mail', () => {
  it('finds its case and stops mail to the address, once however often it is told', async () => {
    const { desk, id, tags } = await acknowledged();
    const bounced = about(tags);
    expect((await recordMailFeedback(desk, bounced)).outcomes).toEqual(['recorded']);
    expect((await recordMailFeedback(desk, bounced)).outcomes).toEqual(['repeated']);
    expect(await beneficiaryOf(desk, id)).toMatchObject({ failing: true });
    expect(desk.event('rida.message.failed.v1', id).data).toMatchObject({
      message: (await desk.store.effects('case', id))[0]?.id,
    });
  });

  it('reaches every case of the address that is not over, and every case it opens later', async () => {
    const { desk, id, tags } = await acknowledged();
    const other = await desk.open();
    const elsewhere = await desk.open({ beneficiary: { email: 'norah.work@example.com' } });
    const closed = await desk.open();
    await desk.do(closed.id, { do: 'close', reason: 'withdrawn', by: 'agent:salem' });
    await recordMailFeedback(desk, about(tags));
    await recordMailFeedback(desk, about(tags));
    expect(await beneficiaryOf(desk, other.id)).toMatchObject({ failing: true });
    for (const untouched of [elsewhere, closed])
      expect((await beneficiaryOf(desk, untouched.id))?.failing).toBeUndefined();
    const events = desk.store.commits.flatMap((commit) =>
      commit.events.flatMap(({ type, data }) =>
        type === 'rida.message.failed.v1' ? [[commit.id, 'elsewhere' in data]] : [],
      ),
    );
    expect(events).toEqual([
      [id, false],
      [other.id, true],
    ]);

    const later = await desk.open();
    expect(later.beneficiary.failing).toBe(true);
    const before = desk.mailer.sent.length;
    expect(await notifyBeneficiary(desk, desk.event('rida.case.opened.v1', later.id))).toBe('suppressed');
    expect(desk.mailer.sent).toHaveLength(before);
    const fine = await desk.open({ beneficiary: { email: 'norah.work@example.com' } });
    expect(fine.beneficiary.failing).toBeUndefined();
  });

  it('arrives before the proof of the sending as well', async () => {
    const { desk, id, tags } = await acknowledged();
    const early = new AnsweringDesk();
    const opened = await early.open();
    expect(opened.id).toBe(id);
    expect((await recordMailFeedback(early, about(tags))).outcomes).toEqual(['recorded']);
    expect(desk.mailer.sent).toHaveLength(1);
  });

  it('of a complaint ends surveys and updates, and keeps what else they asked', async () => {
    const { desk, tags } = await acknowledged();
    await recordMailFeedback(desk, about(tags, complaint('abuse')));
    await recordMailFeedback(desk, about(tags, complaint('abuse')));
    const person = await desk.store.load('person', 'b-norah');
    expect(person?.optOuts).toEqual(['surveys', 'updates']);
    expect(desk.event('rida.beneficiary.preferences-changed.v1').data).toMatchObject({ by: 'beneficiary' });
    expect(person).toMatchObject({ version: 2, failing: ['norah@example.com'] });
  });

  it('of a mail whose case is not in the store fails nothing', async () => {
    const desk = new AnsweringDesk();
    expect((await recordMailFeedback(desk, sample())).outcomes).toEqual(['no-case']);
  });

  it('that it arrived costs nothing', async () => {
    const { desk, tags } = await acknowledged();
    const before = desk.store.commits.length;
    const delivered = about(tags, { eventType: 'Delivery', bounce: undefined });
    expect(await recordMailFeedback(desk, delivered)).toEqual({ event: 'Delivery', outcomes: [] });
    expect(desk.store.commits).toHaveLength(before);
  });
});

/** A desk that told the end of a case by mail, with the survey beside it, and the ids of that mail in SES. */
async function ended(beneficiary: Partial<Beneficiary> = {}) {
  const desk = new AnsweringDesk();
  const { id } = await desk.open({ beneficiary });
  await desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
  const about_ = invitationAbout.case(id, 's0');
  const question = { beneficiaryId: 'b-norah', channel: 'mail', about: about_, until: FAR } as const;
  expect(await askPerson(desk.store, shippedRules.survey, question, desk.clock.now())).toBe('asked');
  await desk.do(id, { do: 'tick' });
  await notifyBeneficiary(desk, desk.event('rida.case.resolved.v1', id));
  const tags = desk.mailer.sent.at(-1)?.tags ?? {};
  const asked = async () => (await desk.store.load('person', 'b-norah'))?.asked;
  const calls = () => desk.store.commits.filter(({ kind, version }) => kind === 'call-out' && version === 1);
  const named = Object.fromEntries(Object.entries(tags).map(([name, tag]) => [name, [tag]]));
  return { desk, id, tags: named, asked, calls };
}
const FAR = Date.parse('2027-01-31T00:00:00Z');

describe('the mail about the end of a case that does not arrive', () => {
  it('asked nothing: its question and survey are taken back, and the person may be asked about another matter', async () => {
    const { desk, id, tags, asked, calls } = await ended();
    expect(await asked()).toBeDefined();
    for (let n = 0; n < 2; n += 1) await recordMailFeedback(desk, about(tags));
    expect(await desk.store.load('case', id)).toMatchObject({
      status: 'resolved',
      confirmation: { state: 'not-asked', reason: 'address-failing' },
      survey: { state: 'suppressed', reason: 'address-failing' },
    });
    expect(await asked()).toBeUndefined();
    expect(calls()).toEqual([]);
    const [returned, ...more] = desk.events('rida.outcome.returned.v1');
    expect(more).toEqual([]);
    expect(returned && countersOf(returned).counters).toEqual({
      ...{ 'asked|mail': -1, 'asked|address-failing': 1, 'invited|mail': -1, 'survey-sent|case|mail': -1 },
      ...{ 'suppressed|address-failing': 1, 'survey-suppressed|case|address-failing': 1 },
    });
  });

  it('is replaced by a call when there is a number, and the call asks for the score too', async () => {
    const { desk, id, tags, calls } = await ended({ phone: '+966500000101' });
    for (let n = 0; n < 2; n += 1) await recordMailFeedback(desk, about(tags));
    expect(calls()).toHaveLength(1);
    const planned = await desk.store.load('call-out', calls()[0]?.id ?? '');
    expect(planned).toMatchObject({
      purpose: 'follow-up',
      caseRef: id,
      question: 'c0',
      phone: '+966500000101',
    });
    expect(await desk.store.load('case', id)).toMatchObject({
      ...{ confirmation: { state: 'asked', by: 'call' }, survey: { state: 'planned' } },
    });
    await desk.do(id, { do: 'tick' });
    expect((await desk.store.load('case', id))?.survey).toMatchObject({
      state: 'invited',
      channel: 'follow-up',
    });
  });

  it('asked nothing at the address for answers that the beneficiary wrote in their mail either', async () => {
    const other = 'norah.office@example.com';
    const { desk, id, tags } = await ended({ answerTo: other, phone: '+966500000101' });
    expect(desk.mailer.sent.at(-1)?.to).toEqual([other]);
    const at = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: other }] };
    for (let n = 0; n < 2; n += 1) await recordMailFeedback(desk, about(tags, { bounce: at }));
    const after = await desk.store.load('case', id);
    expect(after).toMatchObject({ confirmation: { state: 'asked', by: 'call' } });
    expect(after?.beneficiary).not.toHaveProperty('failing');
    expect(after?.beneficiary).not.toHaveProperty('answerTo');
  });

  it('counts as read when it got a complaint', async () => {
    const { desk, id, tags, asked } = await ended();
    await recordMailFeedback(desk, about(tags, complaint('abuse')));
    expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'asked', by: 'mail' });
    expect(await asked()).toBeDefined();
  });

  it('changes nothing when the mailbox was full, or the report is about another mail or an earlier resolution', async () => {
    const full = await ended();
    await recordMailFeedback(
      full.desk,
      about(full.tags, {
        bounce: { bounceType: 'Transient', bouncedRecipients: [{ emailAddress: 'norah@example.com' }] },
      }),
    );
    const earlier = await ended();
    earlier.desk.clock.advance(60_000);
    await earlier.desk.do(earlier.id, { do: 'reopen', by: 'agent:salem' });
    await earlier.desk.do(earlier.id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    await recordMailFeedback(earlier.desk, about(earlier.tags));
    const acknowledgement = await acknowledged();
    await acknowledgement.desk.do(acknowledgement.id, {
      do: 'resolve',
      as: 'done',
      outcome: 'تم',
      by: 'agent:salem',
    });
    await recordMailFeedback(acknowledgement.desk, about(acknowledgement.tags));
    for (const { desk, id } of [full, earlier, acknowledgement])
      expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'asked', by: 'mail' });
  });

  it('changes nothing after the answer', async () => {
    const { desk, id, tags, asked } = await ended();
    await desk.do(id, {
      do: 'answer-outcome',
      question: 'c0',
      finished: true,
      score: 5,
      language: 'ar',
      mode: 'mail',
    });
    await recordMailFeedback(desk, about(tags));
    expect(await desk.store.load('case', id)).toMatchObject({
      ...{ confirmation: { state: 'confirmed' }, survey: { state: 'answered', score: 5 } },
    });
    expect(await asked()).toBeDefined();
  });

  it('is known at once when a relay refuses the address', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
    const refusing = {
      ...desk.mailer,
      send: async () => ({ refused: [{ address: 'norah@example.com', permanent: true, status: '5.1.1' }] }),
    };
    await notifyBeneficiary({ ...desk, mailer: refusing }, desk.event('rida.case.resolved.v1', id));
    expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'not-asked' });
  });

  it.each([
    ['is called when there is a number', { phone: '+966500000101' }, { state: 'asked', by: 'call' }, 1],
    ['is not asked without one', {}, { state: 'not-asked', reason: 'address-failing' }, 0],
  ] as const)(
    'and whose bounce is faster than the proof of its sending: the person %s',
    async (_, more, confirmation, calls) => {
      const { desk, id } = await undelivered(more);
      const bouncing: Mailer = {
        send: async (mail) => {
          const sent = await desk.mailer.send(mail);
          await recordMailFeedback(desk, about(tagsOf(mail)));
          return sent;
        },
      };
      const event = desk.event('rida.case.resolved.v1', id);
      expect(await notifyBeneficiary({ ...desk, mailer: bouncing }, event)).toBe('sent');
      const after = await desk.store.load('case', id);
      expect(after).toMatchObject({ confirmation });
      expect(await notifyBeneficiary({ ...desk, mailer: bouncing }, event)).toBe('sent-before');
      await recordMailFeedback(desk, about(tagsOf(desk.mailer.sent[0])));
      expect(desk.events('rida.outcome.returned.v1')).toHaveLength(1);
      expect(await desk.store.load('case', id)).toMatchObject({ confirmation });
      expect(
        desk.store.commits.filter(({ kind, version }) => kind === 'call-out' && version === 1),
      ).toHaveLength(calls);
    },
  );

  it('and whose proof of sending was lost in a crash after the bounce is taken back with the second try', async () => {
    const { desk, id } = await undelivered();
    const dying: Mailer = {
      send: async (mail) => {
        await recordMailFeedback(desk, about(tagsOf(mail)));
        throw new Error('the power went');
      },
    };
    const event = desk.event('rida.case.resolved.v1', id);
    await expect(notifyBeneficiary({ ...desk, mailer: dying }, event)).rejects.toThrow('the power went');
    expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'asked' });
    expect(await notifyBeneficiary(desk, event)).toBe('suppressed');
    expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'not-asked' });
  });

  it('and is not sent, because another mail to the address bounced before, asked nothing either', async () => {
    const { desk, id } = await undelivered({ phone: '+966500000101' });
    const other = await desk.open();
    await notifyBeneficiary(desk, desk.event('rida.case.opened.v1', other.id));
    await recordMailFeedback(desk, about(tagsOf(desk.mailer.sent[0])));
    expect((await desk.store.load('case', id))?.beneficiary.failing).toBe(true);
    const event = desk.event('rida.case.resolved.v1', id);
    for (let n = 0; n < 2; n += 1) await notifyBeneficiary(desk, event);
    expect(desk.mailer.sent).toHaveLength(1);
    expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'asked', by: 'call' });
    expect(desk.events('rida.outcome.returned.v1')).toHaveLength(1);
  });

  it('bounces twice, or bounces after a complaint: it is taken back once', async () => {
    const { desk, id, tags } = await ended();
    await recordMailFeedback(desk, about(tags, complaint('abuse')));
    for (let n = 0; n < 2; n += 1) await recordMailFeedback(desk, about(tags));
    expect(desk.events('rida.outcome.returned.v1')).toHaveLength(1);
    expect((await desk.store.load('case', id))?.confirmation).toMatchObject({ state: 'not-asked' });
  });
});

const tagsOf = (
  mail: { readonly tags?: Readonly<Record<string, string>> } | undefined,
): Record<string, string[]> =>
  Object.fromEntries(Object.entries(mail?.tags ?? {}).map(([name, tag]) => [name, [tag]]));

/** A desk with a resolved case about which no mail was sent yet. */
async function undelivered(beneficiary: Partial<Beneficiary> = {}) {
  const desk = new AnsweringDesk();
  const { id } = await desk.open({ beneficiary });
  await desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by: 'agent:salem' });
  return { desk, id };
}

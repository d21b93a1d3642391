import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SesMailEvent, sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { failedMailsOf } from '#functions/mail/feedback-of.ts';
import { recordMailFeedback } from '#functions/mail/mail-feedback.ts';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
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

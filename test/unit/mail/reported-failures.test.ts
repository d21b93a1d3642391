import { describe, expect, it } from 'vitest';
import {
  type MailReport,
  type ReportedRecipient,
  readReportFields,
} from '#shared/domain/mail/mail-report.ts';
import { ownMessageId } from '#shared/domain/mail/own-address.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aMail, NORAH, PostRoom, received } from './post-room.ts';

const EFFECT = '0c8f7h2m4n6p8q0r2s4t6v8w0x';

const failedAt = (address: string, over: Partial<ReportedRecipient> = {}): ReportedRecipient => ({
  ...{ address, action: 'failed', status: '5.1.1', diagnostic: 'no such user' },
  ...over,
});

/** A case that was acknowledged, and a delivery report about that mail. */
async function answered(email = NORAH) {
  const room = new PostRoom();
  const { caseRef: id } = await room.ingest(aMail({ from: { name: 'Norah', address: email } }));
  const sent = ownMessageId(id, EFFECT, 'rida.example');
  await room.store.recordEffect('case', id, {
    ...{ id: EFFECT, at: WORKING_MORNING, what: 'acknowledgement', to: email, token: sent },
    providerId: '0107-ses',
  });
  const report = async (over: Partial<MailReport> = {}, rawKey = 'mail/2') => {
    const report: MailReport = {
      ...{ kind: 'delivery', recipients: [failedAt(NORAH)], originalMessageId: sent, disposition: null },
      ...over,
    };
    const mail = aMail({
      messageId: `<${rawKey}@mx.example.com>`,
      from: { name: '', address: 'mailer-daemon@mx.example.com' },
      subject: 'Undelivered Mail Returned to Sender',
      headers: { 'content-type': 'multipart/report; report-type=delivery-status' },
      references: [report.originalMessageId ?? '', sent].filter(Boolean),
      report,
    });
    return room.ingest(mail, received({ rawKey, envelopeFrom: '', dmarc: 'GRAY' }));
  };
  const failing = async () => (await room.case(id)).beneficiary.failing ?? false;
  return { room, id, report, failing };
}

describe('a report that comes by mail', () => {
  it('of our mail marks the address, and is stored on the case', async () => {
    const { room, id, report, failing } = await answered();
    expect(await report()).toMatchObject({ caseRef: id, outcome: 'appended' });
    expect(await failing()).toBe(true);
    expect(room.happened()).toEqual(['case.opened', 'message.failed', 'message.received']);
  });

  it('delivered twice, or sent by two servers, is one failure', async () => {
    const { room, report } = await answered();
    await report();
    await report();
    await report({}, 'mail/3');
    expect(room.happened().filter((kind) => kind === 'message.failed')).toHaveLength(1);
  });

  it('names our mail by the id SES gave it as well', async () => {
    const { report, failing } = await answered();
    await report({ originalMessageId: '<0107-ses@eu-central-1.amazonses.com>' });
    expect(await failing()).toBe(true);
  });

  it.each<[string, Partial<MailReport>]>([
    ['of a mail we never sent', { originalMessageId: '<4K72M90382.forged@rida.example>' }],
    ['of no mail', { originalMessageId: null }],
    ['that it only waits', { recipients: [failedAt(NORAH, { action: 'delayed', status: '4.4.1' })] }],
    ['that it arrived', { recipients: [failedAt(NORAH, { action: 'delivered', status: '2.0.0' })] }],
    ['that it was read', { kind: 'disposition', recipients: [], disposition: 'displayed' }],
  ])('%s records no failure', async (_, over) => {
    const { room, report, failing } = await answered();
    await report(over);
    expect(room.happened()).not.toContain('message.failed');
    expect(await failing()).toBe(false);
  });

  it.each<[string, Partial<MailReport>]>([
    ['an address it was passed on to', { recipients: [failedAt('old-box@elsewhere.example')] }],
    ['a mailbox that was full', { recipients: [failedAt(NORAH, { status: '4.2.2' })] }],
    ['it does not say what', { recipients: [failedAt(NORAH, { status: '' })] }],
  ])('that failed for %s does not mark the address', async (_, over) => {
    const { room, report, failing } = await answered();
    await report(over);
    expect(room.happened()).toContain('message.failed');
    expect(await failing()).toBe(false);
  });

  it.each([
    ['a;b@example.com', '"a;b"@example.com'],
    ['a;b@example.com', 'rfc822; a;b@example.com'],
    ['"a,b"@example.com', '"a,b"@example.com'],
    ['a[1]@example.com', '"a[1]"@Example.com'],
    ['a/b@example.com', 'a/b@example.com'],
    ['khalid@example.com', '"khalid"@example.com'],
    ['khalid@example.com', '<"khalid"@example.com>'],
    ['"a b"@example.com', '"a b"@example.com'],
    ['khalid@example.com', '@relay.example:khalid@example.com'],
  ])('that names %s as %s marks it', async (stored, named) => {
    const { report, failing } = await answered(stored);
    const { recipients } = readReportFields(
      `Final-Recipient: ${named.includes('rfc822') ? '' : 'rfc822; '}${named}\nAction: failed\nStatus: 5.1.1`,
      ...(['delivery', null] as const),
    );
    await report({ recipients });
    expect(await failing()).toBe(true);
  });

  it('that names another mailbox marks nothing', async () => {
    const { report, failing } = await answered('a;b@example.com');
    await report({ recipients: [failedAt('b@example.com')] });
    expect(await failing()).toBe(false);
  });

  it('without an address is about the one recipient of the mail that it quotes', async () => {
    const { room, report, failing } = await answered();
    await report({ recipients: [], unnamed: { why: 'no-address', action: 'failed', status: '5.0.0' } });
    expect(await failing()).toBe(true);
    const [, kept] = await room.messages();
    expect(kept?.message?.reasons).toContain('unnamed:no-address');
  });

  it.each([
    ['without a status', { why: 'no-address', action: 'failed', status: '' }, 1],
    ['that it only waits', { why: 'no-address', action: 'delayed', status: '5.0.0' }, 0],
  ] as const)('without an address and %s does not mark it', async (_, unnamed, failures) => {
    const { room, report, failing } = await answered();
    await report({ recipients: [], unnamed });
    expect(room.happened().filter((kind) => kind === 'message.failed')).toHaveLength(failures);
    expect(await failing()).toBe(false);
  });

  it('of a complaint is shown on the case and changes no preference', async () => {
    const { room, id, report, failing } = await answered();
    await report({ kind: 'abuse', recipients: [], disposition: 'abuse' });
    expect(await failing()).toBe(false);
    const { beneficiary } = await room.case(id);
    expect(await room.store.load('person', beneficiary.id)).toBeUndefined();
    expect(room.store.commits.flatMap(({ events }) => events)).toContainEqual({
      type: 'rida.message.failed.v1',
      data: expect.objectContaining({ reason: 'complained', permanent: false, byMail: true }),
    });
  });

  it('of a mail that others got too marks no address', async () => {
    const { room, id, report, failing } = await answered();
    const token = ownMessageId(id, 'reply', 'rida.example');
    const reply = { id: 'reply', at: WORKING_MORNING, what: 'reply', to: NORAH, token, copies: 1 };
    await room.store.recordEffect('case', id, reply);
    await report({ originalMessageId: token });
    expect(room.happened()).toContain('message.failed');
    expect(await failing()).toBe(false);
  });

  it('of a mail that was never sent is kept apart, with no clock', async () => {
    const { room, report } = await answered();
    const outcome = await report({ originalMessageId: '<4K72M90382.forged@rida.example>' });
    expect(outcome.outcome).toBe('set-aside');
    expect(await room.case(outcome.caseRef)).toMatchObject({ status: 'closed', quarantine: 'machine-mail' });
    expect(await room.case(outcome.caseRef)).not.toHaveProperty('nextDueAt');
  });
});

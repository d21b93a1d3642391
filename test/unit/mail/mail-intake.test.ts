import { describe, expect, it } from 'vitest';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { fromReceipt, type ReceivedMail } from '#functions/mail/received-mail.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { unreadable } from '#shared/domain/mail/parsed-mail.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, HELP, NORAH, PostRoom, received } from './post-room.ts';

const later = (over: Partial<ReceivedMail> = {}) =>
  received({ rawKey: 'mail/2', receivedAt: T + HOUR, ...over });
const reply = (over: Partial<ParsedMail> = {}) =>
  aMail({ messageId: '<second@example.com>', subject: 'Re: إنارة', text: 'أضيف صورة.', ...over });
const tagged = (reference: string) => [`help+${reference.replaceAll('-', '').toLowerCase()}@rida.example`];
const resolve = { do: 'resolve', as: 'done', outcome: 'أُصلحت', by: 'agent:salem' } as const;

describe('a first mail', () => {
  it('opens a case of its own words, kept whole', async () => {
    const room = new PostRoom();
    const outcome = await room.ingest(aMail());
    expect(outcome).toMatchObject({ outcome: 'opened' });
    expect(await room.case(outcome.caseRef)).toMatchObject({
      ...{
        type: 'report',
        category: 'lighting',
        department: 'operations',
        status: 'new',
        priority: 'normal',
      },
      ...{ channel: 'mail', language: 'ar', openedAt: T, lastMessageId: '<first@example.com>' },
      beneficiary: { email: NORAH, name: 'Norah', authenticated: true },
    });
    expect(room.store.commits[0]).toMatchObject({
      by: 'beneficiary',
      events: [{ type: 'rida.case.opened.v1', data: { acknowledge: true } }],
    });
    expect(await room.messages()).toMatchObject([
      { id: outcome.caseRef, message: { direction: 'in', text: aMail().text, rawKey: 'mail/1' } },
    ]);
  });

  it('delivered again, under another key or time, changes nothing', async () => {
    const room = new PostRoom();
    const first = await room.ingest(aMail());
    for (const again of [received(), later()]) {
      expect(await room.ingest(aMail(), again)).toMatchObject({
        outcome: 'duplicate',
        caseRef: first.caseRef,
      });
    }
    expect(room.store.commits).toHaveLength(1);
  });

  it('with the Message-ID of somebody else is another mail', async () => {
    const room = new PostRoom();
    await room.opened();
    const other = await room.ingest(aMail({ from: { name: '', address: 'ali@example.org' } }), later());
    expect(other.outcome).toBe('opened');
    expect(room.store.commits).toHaveLength(2);
  });

  it('without a Message-ID is known by its bytes', async () => {
    const room = new PostRoom();
    const mail = aMail({ messageId: null });
    await room.ingest(mail);
    expect((await room.ingest(mail)).outcome).toBe('duplicate');
    expect((await room.ingest(mail, later())).outcome).toBe('opened');
  });

  it.each<[string, Partial<ReceivedMail>, Partial<ParsedMail>]>([
    ['not authenticated', { dmarc: 'FAIL' }, {}],
    ['undecided', { dmarc: 'GRAY' }, {}],
    ['of several authors', {}, { defects: ['several-authors'] }],
    ['from a machine', {}, { headers: { precedence: 'bulk' } }],
    ['from a sender nobody reads', {}, { from: { name: '', address: 'no-reply@example.com' } }],
  ])('%s opens a case that is never acknowledged', async (_, at, mail) => {
    const room = new PostRoom();
    await room.ingest(aMail(mail), received(at));
    expect(room.store.commits[0]?.events).toMatchObject([{ data: { acknowledge: false } }]);
  });

  it('stores files under generated names', async () => {
    const file = {
      name: '../../x.html',
      type: 'text/html',
      size: 2,
      content: Uint8Array.of(1, 2),
      inline: false,
      contentId: null,
    };
    const room = new PostRoom();
    await room.ingest(aMail({ attachments: [file] }));
    const [kept] = await room.messages();
    const key = kept?.message?.attachments[0]?.key ?? '';
    expect(key).toMatch(/^cases\/[^/]+\/[0-9a-z]{26}\/1$/u);
    expect(await room.blobs.get(key)).toEqual({
      bytes: file.content,
      contentType: 'application/octet-stream',
    });
  });
});

describe('a reply', () => {
  it('by the beneficiary, authenticated, is appended by its address, its subject or its thread', async () => {
    const ways: [Partial<ReceivedMail>, (reference: string) => Partial<ParsedMail>][] = [
      [{}, (reference) => ({ to: tagged(reference).map((address) => ({ name: '', address })) })],
      [{}, (reference) => ({ subject: `رد: [رضا ${reference}] إنارة` })],
      [{}, (reference) => ({ inReplyTo: `<${reference}.abc@rida.example>` })],
      // In a thread that the centre never replied to, only the first mail of the beneficiary is stored.
      [{}, () => ({ inReplyTo: '<first@example.com>' })],
      [
        {},
        () => ({ references: ['<first@example.com>', '<a@x>', '<b@x>', '<c@x>', '<d@x>', '<e@x>', '<f@x>'] }),
      ],
      [
        {},
        (reference) => ({
          subject: `[Rida ${reference}]`,
          references: ['<a@x>', '<b@x>', '<c@x>', '<d@x>', '<e@x>', '<f@x>'],
        }),
      ],
    ];
    for (const [at, mail] of ways) {
      const room = new PostRoom();
      const { id } = await room.opened();
      const outcome = await room.ingest(reply(mail(id)), later(at));
      expect(outcome).toMatchObject({ outcome: 'appended', caseRef: id });
      expect(room.happened()).toEqual(['case.opened', 'message.received']);
      expect((await room.case(id)).lastMessageId).toBe('<second@example.com>');
      expect((await room.messages()).map(({ message }) => message?.text)).toEqual([
        aMail().text,
        'أضيف صورة.',
      ]);
    }
  });

  it('delivered again changes nothing', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    for (const outcome of ['appended', 'duplicate']) {
      expect(await room.ingest(reply(), later({ recipients: tagged(id) }))).toMatchObject({
        outcome,
        caseRef: id,
      });
    }
    expect(room.store.commits).toHaveLength(2);
  });

  it('delivered again after its case was closed permanently opens no second one', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    const at = later({ recipients: tagged(id) });
    await room.ingest(reply(), at);
    await room.do(id, { do: 'close', reason: 'spam', by: 'agent:salem' }, T + 2 * HOUR);
    expect(await room.ingest(reply(), at)).toMatchObject({ outcome: 'duplicate', caseRef: id });
    expect(room.store.commits).toHaveLength(3);
  });

  it.each<[string, Partial<ReceivedMail>, Partial<ParsedMail>]>([
    ['a stranger', {}, { from: { name: 'Norah', address: 'norah@evil.example' } }],
    ['somebody who only says to be the beneficiary', { dmarc: 'FAIL' }, {}],
    ['several authors', {}, { defects: ['several-authors'] }],
  ])('by %s opens a linked case and leaves the first alone', async (_, at, mail) => {
    const room = new PostRoom();
    const first = await room.opened();
    const outcome = await room.ingest(reply(mail), later({ recipients: tagged(first.id), ...at }));
    expect(outcome.outcome).toBe('opened');
    expect(await room.case(outcome.caseRef)).toMatchObject({ related: first.id });
    expect(await room.case(first.id)).toEqual(first);
  });

  it('to a waiting case puts it back to work', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    await room.do(id, { do: 'set-status', to: 'pending-beneficiary', by: 'agent:salem' }, T + MINUTE);
    await room.ingest(reply(), later({ recipients: tagged(id) }));
    expect((await room.case(id)).status).toBe('open');
  });

  it('to a resolved case reopens it within fourteen days, and later opens a linked one', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    await room.do(id, resolve, T);
    const at = { recipients: tagged(id), receivedAt: T + 14 * DAY };
    expect(await room.ingest(reply(), later(at))).toMatchObject({ outcome: 'appended', caseRef: id });
    expect(await room.case(id)).toMatchObject({ status: 'open', generation: 1 });

    const late = new PostRoom();
    const old = await late.opened();
    await late.do(old.id, resolve, T);
    const outcome = await late.ingest(reply(), later({ ...at, receivedAt: T + 14 * DAY + 1 }));
    expect(outcome.outcome).toBe('opened');
    expect(await late.case(outcome.caseRef)).toMatchObject({ related: old.id });
    expect((await late.case(old.id)).status).toBe('resolved');
  });

  it('with an unknown reference opens a case', async () => {
    const room = new PostRoom();
    const outcome = await room.ingest(reply({ subject: '[Rida 4K7-2M0-0381]' }));
    expect(outcome.outcome).toBe('opened');
    expect(await room.case(outcome.caseRef)).not.toHaveProperty('related');
  });
});

describe('a machine', () => {
  const outOfOffice = reply({ headers: { 'auto-submitted': 'auto-replied' } });
  const report = reply({
    from: { name: '', address: 'mailer-daemon@example.com' },
    headers: { 'content-type': 'multipart/report; report-type=delivery-status' },
  });
  const SENT = '<4K72M90382.sent@rida.example>';
  const failed = { recipients: [], originalMessageId: SENT, disposition: null };

  it.each([
    ['an out-of-office reply', outOfOffice, 'out-of-office'],
    ['a delivery report', { ...report, report: { kind: 'delivery', ...failed } }, 'delivery-report'],
    ['our own mail come back', reply({ messageId: SENT, headers: { 'x-rida-mail': '1' } }), 'own'],
  ] as const)('%s is recorded on the case it speaks of and moves nothing', async (_, mail, automatic) => {
    for (const status of ['new', 'pending-beneficiary', 'resolved'] as const) {
      const room = new PostRoom();
      const { id } = await room.opened();
      if (status === 'pending-beneficiary')
        await room.do(id, { do: 'set-status', to: status, by: 'agent:salem' }, T + MINUTE);
      if (status === 'resolved') await room.do(id, resolve, T + MINUTE);
      const before = await room.case(id);
      const sent = { id: 'e1', at: T, what: 'acknowledgement', to: NORAH, token: SENT };
      await room.store.recordEffect('case', id, sent);
      const dmarc = automatic === 'out-of-office' ? 'PASS' : 'GRAY';
      const at = later({ recipients: tagged(id), envelopeFrom: '', dmarc });
      expect(await room.ingest(mail, at)).toMatchObject({ outcome: 'appended', caseRef: id });
      const { version, causes, ...after } = await room.case(id);
      expect(after).toEqual({ ...before, version: undefined, causes: undefined });
      expect(version).toBe(before.version + 1);
      expect(causes).toHaveLength(before.causes.length + 1);
      expect(room.store.commits.at(-1)?.events).toMatchObject([
        { type: 'rida.message.received.v1', data: { automatic } },
      ]);
    }
  });

  it('that speaks of no case is set aside for a supervisor, without a clock or an acknowledgement', async () => {
    const room = new PostRoom();
    const outcome = await room.ingest(report, later({ envelopeFrom: '' }));
    expect(outcome.outcome).toBe('set-aside');
    const apart = await room.case(outcome.caseRef);
    expect(apart).toMatchObject({ automatic: 'delivery-report', priority: 'low', status: 'closed' });
    expect(apart).toMatchObject({ quarantine: 'machine-mail', closing: { reason: 'machine-mail' } });
    expect(apart).not.toHaveProperty('nextDueAt');
    expect(room.store.commits[0]?.events.slice(0, 1)).toMatchObject([{ data: { acknowledge: false } }]);
  });

  it.each<[string, Partial<ParsedMail>]>([
    ['X-Rida-Mail', { headers: { 'x-rida-mail': '1' } }],
    ['Auto-Submitted', { headers: { 'auto-submitted': 'auto-replied' } }],
    ['X-Autoreply', { headers: { 'x-autoreply': 'yes' } }],
    ['an absence for a subject', { subject: 'رد تلقائي: خارج المكتب', text: '' }],
    ['a report of a mail that was never sent', { ...report, report: { kind: 'delivery', ...failed } }],
  ])('that somebody only claims to be by %s is put on no case', async (_, mail) => {
    for (const [address, dmarc] of [
      [NORAH, 'FAIL'],
      ['stranger@example.org', 'PASS'],
    ] as const) {
      const room = new PostRoom();
      const first = await room.opened();
      const claimed = reply({ ...mail, ...(mail.from ? {} : { from: { name: '', address } }) });
      const outcome = await room.ingest(claimed, later({ recipients: tagged(first.id), dmarc }));
      expect(outcome.outcome).toBe('set-aside');
      const apart = await room.case(outcome.caseRef);
      expect(apart).toMatchObject({ related: first.id, quarantine: 'machine-mail' });
      if (dmarc === 'FAIL') expect(apart.beneficiary.id).not.toBe(first.beneficiary.id);
      expect(await room.case(first.id)).toEqual(first);
    }
  });
});

describe('a mail that cannot be trusted', () => {
  it('that no machine can read becomes a case for a person, with the raw mail', async () => {
    const room = new PostRoom();
    const mail = unreadable('nested-too-deep', 'too deep');
    const outcome = await room.ingest(mail);
    expect(outcome).toMatchObject({ outcome: 'quarantined', reasons: ['nested-too-deep'] });
    expect(await room.case(outcome.caseRef)).toMatchObject({
      quarantine: 'nested-too-deep',
      department: 'care',
    });
    expect(room.store.commits[0]?.events).toMatchObject([
      { type: 'rida.case.opened.v1', data: { acknowledge: false } },
      { type: 'rida.mail.quarantined.v1', data: { reason: 'nested-too-deep', rawKey: 'mail/1' } },
    ]);
    expect((await room.ingest(mail)).outcome).toBe('duplicate');
  });

  it.each<[string, Partial<ReceivedMail>, Partial<ParsedMail>]>([
    ['spam-verdict', { spam: true }, {}],
    ['virus-verdict', { virus: true }, {}],
    ['virus-verdict', { virus: true, spam: true }, {}],
    ['several-from-headers', {}, { defects: ['several-from-headers'] }],
    ['no-sender', {}, { from: null }],
  ])('is quarantined: %s', async (reason, at, mail) => {
    const room = new PostRoom();
    const first = await room.opened();
    // Even a reply to a case is not added to it.
    const outcome = await room.ingest(reply(mail), later({ recipients: tagged(first.id), ...at }));
    expect(outcome.outcome).toBe('quarantined');
    expect(await room.case(outcome.caseRef)).toMatchObject({ quarantine: reason, related: first.id });
    const events = room.store.commits.at(-1)?.events ?? [];
    expect(events.slice(0, 2)).toMatchObject([{ data: { acknowledge: false } }, { data: { reason } }]);
    const apart = reason.endsWith('-verdict');
    expect(events[2]?.type).toBe(apart ? 'rida.case.closed.v1' : undefined);
    expect((await room.case(outcome.caseRef)).department).toBe(apart ? 'care' : 'operations');
    expect(await room.case(first.id)).toEqual(first);
  });

  it('that is not in the store yet is retried', async () => {
    const room = new PostRoom();
    await expect(ingestMail(room.deps(), received({ rawKey: 'mail/none' }))).rejects.toThrow(
      'not in the store yet',
    );
    expect(room.store.commits).toEqual([]);
  });
});

describe('a receipt', () => {
  const receipt = {
    notificationType: 'Received',
    mail: { timestamp: '2026-01-04T07:00:00.000Z', messageId: 'ses-1', source: NORAH, destination: [HELP] },
    receipt: {
      timestamp: '2026-01-04T07:00:00.000Z',
      recipients: [HELP],
      dmarcVerdict: { status: 'PASS' },
      spamVerdict: { status: 'FAIL' },
      virusVerdict: { status: 'FAIL' },
      action: { type: 'S3', bucketName: 'b', objectKey: 'mail/1' },
    },
  } as const;

  it('is read in our terms', () => {
    expect(
      fromReceipt({
        ...receipt,
        mail: { ...receipt.mail, destination: [HELP] },
        receipt: { ...receipt.receipt, recipients: [HELP] },
      }),
    ).toEqual(received({ spam: true, virus: true }));
  });

  it.each([
    [undefined, 'GRAY'],
    [{ status: 'WEIRD' }, 'GRAY'],
    [{ status: 'PROCESSING_FAILED' }, 'PROCESSING_FAILED'],
    [{ status: 'FAIL' }, 'FAIL'],
  ] as const)('with the verdict %j does not authenticate the sender', (dmarcVerdict, dmarc) => {
    const { dmarcVerdict: _, spamVerdict: _s, virusVerdict: _v, ...rest } = receipt.receipt;
    const read = fromReceipt({
      ...receipt,
      mail: { ...receipt.mail, source: '<>', destination: [HELP] },
      receipt: { ...rest, recipients: [HELP], dmarcVerdict },
    });
    expect(read).toMatchObject({ dmarc, envelopeFrom: '', spam: false, virus: false });
  });
});

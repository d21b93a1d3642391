import { describe, expect, it } from 'vitest';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { PostRoom, received } from './post-room.ts';

const raw = (headers: Readonly<Record<string, string>>, body: string): Uint8Array => {
  const lines = Object.entries({
    From: 'Norah <norah@example.com>',
    To: 'help@rida.example',
    'Message-ID': '<first@example.com>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return new TextEncoder().encode(`${lines.join('\r\n')}\r\n\r\n${body}`);
};

class RealPostRoom extends PostRoom {
  async deliver(bytes: Uint8Array, over: Parameters<typeof received>[0] = {}) {
    const at = received(over);
    await this.blobs.put(at.rawKey, bytes, 'message/rfc822');
    return ingestMail({ ...this.deps(), parseMail: (mail) => parseMail(mail) }, at);
  }
}

describe('a mail as it is on the wire', () => {
  const first = raw(
    { Subject: '=?UTF-8?B?2KXZhtin2LHYqSDYp9mE2LTYp9ix2Lkg2YXYudi32YTYqQ==?=' },
    'السلام عليكم\r\nعمود الإنارة معطل.\r\n',
  );

  it('opens a case, is answered in its thread, and is told from a machine', async () => {
    const room = new RealPostRoom();
    const { caseRef } = await room.deliver(first);
    expect(await room.case(caseRef)).toMatchObject({
      ...{ subject: 'إنارة الشارع معطلة', category: 'lighting', language: 'ar' },
      beneficiary: { name: 'Norah', email: 'norah@example.com', authenticated: true },
    });
    const answer = raw(
      {
        Subject: `Re: [رضا ${caseRef}]`,
        'Message-ID': '<second@example.com>',
        'In-Reply-To': '<first@example.com>',
      },
      'The pole number is 17.\r\n\r\nOn Sunday, the centre wrote:\r\n> quoted words\r\n',
    );
    const later = { rawKey: 'mail/2', receivedAt: T + HOUR };
    expect(await room.deliver(answer, later)).toMatchObject({ outcome: 'appended', caseRef });
    const away = raw(
      {
        Subject: `Automatic reply: [Rida ${caseRef}]`,
        'Message-ID': '<third@example.com>',
        'Auto-Submitted': 'auto-replied',
      },
      'I am away.',
    );
    await room.deliver(away, { rawKey: 'mail/3', receivedAt: T + HOUR });
    expect(room.store.commits.flatMap(({ events }) => events)).toMatchObject([
      { type: 'rida.case.opened.v1', data: { acknowledge: true } },
      { type: 'rida.message.received.v1', data: { channel: 'mail' } },
      { type: 'rida.message.received.v1', data: { automatic: 'out-of-office' } },
    ]);
    const messages = await room.messages();
    expect(messages[1]?.message?.text).toBe('The pole number is 17.');
    expect(messages[1]?.message?.fullText).toContain('quoted words');
  });

  it('that was quoted by a real delivery report is found again', async () => {
    const room = new RealPostRoom();
    const { caseRef } = await room.deliver(first);
    const token = `<${caseRef}.abcdef@rida.example>`;
    const sent = { id: 'e1', at: 0, what: 'acknowledgement', to: 'norah@example.com', token };
    await room.store.recordEffect('case', caseRef, sent);
    const report = raw(
      {
        From: 'MAILER-DAEMON@example.com',
        Subject: 'Undeliverable',
        'Message-ID': '<dsn@example.com>',
        'In-Reply-To': token,
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
      },
      '--b\r\nContent-Type: text/plain\r\n\r\nMailbox full.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.2.2\r\n\r\n--b--\r\n',
    );
    const outcome = await room.deliver(report, { rawKey: 'mail/2', envelopeFrom: '', dmarc: 'GRAY' });
    expect(outcome).toMatchObject({ outcome: 'appended', caseRef });
  });

  it.each([
    [
      'of two authors in two headers',
      raw({ Subject: 'x', From: 'a@example.com\r\nFrom: b@example.com' }, 'x'),
      'several-from-headers',
    ],
    ['that is empty', new Uint8Array(), 'empty'],
  ])('%s waits for a person', async (_, bytes, reason) => {
    const room = new RealPostRoom();
    const { caseRef, outcome } = await room.deliver(bytes);
    expect(outcome).toBe('quarantined');
    expect(await room.case(caseRef)).toMatchObject({ quarantine: reason });
  });
});

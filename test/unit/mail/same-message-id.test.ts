import { describe, expect, it } from 'vitest';
import { contentHash } from '#functions/mail/mail-identity.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, PostRoom, received } from './post-room.ts';

const other = { text: 'كلمات أخرى تحت المعرّف نفسه.' };
const later = (over: Parameters<typeof received>[0] = {}) =>
  received({ rawKey: 'mail/2', receivedAt: T + HOUR, ...over });

describe('a mail with a Message-ID that came before', () => {
  it('and other words is one more message of its author, remarked, and the first is unchanged', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    expect(await room.ingest(aMail(other), later())).toMatchObject({ outcome: 'appended', caseRef: id });
    const messages = (await room.messages()).map(({ message }) => message);
    expect(messages.map((message) => message?.text)).toEqual([aMail().text, other.text]);
    expect(messages.map((message) => message?.reasons.includes('message-id-repeated'))).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['who is not authenticated', { dmarc: 'FAIL' as const }],
    ['whose authentication is undecided', { dmarc: 'GRAY' as const }],
  ])('from somebody %s opens a linked case', async (_, at) => {
    const room = new PostRoom();
    const first = await room.opened();
    const outcome = await room.ingest(aMail(other), later(at));
    expect(outcome).toMatchObject({ outcome: 'opened' });
    expect(outcome.reasons).toContain('message-id-repeated');
    expect(await room.case(outcome.caseRef)).toMatchObject({ related: first.id });
    expect(await room.case(first.id)).toEqual(first);
    expect((await room.ingest(aMail(other), later({ ...at, rawKey: 'mail/3' }))).outcome).toBe('duplicate');
  });

  it('without a named author has nothing to do with the first', async () => {
    const room = new PostRoom();
    const first = await room.ingest(aMail({ from: null }));
    const second = await room.ingest(aMail({ from: null, ...other }), later());
    expect(second.caseRef).not.toBe(first.caseRef);
    expect(await room.case(second.caseRef)).not.toHaveProperty('related');
  });

  it('that a participant names in a reply goes where the reply goes', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    const reply = aMail({ ...other, subject: `Re: [Rida ${id}]` });
    expect(await room.ingest(reply, later())).toMatchObject({ outcome: 'appended', caseRef: id });
    expect((await room.messages()).at(-1)?.message?.reasons).toContain('message-id-repeated');
  });
});

describe('the content of a mail', () => {
  const raw = (headers: string, body = 'x') => new TextEncoder().encode(`${headers}\r\n\r\n${body}`);
  const base = contentHash(raw('Subject: a\r\nFrom: s@example.com'));

  it.each([
    [
      'what relays write',
      raw('Received: from x\r\nReturn-Path: <s@e>\r\nSubject: a\r\nFrom: s@example.com'),
      true,
    ],
    ['how a line is folded', raw('Subject:\r\n a\r\nFrom: s@example.com'), true],
    ['another subject', raw('Subject: b\r\nFrom: s@example.com'), false],
    [
      'another receiver of the answer',
      raw('Subject: a\r\nFrom: s@example.com\r\nReply-To: t@example.com'),
      false,
    ],
    ['another body', raw('Subject: a\r\nFrom: s@example.com', 'y'), false],
    ['a header that says what a body says', raw('Subject: a', 'From: s@example.com\r\n\r\nx'), false],
  ])('is told by its hash: %s', (_, bytes, same) => {
    expect(contentHash(bytes) === base).toBe(same);
  });
});

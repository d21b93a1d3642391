import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, PostRoom, received } from './post-room.ts';

const thanks = (id: string, text = 'شكرا جزيلا لكم') =>
  aMail({ messageId: '<thanks@example.com>', subject: `Re: [رضا ${id}] إنارة`, text });
const at = (receivedAt: number) => received({ rawKey: 'mail/2', receivedAt });

async function resolvedCase() {
  const room = new PostRoom();
  const { id } = await room.opened();
  await room.do(id, { do: 'resolve', as: 'done', outcome: 'أُصلحت', by: 'agent:salem' }, T + HOUR);
  return { room, id };
}

describe('thanks', () => {
  it('on a resolved case are stored on it, and the case stays resolved', async () => {
    const { room, id } = await resolvedCase();
    const before = await room.case(id);
    const outcome = await room.ingest(thanks(id), at(T + 2 * HOUR));
    expect(outcome).toMatchObject({ outcome: 'appended', caseRef: id });
    expect(outcome.reasons).toContain('asks-for-nothing');
    const { status, facts, nextDueAt, lastMessageId } = await room.case(id);
    expect({ status, facts, nextDueAt }).toEqual({
      ...{ status: 'resolved', facts: before.facts, nextDueAt: before.nextDueAt },
    });
    expect(lastMessageId).toBe('<thanks@example.com>');
    expect((await room.messages()).at(-1)?.message).toMatchObject({ thanks: true, text: 'شكرا جزيلا لكم' });
    expect(room.store.commits.at(-1)?.events).toEqual([
      { type: 'rida.message.received.v1', data: expect.objectContaining({ thanks: true }) },
    ]);
  });

  it('do not hinder an agent who reopens the case with one act', async () => {
    const { room, id } = await resolvedCase();
    await room.ingest(thanks(id), at(T + 2 * HOUR));
    await room.do(id, { do: 'reopen', by: 'agent:salem' }, T + 3 * HOUR);
    expect((await room.case(id)).status).toBe('open');
  });

  it('with another word reopen it', async () => {
    const { room, id } = await resolvedCase();
    await room.ingest(thanks(id, 'شكرا لكم، لكن العمود ما زال مطفأ.'), at(T + 2 * HOUR));
    expect((await room.case(id)).status).toBe('open');
    expect(room.happened()).toContain('case.reopened');
  });

  it('long after the closing are stored on the case, and open no other', async () => {
    const { room, id } = await resolvedCase();
    await room.do(id, { do: 'close', reason: 'finished', by: 'agent:salem' }, T + 2 * HOUR);
    const outcome = await room.ingest(thanks(id), at(T + 50 * DAY));
    expect(outcome).toMatchObject({ outcome: 'appended', caseRef: id });
    expect((await room.case(id)).status).toBe('closed');
  });

  it('from a stranger open a case of their own', async () => {
    const { room, id } = await resolvedCase();
    const stranger = { ...thanks(id), from: { name: '', address: 'ali@example.org' } };
    expect(await room.ingest(stranger, at(T + 2 * HOUR))).toMatchObject({ outcome: 'opened' });
    expect((await room.case(id)).status).toBe('resolved');
  });

  it('on an open case begin no clock and end no wait', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    await room.do(id, { do: 'reply', by: 'agent:salem', thenStatus: 'pending-beneficiary' }, T + HOUR);
    const before = await room.case(id);
    await room.ingest(thanks(id), at(T + 2 * HOUR));
    const { status, facts } = await room.case(id);
    expect({ status, facts }).toEqual({ status: 'pending-beneficiary', facts: before.facts });
  });

  it('delivered twice are one message', async () => {
    const { room, id } = await resolvedCase();
    await room.ingest(thanks(id), at(T + 2 * HOUR));
    const again = received({ rawKey: 'mail/3', receivedAt: T + 3 * HOUR });
    expect(await room.ingest(thanks(id), again)).toMatchObject({ outcome: 'duplicate' });
  });
});

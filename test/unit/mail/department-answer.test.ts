import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/application/messages.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, NORAH, PostRoom, received } from './post-room.ts';

const by = 'agent:salem' as const;
const PLANNING = 'planning@rida.example';

const caseAddress = (id: string) => [{ name: '', address: `help+${id.replaceAll('-', '')}@rida.example` }];
const answer = (id: string, over: Parameters<typeof aMail>[0] = {}) =>
  aMail({
    ...{ messageId: '<answer@rida.example>', from: { name: 'التخطيط', address: PLANNING } },
    ...{ to: caseAddress(id), text: 'صدرت الرخصة وتُسلَّم غدًا.' },
    ...over,
  });
const from = (over: Parameters<typeof received>[0] = {}) =>
  received({ rawKey: 'mail/2', envelopeFrom: PLANNING, receivedAt: T + 2 * HOUR, ...over });

async function asked(room: PostRoom) {
  const { id } = await room.opened();
  const question = { do: 'ask-department', department: 'planning', asks: false, dueAt: T + DAY, by } as const;
  await room.do(id, question, T + HOUR);
  return id;
}

describe('a mail of a department that owes an answer', () => {
  it('answers it, once, and is kept on the case', async () => {
    const room = new PostRoom();
    const id = await asked(room);
    expect(await room.ingest(answer(id), from())).toMatchObject({ caseRef: id, outcome: 'appended' });
    expect(await room.ingest(answer(id), from())).toMatchObject({ caseRef: id, outcome: 'duplicate' });
    const { requests = [], facts } = await room.case(id);
    expect(requests).toMatchObject([{ ended: { how: 'answered', by: 'department:planning' } }]);
    const message = await readMessage(room.blobs, id, requests[0]?.ended?.message ?? '');
    expect(message).toMatchObject({ text: 'صدرت الرخصة وتُسلَّم غدًا.', from: { address: PLANNING } });
    // The department wrote: no response to the beneficiary becomes due.
    expect(facts.filter(({ type }) => type === 'beneficiary-contact')).toEqual([]);
  });

  it.each([
    ['that nobody vouches for', { dmarc: 'FAIL' }, {}],
    ['of a department that was not asked', {}, { from: { name: '', address: 'licensing@rida.example' } }],
  ] as const)('%s answers nothing and is shown on the case', async (_, receipt, mail) => {
    const room = new PostRoom();
    const id = await asked(room);
    expect(await room.ingest(answer(id, mail), from(receipt))).toMatchObject({
      caseRef: id,
      outcome: 'appended',
    });
    expect(room.happened().at(-1)).toBe('department.wrote');
    expect((await room.case(id)).requests?.[0]?.ended).toBeUndefined();
  });
});

describe('a mail to a case that was merged', () => {
  it('goes to the surviving case, from either beneficiary', async () => {
    const room = new PostRoom();
    const { id } = await room.opened();
    const other = await room.ingest(
      aMail({ messageId: '<other@example.org>', from: { name: 'Ali', address: 'ali@example.org' } }),
      received({ rawKey: 'mail/3', envelopeFrom: 'ali@example.org' }),
    );
    await room.do(id, { do: 'merge', into: other.caseRef, by }, T + HOUR);
    const more = aMail({ messageId: '<more@example.com>', to: caseAddress(id), text: 'ما زالت مطفأة.' });
    const late = received({ rawKey: 'mail/4', envelopeFrom: NORAH, receivedAt: T + 2 * HOUR });
    const taken = await room.ingest(more, late);
    expect(taken).toMatchObject({ caseRef: other.caseRef, outcome: 'appended' });
    expect(await room.ingest(more, late)).toMatchObject({ caseRef: other.caseRef, outcome: 'duplicate' });
  });
});

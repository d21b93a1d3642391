import { describe, expect, it } from 'vitest';
import { sesReceipt } from '#events/inbound/ses-receipt.ts';
import { ingestMail } from '#functions/mail/mail-intake.ts';
import { sweepMail } from '#functions/mail/mail-sweep.ts';
import { queuedMail, type SweptMail } from '#functions/mail/queued-mail.ts';
import { fromSweep, type ReceivedMail } from '#functions/mail/received-mail.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { WaitingMail } from '#shared/ports/mail-inbox.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { memoryInbox } from '#test/doubles/memory-inbox.ts';
import { aMail, PostRoom } from './post-room.ts';

const swept = (over: Partial<WaitingMail> = {}): ReceivedMail =>
  fromSweep({ rawKey: 'raw/1', receivedAt: T - 20 * HOUR, ...over });

describe('the sweep of the inbox', () => {
  async function sweepOver(waiting: readonly WaitingMail[], most?: number) {
    const sent: SweptMail[] = [];
    const asked: number[] = [];
    const found = await sweepMail({
      inbox: {
        waiting: async (before, limit) => {
          asked.push(before);
          return waiting.filter(({ receivedAt }) => receivedAt < before).slice(0, limit);
        },
      },
      receivedQueue: { send: async (items) => void sent.push(...items) },
      clock: fixedClock(),
      ...(most !== undefined && { most }),
    });
    return { found, sent, asked };
  }

  it('hands on what waits for hours, and leaves what has only just come', async () => {
    const old = { rawKey: 'raw/old', receivedAt: T - 7 * HOUR };
    const young = { rawKey: 'raw/young', receivedAt: T - HOUR };
    expect(await sweepOver([old, young])).toEqual({
      found: 1,
      sent: [{ swept: old }],
      asked: [T - 6 * HOUR],
    });
  });

  it('sends nothing when nothing waits, and never more than one run may', async () => {
    expect(await sweepOver([])).toMatchObject({ found: 0, sent: [] });
    const many = Array.from({ length: 5 }, (_, at) => ({ rawKey: `raw/${at}`, receivedAt: 0 }));
    expect((await sweepOver(many, 3)).sent).toHaveLength(3);
  });
});

describe('a mail the sweep found', () => {
  it('is read from the queue as one without a receipt', () => {
    const item: SweptMail = { swept: { rawKey: 'raw/1', receivedAt: T } };
    expect(queuedMail(sesReceipt).parse(JSON.parse(JSON.stringify(item)))).toEqual({
      rawKey: 'raw/1',
      receivedAt: T,
      swept: true,
      envelopeFrom: null,
      recipients: [],
      dmarc: 'GRAY',
      spam: false,
      virus: false,
    });
    expect(queuedMail(sesReceipt).safeParse({ swept: { rawKey: '' } }).success).toBe(false);
  });

  it('becomes a case of somebody not authenticated, dated by its arrival, and says how it came', async () => {
    const room = new PostRoom();
    const { caseRef, outcome } = await room.ingest(aMail(), swept());
    expect(outcome).toBe('opened');
    const supportCase = await room.case(caseRef);
    expect([supportCase.openedAt, supportCase.beneficiary.authenticated]).toEqual([T - 20 * HOUR, false]);
    expect(room.store.commits[0]?.events).toMatchObject([{ data: { acknowledge: false } }]);
    const [kept] = await room.messages();
    expect(kept?.message?.reasons).toEqual(
      expect.arrayContaining(['found-by-sweep', 'sender-not-authenticated']),
    );
  });

  it('that had become a case in the end opens no second one', async () => {
    const room = new PostRoom();
    const first = await room.opened();
    expect(await room.ingest(aMail(), swept())).toMatchObject({ caseRef: first.id, outcome: 'duplicate' });
  });

  it.each([
    [{ 'x-ses-virus-verdict': 'PASS\nFAIL' }, 'virus-verdict'],
    [{ 'x-ses-spam-verdict': 'FAIL' }, 'spam-verdict'],
    [{ 'x-ses-spam-verdict': 'PASS', 'x-ses-virus-verdict': 'PASS' }, undefined],
  ])('is believed what was written into it only against it: %j', async (headers, quarantine) => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail({ headers }), swept());
    expect((await room.case(caseRef)).quarantine).toBe(quarantine);
    const ordinary = await new PostRoom().ingest(aMail({ headers }));
    expect(ordinary.outcome).toBe('opened');
  });
});

describe('the inbox of the intake', () => {
  it('keeps a mail that could not be dealt with, and lets go of one that became something', async () => {
    const room = new PostRoom();
    const taken: string[] = [];
    const deps = { ...room.deps(), inbox: memoryInbox(room.blobs, taken) };
    const at = await room.keep(aMail());
    const failing = { ...deps, rules: { current: () => Promise.reject(new Error('out of reach')) } };
    await expect(ingestMail(failing, at)).rejects.toThrow('out of reach');
    expect(taken).toEqual([]);
    await ingestMail(deps, at);
    await ingestMail(deps, at);
    expect(taken).toEqual([at.rawKey, at.rawKey]);
  });
});

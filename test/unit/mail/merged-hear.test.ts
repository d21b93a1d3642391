import { describe, expect, it } from 'vitest';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { AnsweringDesk } from './answering.ts';

const by = 'agent:salem' as const;
const tied = (to: string) => ({ to, as: 'merged-from', at: 0 }) as const;
const someone = (name: string, over: Partial<Case> = {}) =>
  aCase({
    beneficiary: aBeneficiary({ id: name, email: `${name}@example.com`, authenticated: true }),
    ...over,
  });

/** The case of Norah, into which that of Ali was merged after that of Huda was merged into his. */
async function matter() {
  const desk = new AnsweringDesk();
  const huda = someone('huda');
  const ali = someone('ali', { links: [tied(huda.id)] });
  const stranger = aCase({ beneficiary: { id: 's', email: 'stranger@example.com', authenticated: false } });
  const norah = someone('norah', { links: [tied(ali.id), tied(stranger.id)] });
  desk.store.seed(huda, ali, stranger, norah);
  const recipients = () => desk.mailer.sent.map(({ to }) => to.join()).sort();
  return { desk, norah, ali, huda, recipients };
}

async function replied({ desk, norah }: Awaited<ReturnType<typeof matter>>, alsoMerged?: true) {
  await desk.do(norah.id, { do: 'reply', by, ...(alsoMerged && { alsoMerged }) });
  const event = desk.event('rida.message.sent.v1');
  await saveMessage(desk.blobs, norah.id, {
    ...{ id: event.data.message, direction: 'out', channel: 'mail', at: 0, to: [], subject: '' },
    ...{ text: 'موعد الزيارة الأحد.', attachments: [], reasons: [] },
  });
  return notifyBeneficiary(desk, event);
}

describe('those whose cases were merged', () => {
  it('hear an answer when it is for them too, each once and under their own reference', async () => {
    const all = await matter();
    expect(await replied(all, true)).toBe('sent');
    expect(await notifyBeneficiary(all.desk, all.desk.event('rida.message.sent.v1'))).toBe('sent-before');
    expect(all.recipients()).toEqual(['ali@example.com', 'huda@example.com', 'norah@example.com']);
    const toAli = all.desk.mailer.sent.find(({ to }) => to.includes('ali@example.com'));
    const raw = Buffer.from(toAli?.raw ?? []).toString();
    expect(raw).toContain(all.ali.id.replaceAll('-', ''));
    for (const { id } of [all.norah, all.huda]) expect(raw).not.toContain(id.replaceAll('-', ''));
  });

  it('do not hear an answer that is for one', async () => {
    const all = await matter();
    await replied(all);
    expect(all.recipients()).toEqual(['norah@example.com']);
  });

  it('hear how it ended, however often cases were merged', async () => {
    const all = await matter();
    await all.desk.do(all.norah.id, { do: 'resolve', as: 'done', outcome: 'استُبدل المصباح.', by });
    await notifyBeneficiary(all.desk, all.desk.event('rida.case.resolved.v1'));
    expect(all.recipients()).toEqual(['ali@example.com', 'huda@example.com', 'norah@example.com']);
  });
});

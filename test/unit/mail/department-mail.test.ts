import { describe, expect, it } from 'vitest';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { AnsweringDesk } from './answering.ts';

const by = 'agent:salem' as const;
const mailOf = (id: string, text: string) => ({
  ...{ id, direction: 'in' as const, channel: 'mail' as const, at: 0, to: [], subject: '', text },
  ...{ attachments: [], reasons: [] },
});

async function asked(desk: AnsweringDesk): Promise<Case> {
  const supportCase = await desk.open({ cause: 'first' });
  const message = 'الحفرة أمام بيتي. جوالي 0501234567 وبريدي norah@example.com';
  await saveMessage(desk.blobs, supportCase.id, mailOf('first', message));
  const dueAt = desk.clock.now() + DAY;
  return desk.do(supportCase.id, { do: 'ask-department', department: 'planning', asks: false, dueAt, by });
}

describe('a question to a department', () => {
  it('is mailed once with what the beneficiary wrote, without their contact data', async () => {
    const desk = new AnsweringDesk();
    const { id } = await asked(desk);
    const event = desk.event('rida.department.asked.v1');
    expect([await notifyBeneficiary(desk, event), await notifyBeneficiary(desk, event)]).toEqual([
      'sent',
      'sent-before',
    ]);
    const { mail, to } = await desk.newest();
    expect(to).toEqual(['planning@rida.example']);
    expect(mail.text).toContain('الحفرة أمام بيتي');
    expect(mail.text).toContain(id);
    for (const personal of ['0501234567', 'norah@example.com', 'نورة']) {
      expect(mail.text).not.toContain(personal);
      expect(mail.html).not.toContain(personal);
    }
    expect(mail.replyTo).toMatchObject({ address: `help+${id.replaceAll('-', '')}@rida.example` });
    // A separate thread: it does not reveal the Message-ID of the beneficiary.
    expect(mail.inReplyTo).toBeNull();
  });

  it('that was withdrawn since then is not asked', async () => {
    const desk = new AnsweringDesk();
    const { id } = await asked(desk);
    const event = desk.event('rida.department.asked.v1');
    await desk.do(id, { do: 'withdraw-request', request: event.data.request, by });
    expect(await notifyBeneficiary(desk, event)).toBe('not-wanted');
    expect(desk.mailer.sent).toEqual([]);
  });
});

describe('the beneficiary of a merged case', () => {
  it('hears how it ended under their own reference, though the other beneficiary only called', async () => {
    const desk = new AnsweringDesk();
    const written = await desk.open();
    const called = await desk.open({ beneficiary: { id: 'b-ali' } });
    const { email: _, ...beneficiary } = called.beneficiary;
    desk.store.seed({
      ...called,
      beneficiary,
      links: [{ to: written.id, as: 'merged-from', at: desk.clock.now() }],
    });
    await desk.do(called.id, { do: 'resolve', as: 'done', outcome: 'رُدمت الحفرة.', by });
    expect(await notifyBeneficiary(desk, desk.event('rida.case.resolved.v1'))).toBe('no-address');
    const { mail, to } = await desk.newest();
    expect(to).toEqual(['norah@example.com']);
    expect(mail.subject).toContain(written.id);
    expect(mail.text).toContain('رُدمت الحفرة.');
  });
});

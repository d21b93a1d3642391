import { describe, expect, it } from 'vitest';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { AnsweringDesk } from './answering.ts';

/** A desk with a reply of an agent that has a file and a copy recipient. */
async function answered(keepFile = true) {
  const desk = new AnsweringDesk();
  const { id } = await desk.open();
  await desk.do(id, { do: 'reply', by: 'agent:salem' });
  const event = desk.event('rida.message.sent.v1');
  const key = `cases/${id}/${event.data.message}/1`;
  if (keepFile) await desk.blobs.put(key, new TextEncoder().encode('%PDF-1.7'), 'application/octet-stream');
  await saveMessage(desk.blobs, id, {
    ...{ id: event.data.message, direction: 'out', channel: 'mail', at: 0, to: [], subject: '' },
    ...{ text: 'المرفق خطاب الاعتماد', reasons: [], cc: ['deputy@example.com', 'b@example.com'] },
    attachments: [{ name: 'خطاب الاعتماد رقم 12.pdf', type: 'application/pdf', size: 8, key }],
  });
  return { desk, event };
}

describe('an answer with files and copies', () => {
  it('goes out whole, once, to everybody it names', async () => {
    const { desk, event } = await answered();
    expect([await notifyBeneficiary(desk, event), await notifyBeneficiary(desk, event)]).toEqual([
      'sent',
      'sent-before',
    ]);
    const { mail, raw, to } = await desk.newest();
    expect(desk.mailer.sent).toHaveLength(1);
    expect(to).toEqual(['norah@example.com', 'deputy@example.com', 'b@example.com']);
    expect(raw).toMatch(/^Cc: deputy@example\.com, b@example\.com\r$/mu);
    expect(mail.attachments).toMatchObject([{ name: 'خطاب الاعتماد رقم 12.pdf', type: 'application/pdf' }]);
    expect(new TextDecoder().decode(mail.attachments[0]?.content)).toBe('%PDF-1.7');
    expect(mail.text).toContain('المرفق خطاب الاعتماد');
  });

  it('that a relay refuses for one of them is on the case as failed there, and nowhere else', async () => {
    const { desk, event } = await answered();
    const send = async () => ({
      providerId: 'r-1',
      refused: [{ address: 'deputy@example.com', permanent: true, status: '5.1.1' }],
    });
    const failing = { ...desk, store: desk.store, blobs: desk.blobs, rules: desk.rules, mailer: { send } };
    expect([await notifyBeneficiary(failing, event), await notifyBeneficiary(failing, event)]).toEqual([
      'sent',
      'sent-before',
    ]);
    const messages = desk.store.commits.flatMap(({ events }) =>
      events.flatMap(({ type, data }) => (type === 'rida.message.failed.v1' ? [data] : [])),
    );
    expect(messages).toEqual([
      expect.objectContaining({ reason: 'bounced', recipient: 'other', permanent: true, status: '5.1.1' }),
    ]);
    expect((await desk.store.load('case', event.subject))?.beneficiary.failing).toBeUndefined();
  });

  it('does not go out without a file that is missing', async () => {
    const { desk, event } = await answered(false);
    await expect(notifyBeneficiary(desk, event)).rejects.toThrow(
      'an attachment of a reply is not in the store',
    );
    expect(desk.mailer.sent).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { notify } from '#functions/desk/notify.ts';
import { saveMessage } from '#shared/casework/messages.ts';
import { AnsweringDesk } from './answering.ts';

/** A desk on which an agent answered with a file and a copy. */
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
    expect([await notify(desk, event), await notify(desk, event)]).toEqual(['sent', 'sent-before']);
    const { mail, raw, to } = await desk.newest();
    expect(desk.mailer.sent).toHaveLength(1);
    expect(to).toEqual(['norah@example.com', 'deputy@example.com', 'b@example.com']);
    expect(raw).toMatch(/^Cc: deputy@example\.com, b@example\.com\r$/mu);
    expect(mail.attachments).toMatchObject([{ name: 'خطاب الاعتماد رقم 12.pdf', type: 'application/pdf' }]);
    expect(new TextDecoder().decode(mail.attachments[0]?.content)).toBe('%PDF-1.7');
    expect(mail.text).toContain('المرفق خطاب الاعتماد');
  });

  it('does not go out without a file that is missing', async () => {
    const { desk, event } = await answered(false);
    await expect(notify(desk, event)).rejects.toThrow('a file of an answer');
    expect(desk.mailer.sent).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Audience } from '#events/vocabulary.ts';
import { addressOf, escalate } from '#functions/sla/escalate.ts';
import { isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import type { EventsOf } from '#shared/runtime/chain-events.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { AnsweringDesk } from '../desk/answering.ts';

type Told = EventsOf<'sla/escalate'>;
const envelope = (subject: string, name: string) => ({
  ...{
    id: causeId(name),
    source: 'rida.sla',
    subject,
    subjectVersion: 1,
    correlationId: 'x',
    causationId: 'x',
  },
  ...{ time: isoInstant(T), recordedTime: isoInstant(T) },
});
const shared = (tell: Audience) =>
  ({ clock: 'resolution', generation: 0, tell, department: 'operations' }) as const;
const sla = (type: 'rida.sla.warned.v1' | 'rida.sla.breached.v1', subject: string, tell: Audience): Told => ({
  ...envelope(subject, type),
  type,
  data: { ...shared(tell), dueAt: isoInstant(T + 30 * MINUTE), priority: 'normal' },
});
const escalated = (subject: string, level: number, tell: Audience): Told => ({
  ...envelope(subject, `escalated ${level}`),
  type: 'rida.case.escalated.v1',
  data: { ...shared(tell), level },
});

describe('where an audience reads its mail', () => {
  it.each<[Audience, string]>([
    ['assignee', 'operations@rida.example'],
    ['supervisor', 'supervisor@rida.example'],
    ['department-head', 'operations.head@rida.example'],
    ['leadership', 'leadership@rida.example'],
  ])('%s: %s', (audience, address) => {
    expect(addressOf(shippedRules, audience, 'operations')).toBe(address);
  });

  it('of a department that is no more is that of the department that takes what nobody else does', () => {
    expect(addressOf(shippedRules, 'department-head', 'abolished')).toBe('care.head@rida.example');
    expect(addressOf(shippedRules, 'assignee', 'abolished')).toBe('care@rida.example');
  });
});

describe('staff', () => {
  it.each([
    [
      'a warning',
      (id: string) => sla('rida.sla.warned.v1', id, 'supervisor'),
      'supervisor@rida.example',
      'تنبيه: اقترب موعد إنهاء المعاملة',
    ],
    [
      'a breach',
      (id: string) => sla('rida.sla.breached.v1', id, 'supervisor'),
      'supervisor@rida.example',
      'تأخر إنهاء المعاملة عن موعده',
    ],
    [
      'the second level',
      (id: string) => escalated(id, 2, 'department-head'),
      'operations.head@rida.example',
      'تصعيد: ما زال إنهاء المعاملة متأخرًا',
    ],
    [
      'the third level',
      (id: string) => escalated(id, 3, 'leadership'),
      'leadership@rida.example',
      'تصعيد: ما زال إنهاء المعاملة متأخرًا',
    ],
  ] as const)("are told of %s once, without the beneficiary's data", async (_, eventFor, address, title) => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open({ language: 'en' });
    const event = eventFor(id);
    expect([await escalate(desk, event), await escalate(desk, event)]).toEqual(['sent', 'sent-before']);
    expect(desk.mailer.sent).toHaveLength(1);
    const { mail, raw, to } = await desk.newest();
    expect(to).toEqual([address]);
    expect(mail.subject).toBe(`[رضا ${id}] ${title}`);
    expect(mail.text).toContain(`http://localhost:3000/cases/${id}`);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/mu);
    // Not in the beneficiary's thread, and no answer comes back to the case.
    expect(mail).toMatchObject({ inReplyTo: null, references: [], replyTo: null });
    for (const personal of ['norah', 'نورة', 'كلمات المستفيد']) {
      expect(mail.text).not.toContain(personal);
      expect(mail.html).not.toContain(personal);
    }
  });

  it('of the first level are told by the breach itself, not twice', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    expect(await escalate(desk, escalated(id, 1, 'supervisor'))).toBe('merged');
    expect(desk.mailer.sent).toEqual([]);
  });

  it('of different levels are each told', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    for (const level of [2, 3]) await escalate(desk, escalated(id, level, 'leadership'));
    expect(new Set(desk.mailer.sent.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('are told of a mail in quarantine by its reason only', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const event: Told = {
      ...envelope(id, 'quarantined'),
      source: 'rida.intake',
      type: 'rida.mail.quarantined.v1',
      data: { reason: 'virus-verdict', rawKey: 'mail/secret', department: 'care' },
    };
    expect(await escalate(desk, event)).toBe('sent');
    const { mail, to } = await desk.newest();
    expect(to).toEqual(['supervisor@rida.example']);
    expect(mail.text).toContain('virus-verdict');
    expect(mail.text).not.toContain('secret');
  });
});

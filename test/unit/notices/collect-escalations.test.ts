import { describe, expect, it } from 'vitest';
import type { EventsOf } from '#events/registry.ts';
import type { Audience } from '#events/vocabulary.ts';
import { collectEscalations } from '#functions/notices/collect-escalations.ts';
import { sendDigest } from '#functions/notices/send-digest.ts';
import { tickDigest } from '#shared/application/digests.ts';
import { addressOfReader, readerOf } from '#shared/domain/notices/reader.ts';
import { HOUR, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { AnsweringDesk } from '../mail/answering.ts';

type Collected = EventsOf<'notices/collect-escalations'>;
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
const sla = (
  type: 'rida.sla.warned.v1' | 'rida.sla.breached.v1',
  subject: string,
  tell: Audience,
): Collected => ({
  ...envelope(subject, type),
  type,
  data: { ...shared(tell), dueAt: isoInstant(T + 30 * MINUTE), priority: 'normal' },
});
const escalated = (subject: string, level: number, tell: Audience): Collected => ({
  ...envelope(subject, `escalated ${level}`),
  type: 'rida.case.escalated.v1',
  data: { ...shared(tell), level, dueAt: isoInstant(T), priority: 'normal' },
});

const huda = {
  ...{ user: 'huda', name: { ar: 'هدى', en: 'Huda' }, email: 'huda@rida.example' },
  ...{ departments: ['operations'], skills: [], languages: ['ar' as const], capacity: 9 },
};
const withHuda = { ...shippedRules, staff: new Map([['huda', huda]]) };

/** Let the collected notices become due, and mail them. */
async function digestSentAt(desk: AnsweringDesk, reader: string, now: number): Promise<void> {
  const before = desk.store.commits.length;
  desk.clock.set(now);
  await tickDigest({ store: desk.store, rules: withHuda, now }, reader);
  if (desk.store.commits.length > before) await sendDigest(desk, desk.event('rida.notices.due.v1', reader));
}

describe('where an audience reads its mail', () => {
  it.each<[Audience, string]>([
    ['assignee', 'operations@rida.example'],
    ['supervisor', 'supervisor@rida.example'],
    ['department-head', 'operations.head@rida.example'],
    ['leadership', 'leadership@rida.example'],
  ])('%s: %s', (audience, address) => {
    const reader = readerOf(audience, { department: 'operations', assignee: 'huda' }, shippedRules);
    expect(addressOfReader(reader, shippedRules)).toBe(address);
  });

  it('of an assignee whom the settings know is their own', () => {
    const reader = readerOf('assignee', { department: 'operations', assignee: 'huda' }, withHuda);
    expect(addressOfReader(reader, withHuda)).toBe('huda@rida.example');
  });

  it('of a removed department is that of the fallback department', () => {
    expect(addressOfReader('head:abolished', shippedRules)).toBe('care.head@rida.example');
    expect(addressOfReader('department:abolished', shippedRules)).toBe('care@rida.example');
  });
});

describe('staff', () => {
  it('get twelve cases in one mail, each once however often it is delivered', async () => {
    const desk = new AnsweringDesk();
    const events: Collected[] = [];
    for (let n = 0; n < 12; n += 1) {
      const { id } = await desk.open({ language: 'en' });
      events.push({
        ...sla('rida.sla.breached.v1', id, 'supervisor'),
        id: causeId(`breach ${id}`),
      } as Collected);
    }
    expect(await collectEscalations(desk, events)).toBe(12);
    expect(await collectEscalations(desk, [...events.slice(3), ...events])).toBe(0);
    await digestSentAt(desk, 'supervisor', T + 2 * MINUTE);
    expect(desk.mailer.sent).toHaveLength(1);
    expect(await collectEscalations(desk, events)).toBe(0);
    await digestSentAt(desk, 'supervisor', T + HOUR);
    expect(desk.mailer.sent).toHaveLength(1);
    const { mail, raw, to } = await desk.newest();
    expect(to).toEqual(['supervisor@rida.example']);
    for (const { subject } of events) expect(mail.html).toContain(`http://localhost:3000/cases/${subject}`);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/mu);
    expect(mail).toMatchObject({ inReplyTo: null, references: [], replyTo: null });
    for (const personal of ['norah', 'نورة', 'كلمات المستفيد']) {
      expect(mail.text).not.toContain(personal);
      expect(mail.html).not.toContain(personal);
    }
  });

  it('of the first level are told by the breach itself, and of new terms not at all', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const byTerms = sla('rida.sla.breached.v1', id, 'supervisor');
    if (byTerms.type !== 'rida.sla.breached.v1') throw new Error('no breach');
    const events = [
      escalated(id, 1, 'supervisor'),
      { ...byTerms, data: { ...byTerms.data, cause: 'terms' as const } },
    ];
    expect(await collectEscalations(desk, events)).toBe(0);
  });

  it('get one mail each: watchers, and the assignee', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const warned = sla('rida.sla.warned.v1', id, 'assignee');
    const data = { ...warned.data, assignee: 'salem', staffToNotify: ['huda', 'unknown'] };
    expect(
      await collectEscalations({ ...desk, rules: rulesOf(withHuda) }, [{ ...warned, data } as Collected]),
    ).toBe(2);
    expect(await desk.store.waitingNotices('user:huda', 10)).toMatchObject([{ notice: { kind: 'warned' } }]);
    expect(await desk.store.waitingNotices('department:operations', 10)).toMatchObject([
      { notice: { kind: 'warned', case: id } },
    ]);
  });

  it('are left alone in quiet hours, but for what is urgent', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const night = Date.parse('2026-01-04T20:30:00Z');
    desk.clock.set(night);
    await collectEscalations(desk, [sla('rida.sla.warned.v1', id, 'supervisor')]);
    const next = async () => (await desk.store.load('digest', 'supervisor'))?.nextDueAt;
    expect(await next()).toBe(Date.parse('2026-01-05T04:00:00Z'));
    const urgent = sla('rida.sla.breached.v1', id, 'supervisor');
    await collectEscalations(desk, [
      { ...urgent, data: { ...urgent.data, priority: 'urgent' } } as Collected,
    ]);
    expect(await next()).toBe(night + 2 * MINUTE);
  });

  it('get a notice of a mail in quarantine, and no content of it', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const event: Collected = {
      ...envelope(id, 'quarantined'),
      source: 'rida.intake',
      type: 'rida.mail.quarantined.v1',
      data: { reason: 'too-deep', rawKey: 'mail/secret', department: 'care' },
    };
    expect(await collectEscalations(desk, [event])).toBe(1);
    await digestSentAt(desk, 'supervisor', T + 2 * MINUTE);
    const { mail, to } = await desk.newest();
    expect(to).toEqual(['supervisor@rida.example']);
    expect(mail.subject).toContain('رسالة تحتاج إلى مراجعة');
    expect(mail.text).not.toContain('secret');
  });

  it.each(['spam-verdict', 'virus-verdict'])('are told nothing of a mail set aside: %s', async (reason) => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const event: Collected = {
      ...envelope(id, 'quarantined'),
      source: 'rida.intake',
      type: 'rida.mail.quarantined.v1',
      data: { reason, rawKey: 'mail/1', department: 'care' },
    };
    expect(await collectEscalations(desk, [event])).toBe(0);
  });
});

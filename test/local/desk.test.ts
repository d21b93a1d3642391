import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ConsoleAgent, signInAt } from '#infra/demo/agent.ts';
import { applyDecree } from '#infra/demo/change-settings.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { deadlinesOf } from '#shared/domain/cases/clocks.ts';
import { UNDO_MS } from '#shared/domain/cases/decisions/held-reply.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { aCentre, aFolder, allCases, aMail, eventsOf, mailsTo, onlyCase } from './support.ts';

const SUPERVISOR = 'supervisor@rida.example';

/** Report a burst pipe by mail. */
const report = (centre: LocalCentre, user: string): Promise<void> =>
  handIn(
    centre.smtpPort,
    aMail({ from: { name: user, address: `${user}@example.com` }, messageId: `<${user}@example.com>` }),
  );

const caseOf = async (centre: LocalCentre, user: string): Promise<Case> => {
  const supportCase = (await allCases(centre)).find(({ beneficiary }) =>
    beneficiary.email?.startsWith(`${user}@`),
  );
  if (!supportCase) throw new Error(`there is no case of ${user}`);
  return supportCase;
};

const supervisorAt = (centre: LocalCentre): Promise<ConsoleAgent> =>
  signInAt(centre.url, 'maha', 'مها', 'supervisor');

const noneIsDead = ({ bus }: LocalCentre): boolean => bus.queueDepths().every(({ dead }) => dead === 0);

/** Return when an event of a deadline was published. A breach is published a millisecond after it. */
const announced = async (centre: LocalCentre, id: string, type: string, clock: string): Promise<number[]> =>
  (await centre.store.timeline('case', id)).flatMap(({ at, events }) =>
    events.flatMap((event) =>
      event.type === type && 'clock' in event.data && event.data.clock === clock ? [at] : [],
    ),
  );

/** Return when mails were sent to an address, oldest first. */
const sentTo = ({ outbox }: LocalCentre, address: string): number[] =>
  (outbox?.list(1000) ?? [])
    .filter(({ to }) => to.includes(address))
    .map(({ sentAt }) => sentAt)
    .reverse();

test('a merge keeps the earliest deadline, and both beneficiaries get the resolution', async () => {
  const centre = await aCentre();
  await report(centre, 'norah');
  await centre.advance(HOUR);
  await report(centre, 'saad');
  await centre.settle();
  const [first, second] = [await caseOf(centre, 'norah'), await caseOf(centre, 'saad')];
  const rules = await centre.rules.current();
  const owed = deadlinesOf(first, rules, centre.clock.now());
  expect(deadlinesOf(second, rules, centre.clock.now()).resolution).not.toBe(owed.resolution);

  const supervisor = await supervisorAt(centre);
  await supervisor.act(first.id, 'merge', { into: second.id });
  await centre.settle();
  const kept = await caseOf(centre, 'saad');
  expect(deadlinesOf(kept, rules, centre.clock.now())).toMatchObject(owed);

  await supervisor.act(second.id, 'resolve', { ended: 'done', outcome: 'أُصلحت الماسورة.' });
  await centre.settle();
  for (const { id, beneficiary } of [first, second]) {
    const mails = await mailsTo(centre, beneficiary.email ?? '');
    expect(mails).toHaveLength(2);
    expect(mails[1]?.subject).toContain(id);
    expect(mails[1]?.text).toContain('أُصلحت الماسورة.');
  }
  expect(noneIsDead(centre)).toBe(true);
});

test('a department that is asked by mail answers by mail', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const supervisor = await supervisorAt(centre);
  await supervisor.act(id, 'ask', { department: 'planning', dueAt: '', text: 'هل العمود ضمن التوسعة؟' });
  await centre.settle();
  const [question] = await mailsTo(centre, 'planning@rida.example');
  expect(question?.text).toContain('هل العمود ضمن التوسعة؟');
  expect(question?.replyTo?.address).toBe(`help+${id.replaceAll('-', '')}@rida.example`);

  await centre.advance(10 * MINUTE);
  const answer = {
    from: { name: 'التخطيط', address: 'planning@rida.example' },
    to: question?.replyTo?.address ?? '',
    subject: `Re: ${question?.subject}`,
    text: 'نعم، وينتهي المشروع الشهر القادم.',
    inReplyTo: question?.messageId ?? '',
    messageId: '<answer@planning.rida.example>',
    // Both deliveries have the same bytes.
    date: new Date(centre.clock.now()),
  };
  await handIn(centre.smtpPort, answer);
  await handIn(centre.smtpPort, answer);
  await centre.settle();
  const { status, requests } = await onlyCase(centre);
  expect(status).toBe('open');
  expect(requests).toMatchObject([{ ended: { how: 'answered', by: 'department:planning' } }]);
  expect(await supervisor.page(`/cases/${id}`)).toContain('وينتهي المشروع الشهر القادم');
  expect(await mailsTo(centre, 'norah@example.com')).toHaveLength(1);
  expect(noneIsDead(centre)).toBe(true);
});

test('an absence reassigns cases by the rule, and returns them to the queue when no colleague is available', async () => {
  const settings = join(aFolder(), 'settings.json');
  const common = { departments: ['operations'], skills: [], languages: ['ar', 'en'], capacity: 20 };
  const staff = [
    { user: 'huda', name: { ar: 'هدى', en: 'Huda' }, email: 'huda@rida.example', ...common },
    { user: 'salem', name: { ar: 'سالم', en: 'Salem' }, email: 'salem@rida.example', ...common },
  ];
  writeFileSync(settings, JSON.stringify({ staff }));
  const centre = await aCentre({ settings });
  for (const user of ['norah', 'saad', 'reem', 'fahad']) {
    await report(centre, user);
    await centre.settle();
  }
  const assignees = async () => (await allCases(centre)).map(({ assignee }) => assignee).sort();
  expect(await assignees()).toEqual(['huda', 'huda', 'salem', 'salem']);

  const supervisor = await supervisorAt(centre);
  const away = (user: string) => ({ user, from: '2026-01-04T10:05', until: '', handOverTo: '' });
  await supervisor.send('/absence', '/absence/plan', away('salem'));
  await centre.settle();
  expect(await assignees()).toEqual(['huda', 'huda', 'salem', 'salem']);
  await centre.advance(6 * MINUTE);
  expect(await assignees()).toEqual(['huda', 'huda', 'huda', 'huda']);
  await supervisor.send('/absence', '/absence/plan', away('huda'));
  await centre.settle();
  expect(await assignees()).toEqual([undefined, undefined, undefined, undefined]);
  expect(noneIsDead(centre)).toBe(true);
});

test('a decree that ends the day early moves the deadline, and the breach comes at the new time', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const noon = Date.UTC(2026, 0, 4, 9, 0);
  const due = async () =>
    deadlinesOf(await onlyCase(centre), await centre.rules.current(), centre.clock.now()).firstResponse;
  expect(await due()).toBe(noon);
  const moved = await applyDecree(centre, 'maha', {
    ...{ on: '2026-01-04', kind: 'closed', from: '11:00' },
    name: { ar: 'ينتهي الدوام عند الحادية عشرة', en: 'The day ends at eleven' },
  });
  expect(moved).toBe(1);
  const nextMorning = Date.UTC(2026, 0, 5, 5, 30);
  expect(await due()).toBe(nextMorning);
  await centre.advance(DAY);
  expect(await announced(centre, id, 'rida.sla.breached.v1', 'firstResponse')).toEqual([nextMorning + 1]);
});

test('a decree that opens a day of rest brings the deadline and its timer forward', async () => {
  const thursday = Date.UTC(2026, 0, 8, 11, 0);
  const centre = await aCentre({ below: { now: () => thursday } });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  await applyDecree(centre, 'maha', {
    ...{ on: '2026-01-09', kind: 'open', from: '08:00', to: '12:00' },
    name: { ar: 'دوام استثنائي', en: 'An extraordinary working day' },
  });
  await centre.advance(DAY);
  // Half an hour of the two hours remained on Thursday; the rest counts on Friday.
  const friday = Date.UTC(2026, 0, 9, 6, 30);
  expect(await announced(centre, id, 'rida.sla.breached.v1', 'firstResponse')).toEqual([friday + 1]);
});

test('twelve deadlines that pass together are told in one mail', async () => {
  const centre = await aCentre();
  const users = Array.from({ length: 12 }, (_, at) => `person-${at}`);
  for (const user of users) await report(centre, user);
  await centre.settle();
  await centre.advance(2 * HOUR + 5 * MINUTE);
  const [notice, ...others] = await mailsTo(centre, SUPERVISOR);
  expect(others).toEqual([]);
  expect(notice?.subject).toContain('12');
  for (const { id } of await allCases(centre)) expect(notice?.text).toContain(id);
});

test('a promise missed at night is told in the morning', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const supervisor = await supervisorAt(centre);
  await supervisor.act(id, 'reply', { text: 'سنتصل بك الليلة.' });
  await supervisor.act(id, 'promise', { dueAt: '2026-01-04T22:30' });
  await centre.settle();
  const night = Date.UTC(2026, 0, 4, 19, 30);
  await centre.advance(night + HOUR - centre.clock.now());
  expect(await announced(centre, id, 'rida.sla.breached.v1', 'followUp')).toEqual([night + 1]);
  const before = sentTo(centre, SUPERVISOR);
  expect(before.every((at) => at < night)).toBe(true);
  await centre.advance(DAY / 2);
  const [morning] = sentTo(centre, SUPERVISOR).slice(before.length);
  expect(morning).toBe(Date.UTC(2026, 0, 5, 4, 0));
  expect(await eventsOf(centre, id)).toContain('rida.sla.breached.v1');
});

test('a reply leaves after its seconds to undo, and one that is undone never leaves', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const supervisor = await supervisorAt(centre);
  const texts = async () => (await mailsTo(centre, 'norah@example.com')).map(({ text }) => text);
  const before = (await texts()).length;
  await supervisor.act(id, 'reply', { text: 'أُرسل بالخطأ.' });
  const { heldReply } = await onlyCase(centre);
  await centre.advance(UNDO_MS - 1);
  await supervisor.act(id, 'undo-reply', { message: heldReply?.message ?? '' });
  await centre.advance(HOUR);
  expect(await texts()).toHaveLength(before);
  await supervisor.act(id, 'reply', { text: 'يصل الفريق غدًا.', andResolve: '1' });
  await centre.advance(UNDO_MS - 1);
  expect(await texts()).toHaveLength(before);
  expect((await onlyCase(centre)).status).not.toBe('resolved');
  await centre.advance(1);
  const [reply, outcome, ...more] = (await texts()).slice(before);
  expect(reply).toContain('يصل الفريق غدًا.');
  expect(outcome).toContain('أجبناك في رسالتنا السابقة.');
  expect(more).toEqual([]);
  expect((await onlyCase(centre)).status).toBe('resolved');
});

import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { outcomeLink, respondToOutcome } from '#infra/demo/respondent.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCentre, aFolder, allCases, aMail, eventsOf, mailsTo, onlyCase } from './support.ts';

test('time that passes warns, then breaches, then escalates to the head of department', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  await centre.advance(2 * DAY);

  const commits = await centre.store.timeline('case', id);
  const first = commits.flatMap(({ at, events }) =>
    events.flatMap(({ type, data }) =>
      'clock' in data && 'tell' in data && data.clock === 'firstResponse'
        ? [{ at, type, tell: data.tell }]
        : [],
    ),
  );
  expect(first.map(({ type, tell }) => `${type} ${tell}`)).toEqual([
    'rida.sla.warned.v1 assignee',
    'rida.sla.breached.v1 supervisor',
    'rida.case.escalated.v1 supervisor',
    'rida.case.escalated.v1 department-head',
  ]);
  const times = first.map(({ at }) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(3);
  expect((await mailsTo(centre, 'operations.head@rida.example')).length).toBeGreaterThan(0);
});

test('a discontent answer reopens the case and informs the supervisor', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  await agent.act(id, 'resolve', { ended: 'done', outcome: 'أُصلح العمود.' });
  await centre.settle();
  await centre.advance(25 * HOUR);
  const mails = await mailsTo(centre, 'norah@example.com');
  const link = mails.map(({ text }) => outcomeLink(text)).find((found) => found !== undefined) ?? '';
  const alerts = async () =>
    (await mailsTo(centre, 'supervisor@rida.example')).filter(({ subject }) => !subject.includes('التقرير'));
  const before = await alerts();

  await respondToOutcome(link, { score: 1, finished: 'no', comment: 'ما زال مطفأ' }, (ms) =>
    centre.advance(ms),
  );
  await centre.settle();
  expect((await onlyCase(centre)).status).toBe('open');
  expect(await eventsOf(centre, id)).toContain('rida.case.reopened.v1');
  expect(await alerts()).toHaveLength(before.length + 1);
});

test('a restart neither turns time back nor forgets a case', async () => {
  const data = aFolder();
  const before = await aCentre({ data });
  await handIn(before.smtpPort, aMail());
  await before.settle();
  await before.advance(DAY);
  const supportCase = await onlyCase(before);
  const now = before.clock.now();
  await before.close();

  const after = await aCentre({ data });
  expect(after.clock.now()).toBe(now);
  expect(await onlyCase(after)).toEqual(supportCase);
});

/** Return how many mails an address got beside the reports of the figures, and the words of the newest. */
async function newestTo({ outbox, parseMail }: LocalCentre, address: string) {
  const sent = (outbox?.list(5000) ?? []).filter(
    ({ to, subject }) => to.includes(address) && !subject.includes('التقرير'),
  );
  const mail = await parseMail((await outbox?.raw(sent[0]?.id ?? '')) ?? new Uint8Array());
  return { count: sent.length, text: mail.kind === 'parsed' ? mail.text : '' };
}

test('thirty overdue cases are named by the digest of every week until they move', async () => {
  const centre = await aCentre();
  for (let n = 0; n < 30; n += 1)
    await handIn(
      centre.smtpPort,
      aMail({ from: { name: 'نورة', address: `n${n}@example.com` }, messageId: `<n${n}@example.com>` }),
    );
  await centre.settle();
  const [first = '', ...others] = (await allCases(centre)).map(({ id }) => id as string);
  expect(others).toHaveLength(29);
  const readers = ['supervisor', 'leadership', 'operations', 'operations.head'].map(
    (name) => `${name}@rida.example`,
  );
  // In the first week the cases become overdue and are escalated.
  await centre.advance(7 * DAY);
  for (let week = 2; week <= 5; week += 1) {
    const before = await Promise.all(readers.map((reader) => newestTo(centre, reader)));
    await centre.advance(7 * DAY);
    for (const [at, reader] of readers.entries()) {
      const { count, text } = await newestTo(centre, reader);
      expect(count, `${reader}, week ${week}`).toBeGreaterThanOrEqual((before[at]?.count ?? 0) + 5);
      expect(text).toContain('30 معاملة متأخرة عن موعدها');
      for (const reference of [first, ...others]) expect(text).toContain(reference);
    }
  }
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  const resolve = (id: string) => agent.act(id, 'resolve', { ended: 'done', outcome: 'أُصلح العمود.' });
  for (const reference of others) await resolve(reference);
  await centre.settle();
  await centre.advance(4 * DAY);
  for (const reader of readers) {
    const { text } = await newestTo(centre, reader);
    expect(text).toContain('معاملة واحدة متأخرة عن موعدها');
    expect(text).toContain(first);
    expect(text).not.toContain(others[0]);
  }
  await resolve(first);
  await centre.settle();
  const before = await Promise.all(readers.map((reader) => newestTo(centre, reader)));
  await centre.advance(7 * DAY);
  expect(await Promise.all(readers.map((reader) => newestTo(centre, reader)))).toEqual(before);
}, 60_000);

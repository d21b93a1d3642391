import { expect, test } from 'vitest';
import { signInAt } from '#infra/demo/agent.ts';
import { handles } from '#infra/demo/answering.ts';
import { arabic, rating, report } from '#infra/demo/menus.ts';
import { outcomeLink, respondToOutcome } from '#infra/demo/respondent.ts';
import { callIn, goOn } from '#infra/demo/scripted-caller.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { logFile, readLog } from '#infra/local/log-file.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { trace } from '#infra/tools/trace-command.ts';
import type { TraceEntry } from '#infra/tools/trace-story.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { runHere } from '#test/builders/run-command.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aCentre, aFolder, allCases, aMail, mailsTo, onlyCase } from './support.ts';

/** Open a centre that writes its log, as `npm start` does. */
async function aLoggingCentre(): Promise<{ centre: LocalCentre; data: string }> {
  const data = aFolder();
  const file = logFile(data);
  let clock: Clock = { now: () => WORKING_MORNING };
  const logger = createLogger({ service: 'local/centre', now: () => clock.now(), write: file.write });
  const centre = await aCentre({ data, logger });
  clock = centre.clock;
  return { centre, data };
}

async function traced(data: string, reference: string) {
  const { status, out, err } = await runHere(trace, [reference, '--data', data, '--json']);
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out) as {
    reference: string;
    cases: string[];
    calls: string[];
    correlationId: string;
    correlationIds: string[];
    entries: TraceEntry[];
  };
}

const textsOf = (entries: readonly TraceEntry[], what: TraceEntry['what']) =>
  entries.filter((entry) => entry.what === what).map(({ text }) => text);

test('a mail is traced from its arrival to the survey, in time order and by its correlation id', async () => {
  const { centre, data } = await aLoggingCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  await agent.act(id, 'resolve', { ended: 'done', outcome: 'استُبدل المصباح.' });
  await centre.settle();
  await centre.advance(25 * HOUR);
  const mails = await mailsTo(centre, 'norah@example.com');
  const link = mails.map(({ text }) => outcomeLink(text)).find((found) => found !== undefined);
  await respondToOutcome(link ?? '', { score: 5, finished: 'yes' }, (ms) => centre.advance(ms));
  await centre.settle();

  const { reference, cases, correlationId, entries } = await traced(
    data,
    id.toLowerCase().replaceAll('-', ' '),
  );
  expect([reference, cases]).toEqual([id, [id]]);
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort());
  expect(entries[0]).toMatchObject({ what: 'arrived', text: 'a new case arrived, by mail', correlationId });
  expect(textsOf(entries, 'arrived').at(-1)).toBe('the answer to the survey arrived, by mail');
  expect(textsOf(entries, 'event')).toEqual([
    'rida.case.opened.v1',
    'rida.case.resolved.v1',
    'rida.survey.invited.v1',
    'rida.survey.answered.v1',
    'rida.outcome.answered.v1',
    'rida.case.closed.v1',
  ]);
  expect(textsOf(entries, 'sent')).toHaveLength(2);
  const written = entries.filter(({ what }) => what === 'item' || what === 'event' || what === 'sent');
  expect(new Set(written.map((entry) => entry.correlationId))).toEqual(new Set([correlationId]));
  const logged = entries.filter(({ what }) => what === 'log');
  expect(logged.map(({ detail }) => detail.service)).toEqual(
    expect.arrayContaining(['mail/mail-intake', 'mail/notify-beneficiary', 'sla/clock', 'surveys/invite']),
  );
  const first = logged.filter((line) => line.correlationId === correlationId);
  expect(first.map(({ detail }) => detail.service)).toEqual(
    expect.arrayContaining(['mail/mail-intake', 'mail/notify-beneficiary']),
  );
  expect(JSON.stringify(entries)).not.toMatch(/norah@example|إنارة/u);
});

test('a call is traced with its case, its own record and its rating', async () => {
  const { centre, data } = await aLoggingCentre();
  const view = await callIn(centre.switchboard, '+966501234567', [...arabic, ...report]);
  const { id } = await onlyCase(centre);
  await centre.advance(30_000);
  const left = async () => void (await goOn(centre.switchboard, view, rating(5, true)));
  const pass = (ms: number) => centre.advance(ms);
  await handles(centre.switchboard.desk, 'salem', { talkMs: 3 * MINUTE, pass, left });
  await centre.advance(5 * MINUTE);

  const { calls, correlationId, entries } = await traced(data, id);
  expect([calls, correlationId]).toEqual([[view.id], view.id]);
  expect(textsOf(entries, 'event')).toEqual(
    expect.arrayContaining(['rida.case.opened.v1', 'rida.call.ended.v1', 'rida.call.rated.v1']),
  );
  const services = entries.flatMap(({ what, detail }) => (what === 'log' ? [detail.service] : []));
  expect(services).toEqual(
    expect.arrayContaining([
      ...['telephone/inbound-flow', 'telephone/contact-events', 'telephone/contact-records'],
      'telephone/survey-flow',
    ]),
  );
  expect(JSON.stringify(entries)).not.toContain('501234567');
});

test('a merged case is followed into the case that continues it', async () => {
  const { centre, data } = await aLoggingCentre();
  await handIn(centre.smtpPort, aMail());
  await handIn(
    centre.smtpPort,
    aMail({ messageId: '<other@example.com>', text: 'بلاغ آخر عن الإنارة نفسها.' }),
  );
  await centre.settle();
  const [one, other] = await allCases(centre);
  const agent = await signInAt(centre.url, 'salem', 'سالم');
  await agent.act(one?.id ?? '', 'merge', { into: other?.id ?? '' });
  await centre.settle();
  const { cases, entries } = await traced(data, one?.id ?? '');
  expect(cases).toEqual([one?.id, other?.id]);
  expect(textsOf(entries, 'arrived').filter((text) => text.startsWith('a new case'))).toHaveLength(2);
});

test('people get lines, and a wrong or unknown reference is answered in one line', async () => {
  const { centre, data } = await aLoggingCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  const { out } = await runHere(trace, [id], { env: { RIDA_DATA: data } });
  expect(out).toMatch(new RegExp(`^Case ${id}\n`, 'u'));
  expect(out).toMatch(/arrived {2}\w{8} {2}a new case arrived, by mail/u);
  const wrongDigit = `${id.slice(0, -1)}${(Number(id.at(-1)) + 1) % 10}`;
  const wrong = await runHere(trace, [wrongDigit, '--data', data]);
  expect(wrong).toMatchObject({ status: 2, err: expect.stringContaining('check digit does not match') });
  const unknown = await runHere(trace, ['4K7-2M9-0382', '--data', data]);
  expect([unknown.status, unknown.out, unknown.err.split('\n').length]).toEqual([1, '', 2]);
  expect(await runHere(trace, [id, '--data', aFolder()])).toMatchObject({ status: 1 });
  expect(await runHere(trace, [], {})).toMatchObject({ status: 2 });
  expect(await runHere(trace, [id, '--aws'])).toMatchObject({ status: 2 });
});

test('a stopped centre can be traced, and its log stays within its size', async () => {
  const data = aFolder();
  const small = logFile(data, 300);
  const lines = Array.from({ length: 90 }, (_, at) => JSON.stringify({ time: `t${at}`, level: 'info' }));
  for (const line of lines) small.write(`${line}\n`);
  small.close();
  const kept = readLog(data).map(({ time }) => time);
  expect(kept.at(-1)).toBe('t89');
  expect(kept.length).toBeLessThan(90);
  expect(kept).toEqual(lines.slice(-kept.length).map((line) => JSON.parse(line).time));

  const centre = await aCentre({ data });
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  await centre.close();
  expect((await traced(data, id)).entries.length).toBeGreaterThan(2);
});

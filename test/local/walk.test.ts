import { expect, test } from 'vitest';
import { consumerNames, typesFor } from '#events/registry.ts';
import { signInAt } from '#infra/demo/agent.ts';
import { handles } from '#infra/demo/answering.ts';
import { arabic, askStatus, observation, rating, report } from '#infra/demo/menus.ts';
import { outcomeLink, respondToOutcome } from '#infra/demo/respondent.ts';
import { callIn, goOn } from '#infra/demo/scripted-caller.ts';
import { hostQueued } from '#infra/local/functions.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { contactEvent } from '#infra/local/phone/local-contact-event.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { aCentre, allCases, aMail, eventsOf, mailsTo, onlyCase } from './support.ts';

test('a mail is acknowledged, answered, resolved, surveyed and closed', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id, status, beneficiary } = await onlyCase(centre);
  expect({ status, authenticated: beneficiary.authenticated }).toEqual({
    status: 'new',
    authenticated: true,
  });
  const [acknowledgement] = await mailsTo(centre, 'norah@example.com');
  expect(acknowledgement?.subject).toContain(id);
  expect(acknowledgement?.inReplyTo).toBe('<first@example.com>');

  const agent = await signInAt(centre.url, 'salem', 'سالم');
  await agent.act(id, 'reply', { text: 'يعمل عليه فريق الميدان الآن.' });
  await agent.act(id, 'resolve', { ended: 'done', outcome: 'استُبدل المصباح.' });
  await centre.settle();
  await centre.advance(25 * HOUR);
  const mails = await mailsTo(centre, 'norah@example.com');
  const link = mails.map(({ text }) => outcomeLink(text)).find((found) => found !== undefined);
  expect(mails).toHaveLength(3);
  expect(link?.startsWith(`${centre.url}/s/c/`)).toBe(true);

  await respondToOutcome(link ?? '', { score: 5, finished: 'yes' }, (ms) => centre.advance(ms));
  await centre.settle();
  expect((await onlyCase(centre)).status).toBe('closed');
  expect(await eventsOf(centre, id)).toEqual([
    'rida.case.opened.v1',
    'rida.message.sent.v1',
    'rida.case.status-changed.v1',
    'rida.case.resolved.v1',
    'rida.survey.invited.v1',
    'rida.survey.answered.v1',
    'rida.outcome.answered.v1',
    'rida.case.closed.v1',
  ]);
  expect(centre.bus.queueDepths().every(({ dead }) => dead === 0)).toBe(true);
});

test('an answer to the acknowledgement joins its case', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const [acknowledgement] = await mailsTo(centre, 'norah@example.com');
  await handIn(
    centre.smtpPort,
    aMail({
      messageId: '<second@example.com>',
      to: acknowledgement?.replyTo?.address ?? '',
      subject: `Re: ${acknowledgement?.subject}`,
      inReplyTo: acknowledgement?.messageId ?? '',
    }),
  );
  await centre.settle();
  const { id } = await onlyCase(centre);
  expect(await eventsOf(centre, id)).toEqual(['rida.case.opened.v1', 'rida.message.received.v1']);
});

test('a call becomes a case, waits, is answered and ends in the figures', async () => {
  const centre = await aCentre();
  const view = await callIn(centre.switchboard, '+966501234567', [...arabic, ...report]);
  expect(view.state).toBe('waiting-for-queue');
  const { id, type, channel, beneficiary } = await onlyCase(centre);
  expect({ type, channel, phone: beneficiary.phone }).toEqual({
    type: 'report',
    channel: 'phone',
    phone: '+966501234567',
  });
  expect(view.reference).toBe(id);

  await centre.advance(30_000);
  const pass = (ms: number) => centre.advance(ms);
  const left = async () => void (await goOn(centre.switchboard, view, rating(5, true)));
  await handles(centre.switchboard.desk, 'salem', { talkMs: 3 * MINUTE, pass, left });
  const ended = centre.switchboard.find(view.id)?.view;
  expect(ended).toMatchObject({ state: 'ended', outcome: 'disconnected' });
  await centre.advance(5 * MINUTE);
  const call = await centre.store.load('call', view.id);
  expect(call).toMatchObject({
    caseRef: id,
    agent: 'salem',
    reason: 'CONTACT_FLOW_DISCONNECT',
    announced: true,
  });
  expect((call?.answeredAt ?? 0) - (call?.queuedAt ?? 0)).toBe(30_000);
  const day = localDay(centre.clock.now());
  const [figures] = await centre.figures.range(day, day);
  expect(figures?.counts).toMatchObject({
    calls: 1,
    'call|served': 1,
    'opened|phone|report': 1,
    'score|call|5': 1,
  });
});

test('a caller hears the status of a case, and that a reference is unknown', async () => {
  const centre = await aCentre();
  await handIn(centre.smtpPort, aMail());
  await centre.settle();
  const { id } = await onlyCase(centre);
  // The mail that acknowledged the case has the code that proves its address.
  const [acknowledgement] = centre.outbox?.list(1) ?? [];
  const shown = await (await fetch(`${centre.url}/mailbox/${acknowledgement?.id}/html`)).text();
  const [code = ''] = /(?<=رمز الهاتف[^\d]*(?:<[^>]*>[^<\d]*)*)\d{6}(?=<)/u.exec(shown) ?? [];
  const found = await callIn(centre.switchboard, undefined, [...arabic, ...askStatus(id), code]);
  expect(found.lines.some(({ text }) => text.includes('وجدنا معاملتك'))).toBe(true);
  const unknown = await callIn(centre.switchboard, undefined, [...arabic, '4', '0000000000']);
  expect(unknown.lines.some(({ text }) => text.includes('الرقم المرجعي غير صحيح'))).toBe(true);
});

test('everything delivered twice changes nothing', async () => {
  const centre = await aCentre();
  const mail = aMail({ date: new Date(centre.clock.now()) });
  await handIn(centre.smtpPort, mail);
  const call = await callIn(centre.switchboard, '+966501234567', [...arabic, ...observation, 'hang up']);
  await centre.advance(5 * MINUTE);
  const look = async () => ({
    cases: await allCases(centre),
    call: await centre.store.load('call', call.id),
    mails: centre.outbox?.list(100),
    figures: await centre.figures.range('2026-01-01', '2026-01-31'),
  });
  const before = await look();

  await handIn(centre.smtpPort, mail);
  const began = centre.switchboard.find(call.id)?.leg.contact;
  if (!began) throw new Error('the switchboard lost the call');
  const event = contactEvent('INITIATED', began, began.initiatedAt);
  await centre.bus.send('telephone/contact-events', [event, event]);
  await centre.settle();
  const consumers = hostQueued(centre);
  const owners = [...before.cases.map(({ id }) => ['case', id] as const), ['call', call.id] as const];
  for (const [kind, id] of owners) {
    const events = (await centre.store.timeline(kind, id)).flatMap(toEnvelopes);
    for (const name of consumerNames) {
      const wanted = events.filter(({ type }) => typesFor(name).includes(type));
      const Records = wanted.map((detail) => ({ messageId: detail.id, body: JSON.stringify({ detail }) }));
      const { batchItemFailures } = await consumers[name]({ Records }, { awsRequestId: 'again' });
      expect(batchItemFailures).toEqual([]);
    }
  }
  expect(await look()).toEqual(before);
});

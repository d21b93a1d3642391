import { describe, expect, it } from 'vitest';
import type { EventFor } from '#events/registry.ts';
import { type NotifyBeneficiaryDeps, notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { FaultPlan, faulty } from '#test/doubles/faulty.ts';
import { AnsweringDesk } from './answering.ts';

const by = 'agent:salem' as const;
const acknowledged = async (desk: AnsweringDesk, id?: string) =>
  notifyBeneficiary(desk, desk.event('rida.case.opened.v1', id));

describe('an acknowledgement', () => {
  it.each([
    ['ar', /^\[رضا (.*)\] استلمنا بلاغك$/u, 'مركز رضا المستفيدين'],
    ['en', /^\[Rida (.*)\] We have received your report$/u, 'Beneficiary Satisfaction Centre'],
  ] as const)(
    'goes to the beneficiary in %s, in their thread, and the answer goes to the case',
    async (language, subject, name) => {
      const desk = new AnsweringDesk();
      const { id } = await desk.open({ language });
      expect(await acknowledged(desk)).toBe('sent');
      const { mail, raw, to } = await desk.newest();
      expect(to).toEqual(['norah@example.com']);
      expect(subject.exec(mail.subject)?.[1]).toBe(id);
      expect(mail).toMatchObject({
        from: { name, address: 'help@rida.example' },
        inReplyTo: '<first@example.com>',
        references: ['<first@example.com>'],
        replyTo: { address: `help+${id.replaceAll('-', '')}@rida.example` },
      });
      expect(mail.messageId).toMatch(
        new RegExp(`^<${id.replaceAll('-', '')}\\.[0-9a-z]{26}@rida\\.example>$`, 'u'),
      );
      expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/mu);
      expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/mu);
    },
  );

  it.each(['ar', 'en'] as const)('of thanks promises nothing, and no clock runs (%s)', async (language) => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open({ language });
    await desk.do(id, { do: 'reclassify', to: { type: 'thanks' }, by: 'agent:salem' });
    expect(await acknowledged(desk)).toBe('sent');
    const { mail } = await desk.newest();
    expect(mail.subject).toContain(language === 'ar' ? 'استلمنا رسالة شكرك' : 'We have received your thanks');
    expect(mail.text).not.toMatch(/موعد الرد|Answer by|سنرد عليك|will answer/u);
    expect(await desk.store.load('case', id)).not.toHaveProperty('nextDueAt');
  });

  it("says nothing in the sender's words and promises the time of the first response", async () => {
    const desk = new AnsweringDesk();
    await desk.open({ beneficiary: { name: 'BUY CHEAP PILLS' } });
    await acknowledged(desk);
    const { mail } = await desk.newest();
    for (const part of [mail.subject, mail.text, mail.html ?? '']) {
      expect(part).not.toContain('كلمات المستفيد');
      expect(part).not.toContain('PILLS');
    }
    // Two working hours after ten in the morning.
    expect(mail.text).toMatch(/Answer by: .*12:00/u);
    expect(mail.text).toContain('Category: Street lighting');
  });

  it('is not wanted by who is not authenticated', async () => {
    const desk = new AnsweringDesk();
    await desk.open({ beneficiary: { authenticated: false } });
    expect(await acknowledged(desk)).toBe('not-wanted');
    expect(desk.mailer.sent).toEqual([]);
  });

  it('is sent once, however often its event is delivered', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    expect([await acknowledged(desk), await acknowledged(desk)]).toEqual(['sent', 'sent-before']);
    expect(desk.mailer.sent).toHaveLength(1);
    expect(await desk.store.effects('case', id)).toMatchObject([
      {
        what: 'acknowledgement',
        to: 'norah@example.com',
        token: desk.mailer.sent[0]?.messageId,
        providerId: 'p-1',
      },
    ]);
  });

  it('repeats the very same mail when the proof of it was lost', async () => {
    const desk = new AnsweringDesk();
    await desk.open();
    for (let failAt = 1; ; failAt += 1) {
      const plan = new FaultPlan(failAt, 'before');
      const deps: NotifyBeneficiaryDeps = {
        store: faulty(desk.store, plan),
        mailer: faulty(desk.mailer, plan),
        blobs: desk.blobs,
        clock: desk.clock,
        rules: desk.rules,
        quotas: desk.quotas,
        keys: desk.keys,
      };
      await notifyBeneficiary(deps, desk.event('rida.case.opened.v1')).catch(() => 'failed');
      if (plan.calls < failAt) break;
    }
    expect(desk.mailer.sent).toHaveLength(2);
    const [one, two] = desk.mailer.sent;
    expect(two?.messageId).toBe(one?.messageId);
    expect(two?.raw).toEqual(one?.raw);
  });

  it("is sent in the thread only when the sender's Message-ID is valid in a header", async () => {
    for (const lastMessageId of [
      'no brackets',
      '<a b@c>',
      `<a@b${'c'.repeat(300)}>`,
      '<a\u0001@b.example>',
      '<a@b>\r\nBcc: x@y.example',
      // Not ASCII: strict relays refuse the whole mail.
      '<رسالة@example.com>',
      '<a@مثال.example>',
    ]) {
      const desk = new AnsweringDesk();
      const { id } = await desk.open();
      await desk.do(id, { do: 'receive', channel: 'mail', lastMessageId });
      expect(await acknowledged(desk)).toBe('sent');
      const { mail, raw } = await desk.newest();
      expect(mail.inReplyTo).toBeNull();
      expect(raw).not.toContain('Bcc');
    }
  });
});

describe('the cap of acknowledgements', () => {
  const burst = async (desk: AnsweringDesk, count: number, gap: number) => {
    const opened = [];
    for (let n = 0; n < count; n += 1) {
      opened.push(await desk.open({ subject: `${'ا'.repeat(n + 1)} كلمات المستفيد نفسها` }));
      desk.clock.advance(gap);
    }
    return opened;
  };

  it.each([
    ['a minute apart', 60_000],
    ['in the same millisecond', 0],
  ])(
    'lets five of forty mails %s through, also when all are taken in before the first is answered',
    async (_, gap) => {
      const desk = new AnsweringDesk();
      const opened = await burst(desk, 40, gap);
      const outcomes = [];
      for (const { id } of opened) outcomes.push(await acknowledged(desk, id));
      expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(5);
      expect(desk.mailer.sent).toHaveLength(5);
      if (gap > 0) expect(outcomes.slice(0, 6)).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'too-many']);
    },
  );

  it('is free again after a day, and each address has its own', async () => {
    const desk = new AnsweringDesk();
    for (const { id } of await burst(desk, 5, 0)) await acknowledged(desk, id);
    desk.clock.advance(5 * HOUR);
    const sixth = await desk.open();
    expect(await acknowledged(desk, sixth.id)).toBe('too-many');
    const other = await desk.open({ beneficiary: { id: 'b-ali', email: 'ali@example.org' } });
    expect(await acknowledged(desk, other.id)).toBe('sent');
    desk.clock.advance(DAY - HOUR);
    expect(await acknowledged(desk, (await desk.open()).id)).toBe('sent');
  });

  it('of none sends none', async () => {
    const desk = new AnsweringDesk();
    await desk.open();
    const rules = rulesOf({ ...shippedRules, desk: { ...shippedRules.desk, acknowledgementsPerDay: 0 } });
    expect(await notifyBeneficiary({ ...desk, rules }, desk.event('rida.case.opened.v1'))).toBe('too-many');
  });
});

describe('two machines that answer each other', () => {
  it('hear no more after four times of the same, whatever they put before it', async () => {
    const desk = new AnsweringDesk();
    const outcomes = [];
    for (const subject of ['طلب 1', 'Re: طلب 2', 'رد: [رضا 4K7-2M9-0382] طلب 3', 'RE: Re: طلب 4', 'طلب 5']) {
      const { id } = await desk.open({ subject });
      outcomes.push(await acknowledged(desk, id));
      desk.clock.advance(60_000);
    }
    expect(outcomes).toEqual(['sent', 'sent', 'sent', 'sent', 'ping-pong']);
    const other = await desk.open({ subject: 'أمر آخر', beneficiary: { id: 'b-ali' } });
    expect(await acknowledged(desk, other.id)).toBe('sent');
  });
});

/** Rules with other limits of acknowledgements. */
const limits = (desk: Partial<typeof shippedRules.desk>) =>
  rulesOf({ ...shippedRules, desk: { ...shippedRules.desk, ...desk } });
const openedBy = async (desk: AnsweringDesk, name: string, subject?: string) => {
  const beneficiary = { id: `b-${name}`, email: `${name}@example.org` };
  const { id } = await desk.open({ beneficiary, ...(subject !== undefined && { subject }) });
  const [first] = desk.store.commits.slice(-1);
  if (first?.id !== id) throw new Error('the case was not opened by the newest commit');
  return toEnvelopes(first)[0] as EventFor<'rida.case.opened.v1'>;
};
const different = (n: number) => `${'ا'.repeat(n + 1)} كلمات المستفيد نفسها`;

describe('the limit of the centre', () => {
  it('lets 1,500 different senders in an hour all receive one', async () => {
    const desk = new AnsweringDesk();
    const outcomes = new Set<string>();
    for (let n = 0; n < 1500; n += 1) {
      outcomes.add(await notifyBeneficiary(desk, await openedBy(desk, `person-${n}`)));
      desk.clock.advance(2000);
    }
    expect(outcomes).toEqual(new Set(['sent']));
    expect(new Set(desk.mailer.sent.map(({ to }) => to[0])).size).toBe(1500);
  });

  it('stops repeated ones within an hour, over all addresses, and lets them continue after it', async () => {
    const desk = new AnsweringDesk();
    const rules = limits({ acknowledgementsPerHour: 2 });
    const answer = async (name: string, n: number) =>
      notifyBeneficiary({ ...desk, rules }, await openedBy(desk, name, different(n)));
    const names = ['ali', 'huda', 'omar'];
    for (const name of names) expect(await answer(name, 0)).toBe('sent');
    expect([await answer('ali', 1), await answer('huda', 1), await answer('omar', 1)]).toEqual([
      'sent',
      'sent',
      'stopped',
    ]);
    expect(await answer('sara', 1)).toBe('sent');
    desk.clock.advance(HOUR);
    expect(await answer('omar', 2)).toBe('sent');
  });

  it('counts none that was not sent, and none twice', async () => {
    const desk = new AnsweringDesk();
    const rules = limits({ acknowledgementsPerDay: 2 });
    const events: EventFor<'rida.case.opened.v1'>[] = [];
    for (let n = 0; n < 5; n += 1) events.push(await openedBy(desk, 'ali', different(n)));
    const mailer = faulty(desk.mailer, new FaultPlan(1, 'before'));
    const answer = (event: (typeof events)[number]) => notifyBeneficiary({ ...desk, mailer, rules }, event);
    const failed = await Promise.allSettled(events.slice(0, 1).map(answer));
    expect(failed.map(({ status }) => status)).toEqual(['rejected']);
    const outcomes = await Promise.all(events.map(answer));
    expect(outcomes).toEqual(['sent', 'sent', 'too-many', 'too-many', 'too-many']);
    expect(desk.mailer.sent).toHaveLength(2);
  });
});

describe('a withheld acknowledgement', () => {
  /** Let the timers of cases run that are due, and process what they announce. */
  const tickAll = async (desk: AnsweringDesk, ids: readonly string[]) => {
    const outcomes = [];
    const before = desk.store.commits.length;
    const now = desk.clock.now();
    for (const id of ids) {
      const { nextDueAt = Number.POSITIVE_INFINITY } = (await desk.store.load('case', id)) ?? {};
      if (nextDueAt <= now) await desk.do(id, { do: 'tick' }, now);
    }
    for (const commit of desk.store.commits.slice(before))
      for (const event of toEnvelopes(commit))
        if (event.type === 'rida.acknowledgement.due.v1') outcomes.push(await notifyBeneficiary(desk, event));
    return outcomes;
  };
  const withheld = async (desk: AnsweringDesk, ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => desk.store.load('case', id)))).filter(
      (one) => one?.withheldAcknowledgement !== undefined,
    );

  it('of 50 at once under a limit of 5 is said on 45 cases, and sent five a day after', async () => {
    const desk = new AnsweringDesk();
    const events: EventFor<'rida.case.opened.v1'>[] = [];
    for (let n = 0; n < 50; n += 1) events.push(await openedBy(desk, 'ali', different(n)));
    const outcomes = await Promise.all(events.map((event) => notifyBeneficiary(desk, event)));
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'too-many')).toHaveLength(45);
    const ids = events.map(({ subject }) => subject);
    const held = await withheld(desk, ids);
    expect(held).toHaveLength(45);
    const until = desk.clock.now() + DAY;
    expect(held.every((one) => one?.withheldAcknowledgement?.until === until)).toBe(true);
    expect(held.every((one) => one?.nextDueAt !== undefined && one.nextDueAt <= until)).toBe(true);
    for (let day = 1; day <= 9; day += 1) {
      desk.clock.advance(DAY);
      const late = await tickAll(desk, ids);
      expect(late.filter((outcome) => outcome === 'sent')).toHaveLength(5);
      expect(desk.mailer.sent).toHaveLength(5 + 5 * day);
    }
    expect(await withheld(desk, ids)).toEqual([]);
    desk.clock.advance(DAY);
    expect(await tickAll(desk, ids)).toEqual([]);
    // Delivered again, none is sent twice.
    const again = await Promise.all(events.map((event) => notifyBeneficiary(desk, event)));
    expect(new Set(again)).toEqual(new Set(['sent-before']));
    expect(new Set(desk.mailer.sent.map(({ messageId }) => messageId)).size).toBe(50);
  });

  it.each([
    ['answered', { do: 'reply', by }],
    ['resolved', { do: 'resolve', as: 'done', outcome: 'تم', by }],
    ['closed', { do: 'close', reason: 'withdrawn', by }],
  ] as const)('is not sent when the case was %s before', async (_, command) => {
    const desk = new AnsweringDesk();
    const events = [];
    for (let n = 0; n < 6; n += 1) events.push(await openedBy(desk, 'ali', different(n)));
    for (const event of events) await notifyBeneficiary(desk, event);
    const id = events[5]?.subject ?? '';
    expect(await withheld(desk, [id])).toHaveLength(1);
    await desk.do(id, command);
    desk.clock.advance(DAY);
    expect(await tickAll(desk, [id])).toEqual([]);
    expect(desk.mailer.sent).toHaveLength(5);
  });

  it('of a machine that answers us is not sent later either', async () => {
    const desk = new AnsweringDesk();
    const ids = [];
    // A machine writes when it hears from us, and not before.
    for (let n = 0; n < 8; n += 1) {
      const event = await openedBy(desk, 'machine', `طلب ${n}`);
      ids.push(event.subject);
      await notifyBeneficiary(desk, event);
    }
    expect(desk.mailer.sent).toHaveLength(4);
    for (let day = 0; day < 3; day += 1) {
      desk.clock.advance(DAY);
      await tickAll(desk, ids);
    }
    expect(desk.mailer.sent).toHaveLength(4);
  });

  it('of a person who sends 50 mails of one subject at once is sent later', async () => {
    const desk = new AnsweringDesk();
    const events = [];
    for (let n = 0; n < 50; n += 1) events.push(await openedBy(desk, 'ali', `طلب ${n}`));
    for (const event of events) await notifyBeneficiary(desk, event);
    const ids = events.map(({ subject }) => subject);
    expect(await withheld(desk, ids)).toHaveLength(45);
    for (let day = 0; day < 9; day += 1) {
      desk.clock.advance(DAY);
      await tickAll(desk, ids);
    }
    expect(desk.mailer.sent).toHaveLength(50);
  });
});

describe("an agent's words", () => {
  const replied = async (desk: AnsweringDesk, text = 'سنزور الموقع غدًا.') => {
    const { id } = await desk.open();
    await desk.do(id, { do: 'reply', by });
    const event = desk.event('rida.message.sent.v1');
    await saveMessage(desk.blobs, id, {
      ...{ id: event.data.message, direction: 'out', channel: 'mail', at: 0, to: [], subject: '', text },
      ...{ attachments: [], reasons: [] },
    });
    return { id, event };
  };

  it('go out as they are, written by a person', async () => {
    const desk = new AnsweringDesk();
    const { id, event } = await replied(desk);
    expect([await notifyBeneficiary(desk, event), await notifyBeneficiary(desk, event)]).toEqual([
      'sent',
      'sent-before',
    ]);
    const { mail, raw } = await desk.newest();
    expect(mail.subject).toBe(`[رضا ${id}] رد المركز بخصوص بلاغك`);
    expect(mail.text).toContain('سنزور الموقع غدًا.');
    expect(mail.inReplyTo).toBe('<first@example.com>');
    expect(raw).not.toMatch(/^Auto-Submitted/mu);
  });

  it('that are not kept yet are asked for again', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    await desk.do(id, { do: 'reply', by });
    await expect(notifyBeneficiary(desk, desk.event('rida.message.sent.v1'))).rejects.toThrow(
      'not in the store',
    );
    expect(desk.mailer.sent).toEqual([]);
  });

  it('tell how a case was resolved', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'استُبدل المصباح.', by });
    expect(await notifyBeneficiary(desk, desk.event('rida.case.resolved.v1'))).toBe('sent');
    expect((await desk.newest()).mail.text).toContain('استُبدل المصباح.');
  });

  it('about an outdated resolution are not sent, and never as an empty mail', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'الأول', by });
    const outdated = desk.event('rida.case.resolved.v1');
    await desk.do(id, { do: 'receive', channel: 'mail' });
    expect(await notifyBeneficiary(desk, outdated)).toBe('not-wanted');
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'الثاني', by });
    expect(await notifyBeneficiary(desk, outdated)).toBe('not-wanted');
    expect(await notifyBeneficiary(desk, desk.event('rida.case.resolved.v1'))).toBe('sent');
    expect(desk.mailer.sent).toHaveLength(1);
    expect((await desk.newest()).mail.text).toContain('الثاني');
  });

  it('have nowhere to go when the beneficiary only called', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    const { email: _, ...beneficiary } = (await desk.store.load('case', id))?.beneficiary ?? {
      id: '',
      authenticated: false,
    };
    desk.store.seed({
      ...(await desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by })),
      beneficiary,
    });
    expect(await notifyBeneficiary(desk, desk.event('rida.case.resolved.v1'))).toBe('no-address');
  });
});

describe('an address that takes no mail', () => {
  const failing = { do: 'mail-failed', to: 'norah@example.com', reason: 'bounced', permanent: true } as const;

  it('gets none, and the case says so once', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    await desk.do(id, failing);
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
    const event = desk.event('rida.case.resolved.v1');
    expect([await notifyBeneficiary(desk, event), await notifyBeneficiary(desk, event)]).toEqual([
      'suppressed',
      'sent-before',
    ]);
    expect(desk.mailer.sent).toEqual([]);
    expect(await desk.store.effects('case', id)).toMatchObject([
      { what: 'resolution', to: 'norah@example.com', withheld: 'suppressed' },
    ]);
  });

  it('was written to before: that stays on record', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open();
    await acknowledged(desk);
    await desk.do(id, failing);
    expect(await acknowledged(desk)).toBe('sent-before');
    expect(await desk.store.effects('case', id)).toMatchObject([{ providerId: 'p-1' }]);
  });
});

it('an event about a case that is not there is tried again', async () => {
  const desk = new AnsweringDesk();
  await desk.open();
  const event = desk.event('rida.case.opened.v1');
  await expect(notifyBeneficiary(new AnsweringDesk(), event)).rejects.toThrow(
    /not in the store|not yet at 1/u,
  );
});

describe('an answer', () => {
  const answerTo = 'home@example.net';

  it.each([
    ['goes where the agent chose', ['norah@example.com'], 'norah@example.com'],
    ['without a choice goes where the beneficiary asks to be answered', [], answerTo],
  ])('%s', async (_name, to, expected) => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open({ beneficiary: { answerTo } });
    await desk.do(id, { do: 'reply', by });
    const event = desk.event('rida.message.sent.v1');
    await saveMessage(desk.blobs, id, {
      ...{ id: event.data.message, direction: 'out', channel: 'mail', at: 0, to, subject: '', text: 'رد' },
      ...{ attachments: [], reasons: [] },
    });
    expect(await notifyBeneficiary(desk, event)).toBe('sent');
    expect((await desk.newest()).to).toEqual([expected]);
  });

  it('of the resolution goes there too, and the acknowledgement to the proven address', async () => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open({ beneficiary: { answerTo } });
    expect(await acknowledged(desk)).toBe('sent');
    expect((await desk.newest()).to).toEqual(['norah@example.com']);
    await desk.do(id, { do: 'resolve', as: 'done', outcome: 'تم', by });
    expect(await notifyBeneficiary(desk, desk.event('rida.case.resolved.v1'))).toBe('sent');
    expect((await desk.newest()).to).toEqual([answerTo]);
  });
});

describe('the extension of the period of a request about personal data', () => {
  const REASON = 'بياناتك في خمسة أنظمة، ويحتاج جمعها إلى وقت.';
  const extended = async (over: Parameters<AnsweringDesk['open']>[0] = {}, informedBy?: 'phone') => {
    const desk = new AnsweringDesk();
    const { id } = await desk.open(over);
    await desk.do(id, { do: 'reclassify', to: { type: 'data-request' }, by });
    await desk.do(id, { do: 'extend-period', because: 'effort', ...(informedBy && { informedBy }), by });
    const event = desk.event('rida.case.extended.v1');
    await saveMessage(desk.blobs, id, {
      ...{ id: event.data.message, direction: 'out', at: desk.clock.now(), channel: 'mail', text: REASON },
      ...{ from: { name: 'سالم', address: 'salem' }, to: [], subject: '', attachments: [], reasons: [] },
    });
    return { desk, id, tell: () => notifyBeneficiary(desk, desk.event('rida.case.extended.v1')) };
  };

  it.each([
    ['ar', 'نحتاج إلى مدة إضافية لإنجاز طلبك المتعلق ببياناتك الشخصية', /الموعد الجديد/u],
    ['en', 'We need more time for your request about your personal data', /Now due by/u],
  ] as const)('is told once, with its reason and the new time (%s)', async (language, title, until) => {
    const { desk, tell } = await extended({ language });
    expect([await tell(), await tell()]).toEqual(['sent', 'sent-before']);
    const { mail, to } = await desk.newest();
    expect(to).toEqual(['norah@example.com']);
    expect(mail.subject).toContain(title);
    for (const part of [mail.text ?? '', mail.html || '']) {
      expect(part).toContain('بياناتك في خمسة أنظمة');
      expect(part).toMatch(until);
    }
  });

  it('is not mailed to a person without mail, whom staff have informed', async () => {
    const { tell, desk } = await extended(
      { beneficiary: { email: undefined as never, phone: '+966551234567' } },
      'phone',
    );
    expect(await tell()).toBe('no-address');
    expect(desk.mailer.sent).toEqual([]);
  });

  it('is not told after the data was erased', async () => {
    const { tell, desk, id } = await extended();
    await desk.do(id, { do: 'erase', because: 'request', by });
    expect(await tell()).toBe('not-wanted');
    expect(desk.mailer.sent).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { aMail, HELP, NORAH, PostRoom, received } from './post-room.ts';

const box = (address: string, name = '') => ({ name, address });
const OTHER = box('norah.home@example.net');
const OMAR = box('omar@example.net', 'Omar');
const VIA = box(HELP, "'Sara' via Help");

const openedBy = async (over: Partial<ParsedMail>, at: Parameters<typeof received>[0] = {}) => {
  const room = new PostRoom();
  const outcome = await room.ingest(aMail(over), received(at));
  const supportCase = await room.case(outcome.caseRef);
  const [opened] = room.store.commits.flatMap(({ events }) =>
    events.flatMap((one) => (one.type === 'rida.case.opened.v1' ? [one.data] : [])),
  );
  const [message] = (await room.messages()).map((one) => one.message);
  return { outcome, supportCase, acknowledge: opened?.acknowledge, message };
};

describe('the beneficiary of a mail', () => {
  it.each<[string, Partial<ParsedMail>]>([
    ['a form without a mailbox', { from: box('noreply@city.example'), replyTo: OMAR }],
    ['a form that writes as the help address', { from: box(HELP), replyTo: OMAR }],
    [
      'a form that writes as the help address with a tag',
      { from: box('help+form@rida.example'), replyTo: OMAR },
    ],
    ['a group', { from: VIA, replyTo: OMAR }],
    ['a group in Arabic', { from: box(HELP, 'سارة عبر مركز رضا'), replyTo: OMAR }],
    ['a group that asks for answers to itself too', { from: VIA, replyTo: box(HELP), otherReplyTo: [OMAR] }],
    [
      'a group with a header for its member',
      { from: VIA, headers: { 'x-original-from': 'Omar <omar@example.net>' } },
    ],
    [
      'a form that names its own mailbox first',
      { from: box('noreply@city.example'), replyTo: box('no-reply@city.example'), otherReplyTo: [OMAR] },
    ],
  ])('of %s is the person in Reply-To, unproven, who gets nothing automatic', async (_name, over) => {
    const { outcome, supportCase, acknowledge, message } = await openedBy(over);
    expect(outcome.outcome).toBe('opened');
    expect(supportCase.status).toBe('new');
    expect(supportCase.beneficiary).toMatchObject({ email: 'omar@example.net', authenticated: false });
    expect(acknowledge).toBe(false);
    expect(message?.reasons).toContain('named-in-reply-to');
  });

  it('of a group without a named member has no address, and the case waits for a person', async () => {
    const { outcome, supportCase, acknowledge } = await openedBy({ from: VIA });
    expect(outcome.outcome).toBe('opened');
    expect(supportCase).toMatchObject({ status: 'new', beneficiary: { name: "'Sara' via Help" } });
    expect(supportCase.beneficiary).not.toHaveProperty('email');
    expect(acknowledge).toBe(false);
  });

  it('of two citizens through one form are two beneficiaries', async () => {
    const form = { from: box('noreply@city.example') };
    const [one, two] = await Promise.all(
      [OMAR, OTHER].map((replyTo) =>
        openedBy({ ...form, replyTo }, { envelopeFrom: 'noreply@city.example' }),
      ),
    );
    expect(one?.supportCase.beneficiary.id).not.toBe(two?.supportCase.beneficiary.id);
  });
});

describe('a form in the settings', () => {
  const FORM = box('web@city.example');
  const centre = { ...shippedRules.centre, formAddresses: [FORM.address] };

  class FormRoom extends PostRoom {
    override readonly rules = rulesOf({ ...shippedRules, centre });
  }
  const through = async (
    room: PostRoom,
    n: number,
    over: Partial<ParsedMail>,
    dmarc: 'PASS' | 'FAIL' = 'PASS',
  ) => {
    const mail = aMail({
      from: FORM,
      messageId: '<1@localhost>',
      headers: { 'auto-submitted': 'auto-generated' },
      ...over,
    });
    const outcome = await room.ingest(
      mail,
      received({ rawKey: `mail/${n}`, envelopeFrom: FORM.address, dmarc }),
    );
    return room.case(outcome.caseRef);
  };

  it('writes for the citizen in Reply-To, as a person, and every mail counts', async () => {
    const room = new FormRoom();
    const first = await through(room, 1, { replyTo: OMAR });
    const second = await through(room, 2, { replyTo: OTHER, text: 'كلمات أخرى.' });
    expect(first).toMatchObject({
      status: 'new',
      beneficiary: { email: OMAR.address, authenticated: false },
    });
    expect(first).not.toHaveProperty('automatic');
    expect(second.beneficiary).toMatchObject({ email: OTHER.address });
  });

  it('is not the beneficiary of citizens without an address, who are not one person', async () => {
    const room = new FormRoom();
    const first = await through(room, 1, {});
    const second = await through(room, 2, { text: 'كلمات أخرى.' });
    for (const one of [first, second]) {
      expect(one.beneficiary).not.toHaveProperty('email');
      expect(one).not.toHaveProperty('automatic');
    }
    expect(second.id).not.toBe(first.id);
    expect(second.beneficiary.id).not.toBe(first.beneficiary.id);
  });

  it('is trusted only when its address is proven', async () => {
    expect(await through(new FormRoom(), 1, { replyTo: OMAR }, 'FAIL')).toMatchObject({
      automatic: 'auto-submitted',
    });
  });
});

describe('the address for answers', () => {
  it.each<[string, Partial<ParsedMail>, string | undefined]>([
    ['another one of Reply-To', { replyTo: OTHER }, OTHER.address],
    [
      'the first that can be answered',
      { replyTo: box(HELP), otherReplyTo: [box('noreply@x.example'), OTHER] },
      OTHER.address,
    ],
    ['none that no mail can be written to', { replyTo: box(`${'a'.repeat(65)}@example.net`) }, undefined],
    ['none of the centre', { replyTo: box('help+4k7r2m0385@rida.example') }, undefined],
    ['not the same in capitals', { replyTo: box('Norah@EXAMPLE.com') }, undefined],
    ['none of a mailing list', { replyTo: OTHER, headers: { 'list-id': '<x.example>' } }, undefined],
    ['none without Reply-To', {}, undefined],
  ])('is %s', async (_name, over, expected) => {
    const { supportCase, acknowledge, message } = await openedBy(over);
    expect(supportCase.beneficiary).toMatchObject({ email: NORAH, authenticated: true });
    expect(supportCase.beneficiary.answerTo).toBe(expected);
    if (!over.headers) expect(acknowledge).toBe(true);
    if (over.replyTo && expected)
      expect([message?.replyTo, ...(message?.otherReplyTo ?? [])]).toContain(expected);
  });

  it('follows the newest mail of the beneficiary, and only theirs', async () => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail({ replyTo: OTHER }));
    const write = async (n: number, over: Partial<ParsedMail>, from = NORAH) =>
      room.ingest(
        aMail({
          messageId: `<${n}@example.com>`,
          subject: `Re: [Rida ${caseRef}]`,
          from: box(from),
          ...over,
        }),
        received({ rawKey: `mail/${n}`, receivedAt: T + n * HOUR }),
      );
    const answerTo = async () => (await room.case(caseRef)).beneficiary.answerTo;
    expect(await write(2, { replyTo: OMAR })).toMatchObject({ outcome: 'appended' });
    expect(await answerTo()).toBe(OMAR.address);
    expect(await write(3, { replyTo: box('evil@example.org'), messageId: '<2@example.com>' })).toMatchObject({
      outcome: 'appended',
    });
    expect(await answerTo()).toBe(OMAR.address);
    expect(await write(4, {})).toMatchObject({ outcome: 'appended' });
    expect(await answerTo()).toBeUndefined();
  });

  it('lets its owner write to the case only after an agent answered there', async () => {
    const room = new PostRoom();
    const { caseRef } = await room.ingest(aMail({ replyTo: OTHER }));
    const reply = (n: number) =>
      room.ingest(
        aMail({ messageId: `<${n}@example.net>`, subject: `Re: [Rida ${caseRef}]`, from: OTHER }),
        received({ rawKey: `mail/${n}`, receivedAt: T + HOUR, envelopeFrom: OTHER.address }),
      );
    expect(await reply(2)).toMatchObject({ outcome: 'opened' });
    const effect = { id: 'reply', at: T, what: 'reply', to: OTHER.address, token: '<t@rida.example>' };
    await room.store.recordEffect('case', caseRef, effect);
    expect(await reply(3)).toMatchObject({ outcome: 'appended', caseRef });
  });
});

describe('a neighbour in copy who replies to all', () => {
  it.each<[string, Partial<ParsedMail>]>([
    ['to the mail of the beneficiary', { inReplyTo: '<first@example.com>' }],
    [
      'with a whole thread',
      { references: ['<first@example.com>', '<x@example.net>'], inReplyTo: '<x@example.net>' },
    ],
  ])('%s has a case that is linked to it', async (_name, over) => {
    const room = new PostRoom();
    const first = await room.opened();
    const others = Array.from({ length: 6 }, (_, n) => box(`n${n}@example.org`));
    const outcome = await room.ingest(
      aMail({
        messageId: '<n@example.net>',
        from: OMAR,
        to: [box(HELP)],
        cc: [...others, box(NORAH)],
        ...over,
      }),
      received({ rawKey: 'mail/2', receivedAt: T + HOUR }),
    );
    expect(outcome.outcome).toBe('opened');
    expect(outcome.reasons).not.toContain('unknown-reference');
    expect(await room.case(outcome.caseRef)).toMatchObject({ related: first.id });
  });

  it('and a reply to the mail of others names no case', async () => {
    const { outcome, message } = await openedBy({
      inReplyTo: '<foreign@example.org>',
      references: ['<foreign@example.org>'],
    });
    expect(outcome.reasons).toContain('no-reference');
    expect(message?.reasons).not.toContain('unknown-reference');
  });
});

describe('an address to which no mail can be written', () => {
  it.each([`${'a'.repeat(65)}@example.com`, 'سارة@example.com', 'norah@intranet', 'norah@my_host.example'])(
    'is said on the case once, and nothing is acknowledged: %s',
    async (address) => {
      const { supportCase, acknowledge, message } = await openedBy({ from: box(address) });
      expect(supportCase.beneficiary).toMatchObject({ email: address, failing: true });
      expect(acknowledge).toBe(false);
      expect(message?.reasons.filter((one) => one === 'address-not-writable')).toHaveLength(1);
    },
  );

  it.each([
    'a;b@example.com',
    '"a,b"@example.com',
    'a[1]@example.com',
    `${'a'.repeat(64)}@example.com`,
    'a..b@example.com',
  ])('is not one that only looks odd: %s', async (address) => {
    const { supportCase, acknowledge } = await openedBy({ from: box(address) });
    expect(supportCase.beneficiary).not.toHaveProperty('failing');
    expect(acknowledge).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { readMessage, saveMessage } from '#shared/application/messages.ts';
import { personOf } from '#shared/application/person-of.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import { decidePerson, idsOf } from '#shared/domain/people/decide-person.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { Desk } from './desk-of.ts';

const by = 'agent:salem' as const;
const older = () => aCase({ openedAt: T - 2 * DAY, facts: [{ at: T - 2 * DAY, type: 'opened' }] });
const resolutionDue = (desk: Desk, state: Awaited<ReturnType<Desk['case']>>) =>
  clocksOf(state, shippedRules, desk.clock.now()).clocks.resolution.dueAt;

describe('the other end of a merge', () => {
  it('keeps the earlier deadline once however often it is delivered, and lets it go again', async () => {
    const desk = new Desk();
    const [late, fresh] = [older(), aCase()];
    desk.store.seed(late, fresh);
    await desk.do(late.id, { do: 'merge', into: fresh.id, by });
    await desk.settle(3);
    const whole = await desk.case(fresh.id);
    expect(whole.links).toEqual([{ to: late.id, as: 'merged-from', at: T }]);
    expect(whole.facts.filter(({ type }) => type === 'absorbed')).toHaveLength(1);
    expect(resolutionDue(desk, whole)).toBe(resolutionDue(desk, late));
    await desk.do(late.id, { do: 'unmerge', by });
    await desk.settle(2);
    const parted = await desk.case(fresh.id);
    expect(parted.links).toEqual([]);
    expect(resolutionDue(desk, parted)).toBe(resolutionDue(desk, fresh));
  });

  it('is found in the case it was merged into since then', async () => {
    const desk = new Desk();
    const [a, b, c] = [older(), aCase(), aCase()];
    desk.store.seed(a, b, c);
    await desk.do(b.id, { do: 'merge', into: c.id, by });
    await desk.settle();
    await desk.do(a.id, { do: 'merge', into: b.id, by });
    await desk.settle();
    const surviving = await desk.case(c.id);
    expect(surviving.links?.map(({ to }) => to).sort()).toEqual([a.id, b.id].sort());
  });
});

describe('links', () => {
  it('have two ends, which come and go together', async () => {
    const desk = new Desk();
    const [pipe, call] = [aCase(), aCase()];
    desk.store.seed(pipe, call);
    await desk.do(call.id, { do: 'link', to: pipe.id, as: 'parent', by });
    await desk.settle(2);
    expect((await desk.case(pipe.id)).links).toMatchObject([{ to: call.id, as: 'child' }]);
    await desk.do(pipe.id, { do: 'unlink', to: call.id, as: 'child', by });
    await desk.settle(2);
    expect((await desk.case(call.id)).links).toEqual([]);
  });

  it('one burst pipe ends forty calls', async () => {
    const desk = new Desk();
    const pipe = aCase();
    const calls = Array.from({ length: 40 }, () => aCase());
    desk.store.seed(pipe, ...calls);
    for (const { id } of calls) await desk.do(id, { do: 'link', to: pipe.id, as: 'parent', by });
    await desk.settle();
    await desk.do(pipe.id, { do: 'resolve', as: 'done', outcome: 'أُصلح الأنبوب', by });
    await desk.settle(2);
    for (const { id } of calls) {
      expect(await desk.case(id)).toMatchObject({
        status: 'resolved',
        resolution: { outcome: 'أُصلح الأنبوب' },
      });
    }
  });
});

describe('a message split off', () => {
  it('begins one case of its own, with its words, tied to the one it came from', async () => {
    const desk = new Desk();
    const source = aCase();
    desk.store.seed(source);
    const message = {
      ...{ id: 'the-message', direction: 'in' as const, channel: 'mail' as const, at: T, to: [] },
      ...{ subject: 'موقف سيارات', text: 'وأين أدفع رسوم الموقف؟', attachments: [], reasons: [] },
    };
    await saveMessage(desk.blobs, source.id, message);
    await desk.do(source.id, {
      ...{ do: 'split', message: message.id, type: 'inquiry', category: 'parking' },
      ...{ department: 'licensing', priority: 'low', by },
    });
    await desk.settle(3);
    const { links } = await desk.case(source.id);
    expect(links).toHaveLength(1);
    const other = await desk.case(links?.[0]?.to ?? '');
    expect(other).toMatchObject({
      ...{ type: 'inquiry', category: 'parking', department: 'licensing', subject: 'موقف سيارات' },
      ...{ related: source.id, beneficiary: source.beneficiary },
      links: [{ to: source.id, as: 'split-from' }],
    });
    const [opening] = await desk.store.timeline('case', other.id);
    expect(await readMessage(desk.blobs, other.id, opening?.cause ?? '')).toMatchObject({
      text: message.text,
    });
  });
});

describe('the files of a message split off', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  /** A case with a message of two files, one of which is missing, after the message was split off. */
  async function splitWithFiles(desk: Desk) {
    const source = aCase({ beneficiary: aBeneficiary() });
    desk.store.seed(source);
    const [photo, gone] = [`cases/${source.id}/m/1`, `cases/${source.id}/m/2`];
    await desk.blobs.put(photo, bytes('a photo'), 'application/octet-stream');
    await desk.blobs.put('mail/raw-7', bytes('a mail'), 'message/rfc822');
    const file = (name: string, key: string) => ({ name, type: 'image/jpeg', size: 7, key });
    await saveMessage(desk.blobs, source.id, {
      ...{ id: 'm', direction: 'in', channel: 'mail', at: T, to: [], subject: 'حفرة', text: 'وهذه صورتها' },
      ...{
        attachments: [file('حفرة.jpg', photo), file('gone.jpg', gone)],
        reasons: [],
        rawKey: 'mail/raw-7',
      },
    });
    await desk.do(source.id, {
      ...{ do: 'split', message: 'm', type: 'report', category: 'parking' },
      ...{ department: 'licensing', priority: 'normal', by },
    });
    await desk.settle(2);
    const other = (await desk.case(source.id)).links?.[0]?.to ?? '';
    const [opening] = await desk.store.timeline('case', other);
    const message = () => readMessage(desk.blobs, other, opening?.cause ?? '');
    return { source: source.id, other, message, photo };
  }

  it('stay when the case they came from is erased', async () => {
    const desk = new Desk();
    const { source, message, photo } = await splitWithFiles(desk);
    await desk.do(source, { do: 'erase', because: 'request', by });
    await desk.settle();
    expect(desk.blobs.blobs.has(photo)).toBe(false);
    await desk.blobs.remove(['mail/raw-7']);
    const kept = await message();
    expect(kept?.attachments.map(({ name }) => name)).toEqual(['حفرة.jpg']);
    expect((await desk.blobs.get(kept?.attachments[0]?.key ?? ''))?.bytes).toEqual(bytes('a photo'));
    expect((await desk.blobs.get(kept?.rawKey ?? ''))?.bytes).toEqual(bytes('a mail'));
  });

  it('go with the new case and leave those of the first alone', async () => {
    const desk = new Desk();
    const { other, photo } = await splitWithFiles(desk);
    await desk.do(other, { do: 'erase', because: 'request', by });
    await desk.settle();
    expect([...desk.blobs.blobs.keys()].filter((key) => key.includes(other))).toEqual([]);
    expect(desk.blobs.blobs.has(photo)).toBe(true);
    expect(desk.blobs.blobs.has('mail/raw-7')).toBe(true);
  });
});

describe('a beneficiary of two addresses', () => {
  it('is found from either, and parted again', async () => {
    const desk = new Desk();
    const decideOnPerson = (cause: string, command: Parameters<typeof decidePerson>[2]) =>
      updateAggregate(
        desk.store,
        { kind: 'person', id: 'b-mail', cause, by, at: T, recordedAt: T },
        (before) => decidePerson('b-mail', before, command, T),
      );
    await decideOnPerson('join', { do: 'join', other: 'b-phone', by });
    await desk.settle(2);
    const person = await personOf(desk.store, 'b-phone');
    expect(person && idsOf(person)).toEqual(['b-mail', 'b-phone']);
    expect(await decideOnPerson('again', { do: 'join', other: 'b-phone', by })).toMatchObject({
      rejection: { rejected: 'already-joined' },
    });
    await decideOnPerson('part', { do: 'part', other: 'b-phone', by });
    await desk.settle(2);
    expect((await personOf(desk.store, 'b-phone'))?.into).toBeUndefined();
  });
});

describe('erasing', () => {
  it('takes words, files and names out of a case and its past, and repeats without harm', async () => {
    const desk = new Desk();
    const supportCase = aCase({ beneficiary: aBeneficiary() });
    desk.store.seed(supportCase);
    await saveMessage(desk.blobs, supportCase.id, {
      ...{ id: 'm', direction: 'in', channel: 'mail', at: T, to: [], subject: 'نورة', text: 'نورة' },
      ...{ attachments: [], reasons: [], rawKey: 'mail/raw-1' },
    });
    await desk.blobs.put('mail/raw-1', new Uint8Array([1]), 'message/rfc822');
    await desk.blobs.put(`cases/${supportCase.id}/photo.jpg`, new Uint8Array([1]), 'image/jpeg');
    await desk.do(supportCase.id, { do: 'resolve', as: 'done', outcome: 'تم لنورة', by });
    await desk.store.recordEffect('case', supportCase.id, {
      id: 'e',
      at: T,
      what: 'reply',
      to: 'norah@example.com',
      token: 't',
    });
    await desk.do(supportCase.id, { do: 'erase', because: 'request', by });
    await desk.settle(2);
    expect([...desk.blobs.blobs.keys()].filter((key) => key.includes(supportCase.id))).toEqual([]);
    const left = JSON.stringify([
      await desk.store.timeline('case', supportCase.id),
      await desk.store.effects('case', supportCase.id),
      await desk.case(supportCase.id),
    ]);
    expect(left).not.toMatch(/نورة|norah/u);
  });

  it('of a beneficiary reaches every case of all their addresses', async () => {
    const desk = new Desk();
    const theirs = [aCase(), aCase({ beneficiary: aBeneficiary({ id: 'b-phone' }) })];
    const other = aCase({ beneficiary: aBeneficiary({ id: 'b-other' }) });
    desk.store.seed(...theirs, other);
    const change = (cause: string, command: Parameters<typeof decidePerson>[2]) =>
      updateAggregate(
        desk.store,
        { kind: 'person', id: 'b-norah', cause, by, at: T, recordedAt: T },
        (before) => decidePerson('b-norah', before, command, T),
      );
    await change('join', { do: 'join', other: 'b-phone', by });
    await desk.settle();
    await change('erase', { do: 'erase', by });
    await desk.settle(2);
    for (const { id } of theirs) expect((await desk.case(id)).erased).toBeDefined();
    expect((await desk.case(other.id)).erased).toBeUndefined();
  });
});

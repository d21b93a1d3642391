import { describe, expect, it } from 'vitest';
import { notifyBeneficiary } from '#functions/mail/notify-beneficiary.ts';
import { sendMessage } from '#functions/surveys/send-message.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { outcomeMessageId } from '#shared/application/outcome-message-id.ts';
import { askPerson } from '#shared/application/surveys/ask-person.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { windowOf } from '#shared/domain/outreach/outcome-call.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { CALLING_MORNING } from '#test/builders/a-call-out.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryMessages } from '#test/doubles/memory-messages.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { RecordingMailer } from '#test/doubles/recording-mailer.ts';
import { testKeys } from '#test/doubles/test-keys.ts';
import { CallingCentre } from './calling.ts';

const by = 'agent:salem' as const;

/** A centre that resolves cases, and tells their beneficiaries. */
class EndingCentre extends CallingCentre {
  readonly mailer = new RecordingMailer();
  readonly messages = new MemoryMessages();
  readonly #inForce: Rules;

  constructor(use: Rules['messages']['use'] = 'off') {
    super();
    this.#inForce = { ...shippedRules, messages: { ...shippedRules.messages, use } };
  }

  async resolve(supportCase: Case): Promise<string> {
    const at = this.clock.now();
    const { id } = supportCase;
    this.store.seed(supportCase);
    const done = await handleCommand(
      { store: this.store, rules: this.#inForce },
      {
        ...{ id, by, at, recordedAt: at, cause: `resolve ${id}`, correlationId: id, causationId: id },
        command: { do: 'resolve', as: 'done', outcome: 'استُبدلت المصابيح.', by },
      },
    );
    if (done.outcome !== 'committed') throw new Error(done.outcome);
    const commit = this.store.commits.at(-1);
    const event = commit && toEnvelopes(commit).find(({ type }) => type === 'rida.case.resolved.v1');
    if (event?.type !== 'rida.case.resolved.v1') throw new Error('it was resolved');
    const deps = {
      ...this.deps(),
      rules: rulesOf(this.#inForce),
      messages: this.messages,
      keys: testKeys,
      mailer: this.mailer,
      blobs: new MemoryBlobs(),
      quotas: new MemoryQuotas(),
    };
    // Each event is delivered twice.
    for (const consumer of [sendMessage, notifyBeneficiary]) await consumer(deps, event);
    const outcomes = [await sendMessage(deps, event), await notifyBeneficiary(deps, event)] as const;
    return outcomes[0] === 'not-asked' ? outcomes[1] : outcomes[0];
  }

  async plannedCall(): Promise<string> {
    const { id } = this.store.commits.findLast(({ kind }) => kind === 'call-out') ?? { id: '' };
    return id;
  }
}

const byPhone = (n: number): Case =>
  aCase({
    channel: 'phone',
    beneficiary: { id: `caller-${n}`, phone: `+96650000010${n}`, authenticated: false },
  });

describe('a beneficiary without mail', () => {
  it.each([
    ['off', 'call-planned', 'call'],
    ['before-call', 'sent-before', 'message'],
  ] as const)(
    'is asked like all others with text messages %s: of 12 resolved cases, 5 with a telephone only, 12 are asked',
    async (use, how, way) => {
      const centre = new EndingCentre(use);
      const cases = Array.from({ length: 12 }, (_, n) =>
        n < 5
          ? byPhone(n)
          : aCase({ beneficiary: aBeneficiary({ id: `writer-${n}`, email: `w${n}@example.com` }) }),
      );
      const outcomes: string[] = [];
      for (const one of cases) outcomes.push(await centre.resolve(one));
      expect(outcomes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => how));
      expect(centre.mailer.sent).toHaveLength(7);
      const asked = cases.slice(0, 5).map(({ beneficiary }) => beneficiary.phone);
      expect(centre.messages.sent.map(({ to }) => to)).toEqual(way === 'message' ? asked : []);
      // A message may never arrive: its person is called later.
      const calls = centre.store.commits.filter(({ kind, version }) => kind === 'call-out' && version === 1);
      expect(calls).toHaveLength(5);
      const stored = await Promise.all(cases.map(({ id }) => centre.store.load('case', id)));
      expect(stored.map((one) => one?.confirmation?.state)).toEqual(
        Array.from({ length: 12 }, () => 'asked'),
      );
      const ways = stored.map((one) => one?.confirmation?.state === 'asked' && one.confirmation.by);
      expect(ways).toEqual(Array.from({ length: 12 }, (_, n) => (n < 5 ? way : 'mail')));
    },
  );

  it('is called three times in different parts of the day, and then no more', async () => {
    const centre = new EndingCentre();
    await centre.resolve(byPhone(1));
    const id = await centre.plannedCall();
    const windows: string[] = [];
    for (let n = 1; n <= 3; n += 1) {
      expect(await centre.dial(await centre.tick(id))).toBe('dialled');
      windows.push(windowOf(shippedRules.outbound.calendar, centre.clock.now()));
      await centre.do(id, {
        ...{ do: 'end', attempt: n, contactId: `contact-${n}`, ended: { at: centre.clock.now() + 60_000 } },
      });
    }
    expect(new Set(windows).size).toBe(3);
    expect((await centre.callOut(id)).state).toMatchObject({ is: 'finished', disposition: 'no-answer' });
  });

  it('hears what was done, and confirms with a score or contests by key', async () => {
    for (const [key, state] of [
      ['1', 'confirmed'],
      ['2', 'contested'],
    ] as const) {
      const centre = new EndingCentre();
      const supportCase = byPhone(2);
      await centre.resolve(supportCase);
      const id = await centre.plannedCall();
      centre.store.seed({
        ...((await centre.store.load('case', supportCase.id)) ?? supportCase),
        survey: {
          state: 'invited',
          invitation: 's0',
          at: CALLING_MORNING,
          expiresAt: CALLING_MORNING + 14 * DAY,
        },
      });
      await centre.dial(await centre.tick(id));
      const begun = await centre.ask(id, { step: 'begin' });
      expect(begun).toMatchObject({ goes: 'true', rate: 'true' });
      expect(`${begun.stands} ${begun.rest}`).toContain('استُبدلت المصابيح');
      await centre.ask(id, { step: 'answer', question: 'finished', key });
      await centre.ask(id, { step: 'answer', question: 'satisfaction', key: '4' });
      for (let n = 0; n < 2; n += 1)
        expect(await centre.ask(id, { step: 'outcome' })).toEqual({ said: state });
      const after = await centre.store.load('case', supportCase.id);
      expect(after).toMatchObject({ confirmation: { state, mode: 'phone' }, survey: { score: 4 } });
      expect(after?.status).toBe(state === 'confirmed' ? 'closed' : 'open');
    }
  });

  it('is asked for no score when they were asked about another matter in between', async () => {
    const centre = new EndingCentre();
    const supportCase = byPhone(2);
    await centre.resolve(supportCase);
    const id = await centre.plannedCall();
    const due = await centre.tick(id);
    const at = centre.clock.now();
    centre.store.seed({
      ...((await centre.store.load('case', supportCase.id)) ?? supportCase),
      survey: { state: 'invited', invitation: 's0', channel: 'follow-up', at, expiresAt: at + 14 * DAY },
    });
    const { id: beneficiaryId } = supportCase.beneficiary;
    const other = { beneficiaryId, channel: 'evaluation', about: 'call-out:other', until: at + DAY } as const;
    expect(await askPerson(centre.store, shippedRules.survey, other, at)).toBe('asked');
    await centre.dial(due);
    expect(await centre.ask(id, { step: 'begin' })).toMatchObject({ goes: 'true', rate: 'false' });
  });

  // Whether a text message went out before, and whether the call ends without a person.
  it.each([
    ['no message, a number that is wrong', undefined, 'invalid-number', 'free'],
    ['a message that the provider rejected', 'rejected', 'invalid-number', 'free'],
    ['an accepted message', 'accepted', 'invalid-number', 'asked'],
    ['a message that may be lost', 'unconfirmed', 'invalid-number', 'asked'],
    ['no message, a call without permission', undefined, 'not-allowed', 'free'],
  ] as const)('that nothing reached may be asked about another matter: %s', async (_, message, ends, row) => {
    const centre = new EndingCentre();
    const supportCase = byPhone(4);
    await centre.resolve(supportCase);
    const id = await centre.plannedCall();
    const at = centre.clock.now();
    const resolved = (await centre.store.load('case', supportCase.id)) ?? supportCase;
    const invited = { state: 'invited', invitation: 's0', at, expiresAt: at + 14 * DAY } as const;
    const survey = { ...invited, channel: 'follow-up' } as const;
    centre.store.seed({ ...resolved, survey });
    const about = `case:${supportCase.id}:s0`;
    const question = { beneficiaryId: 'caller-4', channel: 'follow-up', until: at + 14 * DAY } as const;
    const rules = shippedRules.survey;
    expect(await askPerson(centre.store, rules, { ...question, about }, at)).toBe('asked');
    if (message) {
      const waits = { reason: message, tries: 1, since: at, until: at, copies: [] } as const;
      const effect = { id: outcomeMessageId(resolved), at, what: 'message', to: '', token: 't' };
      const stored = message === 'accepted' ? effect : { ...effect, waits: { ...waits, reason: message } };
      await centre.store.recordEffect('case', supportCase.id, stored);
    }
    centre.answer = { refused: ends };
    expect(await centre.dial(await centre.tick(id))).toBe(ends);
    await centre.completeCall(centre.last('rida.call-out.finished.v1'));
    const again = { ...question, about: 'case:another:s0' };
    const answer = await askPerson(centre.store, rules, again, centre.clock.now());
    expect(answer).toBe(row === 'free' ? 'asked' : 'cool-down');
  });

  it('with two cases that two agents resolved at the same moment is rung once at a time, about each', async () => {
    const centre = new EndingCentre();
    const beneficiary = { id: 'caller-9', phone: '+966500000109', authenticated: false };
    const cases = [1, 2].map(() => aCase({ channel: 'phone', openedAt: CALLING_MORNING - DAY, beneficiary }));
    const calls: string[] = [];
    for (const one of cases) {
      await centre.resolve(one);
      calls.push(await centre.plannedCall());
    }
    const due = [];
    for (const id of calls) due.push(await centre.tick(id));
    const outcomes = await Promise.all(due.map((event) => centre.dial(event)));
    expect(outcomes.sort()).toEqual(['dialled', 'engaged']);
    expect(centre.orders).toHaveLength(1);
    const [rung = ''] = centre.orders.map(({ attributes }) => attributes.callOutId ?? '');
    const [other = ''] = calls.filter((id) => id !== rung);
    expect(await centre.dial(await centre.tick(other))).toBe('engaged');
    await centre.do(rung, {
      ...{ do: 'end', attempt: 1, contactId: `contact-of-${rung}` },
      ended: { at: centre.clock.now() + 60_000 },
    });
    expect(await centre.dial(await centre.tick(other))).toBe('dialled');
    expect(centre.orders.map(({ attributes }) => attributes.caseRef).sort()).toEqual(
      cases.map(({ id }) => id).sort(),
    );
  });

  it('is not called once the question is answered otherwise or the case is open again', async () => {
    const centre = new EndingCentre();
    const supportCase = byPhone(3);
    await centre.resolve(supportCase);
    const due = await centre.tick(await centre.plannedCall());
    const at = centre.clock.now();
    await handleCommand(
      { store: centre.store, rules: shippedRules },
      {
        ...{ id: supportCase.id, by: 'beneficiary', at, recordedAt: at, cause: 'called', correlationId: 'x' },
        ...{ causationId: 'x', command: { do: 'receive', channel: 'phone' } },
      },
    );
    expect(await centre.dial(due)).toBe('answered');
    expect(centre.orders).toEqual([]);
  });
});

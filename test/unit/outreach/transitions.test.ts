import { describe, expect, it, test } from 'vitest';
import type { AttemptOutcome } from '#events/vocabulary.ts';
import { outcomeOf } from '#shared/domain/outreach/attempt-outcome.ts';
import type { AttemptReport, CallOut, CallOutState, Ended } from '#shared/domain/outreach/call-out.ts';
import { HANDED_FOR } from '#shared/domain/outreach/call-out-state.ts';
import { type CallOutCommand, decideCallOut } from '#shared/domain/outreach/decide-call-out.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/time/instant.ts';
import {
  afterSteps,
  aPlan,
  aRingingCallOut,
  decided,
  outboundRules,
  CALLING_MORNING as T,
} from '#test/builders/a-call-out.ts';
import { aPlace } from '#test/builders/a-week.ts';

const tell = (report: AttemptReport, attempt = 1): CallOutCommand => ({
  ...{ do: 'tell', attempt, contactId: `contact-${attempt}`, at: T, report: { answered: true, ...report } },
});
const end = (ended: Partial<Ended> = {}, attempt = 1): CallOutCommand => ({
  ...{ do: 'end', attempt, contactId: `contact-${attempt}`, ended: { at: T + MINUTE, ...ended } },
});

/** One outbound call in each state. */
const STATES: { readonly [S in CallOutState['is']]: CallOut } = {
  held: afterSteps([aPlan({ week: aPlace({ mode: 'flow' }), held: true })]),
  planned: afterSteps([aPlan()]),
  due: afterSteps([aPlan()], [{ do: 'tick' }]),
  dialling: aRingingCallOut(),
  answered: decided(aRingingCallOut(), tell({})).state,
  finished: decided(decided(aRingingCallOut(), tell({ done: true })).state, end()).state,
};

const COMMANDS: { readonly [C in CallOutCommand['do']]: CallOutCommand } = {
  plan: aPlan(),
  tick: { do: 'tick' },
  release: { do: 'release' },
  take: { do: 'take', user: 'huda', handlers: [] },
  unwanted: { do: 'unwanted', because: 'opted-out' },
  record: { do: 'record', user: 'huda', result: 'answered', answers: {} },
  postpone: { do: 'postpone', attempt: 1, until: T + HOUR },
  dialled: { do: 'dialled', attempt: 1, contactId: 'contact-1', at: T },
  'give-up': { do: 'give-up', attempt: 1, because: 'opted-out' },
  tell: tell({}),
  end: end({ reason: 'CUSTOMER_DISCONNECT' }),
  stop: { do: 'stop', by: 'agent:huda' },
  erase: { do: 'erase', by: 'agent:huda' },
};

const everywhere = (result: string): Readonly<Record<CallOutState['is'], string>> => ({
  ...{ held: result, planned: result, due: result, dialling: result, answered: result, finished: result },
});

/** The result of each command in each state, or the reason of the rejection. */
const TABLE: { readonly [C in CallOutCommand['do']]: Readonly<Record<CallOutState['is'], string>> } = {
  plan: Object.fromEntries(Object.keys(STATES).map((state) => [state, '!already-planned'])) as never,
  release: {
    held: 'planned',
    planned: '!nothing-new',
    due: '!nothing-new',
    dialling: '!nothing-new',
    answered: '!nothing-new',
    finished: '!nothing-new',
  },
  // Only calls of agents are taken and recorded by them: `agent-call.test.ts`.
  take: { ...everywhere('!not-due'), finished: '!finished' },
  record: { ...everywhere('!not-due'), finished: '!finished' },
  unwanted: { ...everywhere('!not-due'), planned: 'finished' },
  tick: {
    held: '!not-due',
    planned: 'due',
    due: '!not-due',
    dialling: '!not-due',
    answered: '!not-due',
    finished: '!not-due',
  },
  postpone: {
    held: '!not-due',
    planned: '!not-due',
    due: 'planned',
    dialling: '!not-due',
    answered: '!not-due',
    finished: '!not-due',
  },
  dialled: {
    held: 'held',
    planned: 'dialling',
    due: 'dialling',
    dialling: 'dialling',
    answered: 'answered',
    finished: 'finished',
  },
  'give-up': {
    held: '!not-due',
    planned: '!not-due',
    due: 'finished',
    dialling: '!not-due',
    answered: '!not-due',
    finished: '!not-due',
  },
  tell: {
    held: 'held',
    planned: 'answered',
    due: 'answered',
    dialling: 'answered',
    answered: 'answered',
    finished: 'finished',
  },
  // A call that was not answered, or was hung up once, is retried.
  end: { ...everywhere('planned'), held: 'held', finished: 'finished' },
  stop: {
    held: 'finished',
    planned: 'finished',
    due: 'finished',
    dialling: 'finished',
    answered: 'finished',
    finished: '!finished',
  },
  erase: {
    held: 'finished',
    planned: 'finished',
    due: 'finished',
    dialling: 'finished',
    answered: 'finished',
    finished: 'finished',
  },
};

const cells = Object.entries(TABLE).flatMap(([command, row]) =>
  Object.entries(row).map(([state, becomes]) => [command, state, becomes] as const),
);

test.each(cells)('%s of one that is %s: %s', (command, state, becomes) => {
  const step = decideCallOut('call-out-1', STATES[state as 'due'], COMMANDS[command as 'tick'], {
    ...{ now: T, rules: outboundRules },
  });
  expect('rejected' in step ? `!${step.rejected}` : step.state.state.is).toBe(becomes);
});

test.each(Object.entries(COMMANDS).filter(([name]) => name !== 'plan'))(
  '%s of what was never planned is refused',
  (_, command) => {
    expect(decideCallOut('x', undefined, command, { now: T, rules: outboundRules })).toEqual({
      rejected: 'unknown',
    });
  },
);

describe('an attempt', () => {
  const outcomes: readonly (readonly [
    AttemptOutcome | undefined,
    AttemptReport,
    Partial<Ended> | undefined,
  ])[] = [
    [undefined, { answered: true, done: true }, undefined],
    ['completed', { answered: true, done: true }, {}],
    ['partial', { answered: true, answers: { satisfaction: 4 } }, { reason: 'CUSTOMER_DISCONNECT' }],
    ['refused', { answered: true, refused: true }, {}],
    ['opted-out', { answered: true, never: true, done: true }, {}],
    ['wrong-number', { answered: true, wrongNumber: true }, {}],
    ['not-user', { answered: true, notUser: true }, {}],
    ['callback-agreed', { answered: true, later: T + HOUR }, {}],
    ['machine', { machine: true }, {}],
    ['machine', { answered: true, silent: true }, {}],
    ['machine', { answered: true }, { machine: 'VOICEMAIL_NO_BEEP' }],
    ['hung-up', { answered: true }, { reason: 'CUSTOMER_DISCONNECT' }],
    ['hung-up', {}, { connected: true, machine: 'HUMAN_ANSWERED' }],
    ['failed', { answered: true }, { reason: 'CONTACT_FLOW_DISCONNECT' }],
    ['busy', {}, { machine: 'SIT_TONE_BUSY' }],
    ['invalid-number', {}, { machine: 'SIT_TONE_INVALID_NUMBER' }],
    ['no-answer', {}, { machine: 'AMD_UNANSWERED' }],
    ['no-answer', {}, { reason: 'TELECOM_PROBLEM' }],
    ['not-allowed', {}, { reason: 'OUTBOUND_DESTINATION_ENDPOINT_ERROR' }],
    ['failed', {}, { reason: 'OUTBOUND_ATTEMPT_FAILED' }],
    ['failed', {}, { reason: 'LOST' }],
  ];
  it.each(outcomes)('is %s when they said %o and it ended %o', (outcome, said, ended) => {
    const attempt = { number: 1, dialledAt: T, report: said, ...(ended && { ended: { at: T, ...ended } }) };
    expect(outcomeOf(attempt, 'evaluation')).toBe(outcome);
  });

  it('to accompany somebody is complete when they speak with an agent; an evaluation is not', () => {
    const attempt = {
      number: 1,
      dialledAt: T,
      report: { answered: true, agent: true },
      ended: { at: T },
    } as const;
    expect([outcomeOf(attempt, 'investor'), outcomeOf(attempt, 'evaluation')]).toEqual([
      'completed',
      'partial',
    ]);
  });
});

describe('after an attempt', () => {
  const next = (report: AttemptReport, ended: Partial<Ended>): CallOutState => {
    const reported =
      Object.keys(report).length > 0 ? decided(aRingingCallOut(), tell(report)).state : aRingingCallOut();
    return decided(reported, end(ended)).state.state;
  };

  it('that found a busy line, no answer or a machine, the wait is that of the settings', () => {
    expect(next({}, { machine: 'SIT_TONE_BUSY' })).toEqual({ is: 'planned', at: T + MINUTE + 30 * MINUTE });
    expect(next({}, { reason: 'TELECOM_PROBLEM' })).toEqual({ is: 'planned', at: T + MINUTE + 4 * HOUR });
    expect(next({ silent: true }, {})).toEqual({ is: 'planned', at: T + MINUTE + DAY });
  });

  it('that was put off, the call comes at the time they asked for', () => {
    expect(next({ later: T + 3 * HOUR }, {})).toEqual({ is: 'planned', at: T + 3 * HOUR });
  });

  it('and a next time outside the hours, it waits for the next opening', () => {
    const thursdayEvening = Date.parse('2026-11-26T16:00:00.000Z');
    const step = decided(aRingingCallOut(), end({ at: thursdayEvening, reason: 'TELECOM_PROBLEM' }));
    // No calls on Friday; Saturday from 10:00.
    expect(step.state.state).toEqual({ is: 'planned', at: Date.parse('2026-11-28T07:00:00.000Z') });
  });

  it('that got no answer for the last time allowed, it ends with the outcome of the last one', () => {
    let callOut = afterSteps([aPlan()]);
    const events: string[] = [];
    for (let attempt = 1; attempt <= outboundRules.attempts; attempt += 1) {
      const at = callOut.state.is === 'planned' ? callOut.state.at : T;
      callOut = decided(callOut, { do: 'tick' }, at).state;
      callOut = decided(callOut, { do: 'dialled', attempt, contactId: `contact-${attempt}`, at }, at).state;
      const step = decided(callOut, end({ at: at + MINUTE, machine: 'SIT_TONE_BUSY' }, attempt), at);
      callOut = step.state;
      events.push(...step.events.map(({ type, data }) => `${type} ${JSON.stringify(data)}`));
    }
    expect(callOut.state).toMatchObject({ is: 'finished', disposition: 'busy' });
    expect(callOut).not.toHaveProperty('nextDueAt');
    expect(events.at(-1)).toContain('"disposition":"busy","attempts":4');
    expect(events.filter((one) => one.startsWith('rida.call-out.attempted'))).toHaveLength(4);
  });

  it('late news changes how it ended, and says what was told before', () => {
    const over = decided(
      decided(aRingingCallOut(), tell({ answers: { satisfaction: 2 } })).state,
      end(),
    ).state;
    expect(over.state).toMatchObject({ disposition: 'partial' });
    const { events, state } = decided(over, tell({ answers: { ease: 5, finished: 1 }, done: true }));
    expect(state.state).toMatchObject({ disposition: 'completed' });
    expect(events).toEqual([
      {
        type: 'rida.call-out.finished.v1',
        data: {
          ...{ purpose: 'evaluation', disposition: 'completed', attempts: 1 },
          answers: { satisfaction: 2, ease: 5, finished: 1 },
          definition: 'evaluation-call.v1',
          from: { disposition: 'partial', answers: { satisfaction: 2 } },
        },
      },
    ]);
  });
});

describe('a call out', () => {
  it('planned in the evening waits for the morning', () => {
    const night = Date.parse('2026-11-24T19:00:00.000Z');
    expect(afterSteps([aPlan({ notBefore: night }), night]).state).toEqual({
      ...{ is: 'planned', at: Date.parse('2026-11-25T06:00:00.000Z') },
    });
  });

  it('with a timer after the hours changed is not handed on', () => {
    const night = Date.parse('2026-11-24T19:00:00.000Z');
    const step = decided(afterSteps([aPlan()]), { do: 'tick' }, night);
    expect(step).toMatchObject({ events: [], state: { state: { is: 'planned' } } });
  });

  it('that was handed on and never dialled is planned again after a day', () => {
    const { state } = decided(STATES.due, { do: 'tick' }, T + HANDED_FOR);
    expect(state.state).toEqual({ is: 'planned', at: T + HANDED_FOR });
    expect(decided(state, { do: 'tick' }, T + HANDED_FOR).events).toEqual([
      { type: 'rida.call-out.due.v1', data: { purpose: 'evaluation', attempt: 1 } },
    ]);
  });

  it('that was erased keeps how it ended and nothing personal', () => {
    const { state, events } = decided(STATES.finished, COMMANDS.erase);
    expect([state.phone, state.service, events]).toEqual([undefined, undefined, []]);
    expect(state.state).toMatchObject({ disposition: 'completed' });
    expect(decideCallOut('x', state, COMMANDS.erase, { now: T, rules: outboundRules })).toEqual({
      rejected: 'nothing-new',
    });
  });

  it('of somebody who hangs up twice ends as a refusal', () => {
    const hangUp = { reason: 'CUSTOMER_DISCONNECT' };
    const once = decided(decided(aRingingCallOut(), tell({})).state, end(hangUp)).state;
    expect(once.state).toEqual({ is: 'planned', at: T + MINUTE + DAY });
    const twice = decided(decided(once, tell({}, 2)).state, end(hangUp, 2)).state;
    expect(twice.state).toMatchObject({ is: 'finished', disposition: 'refused' });
  });
});

import { describe, expect, it } from 'vitest';
import {
  type DispatchReason,
  dispatched,
  dispatchOrder,
  surveyChannels,
} from '#shared/domain/surveys/dispatch-table.ts';
import { contactReasons, reasonsOf } from '#shared/domain/surveys/reasons.ts';
import { isSampled } from '#shared/domain/surveys/sampling.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { shippedRules } from '#test/builders/shipped-rules.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

/**
 * The effect of each reason, written by hand, in the order mail, after the call, follow-up, evaluation, message: not
 * asked (x), asked later (~), or without an effect (-).
 */
const EXPECTED: Readonly<Record<DispatchReason, string>> = {
  erased: 'xxxxx',
  merged: 'x-x-x',
  spam: 'x-x-x',
  quarantined: 'x-x-x',
  machine: 'x-x-x',
  thanks: 'x-x-x',
  withdrawn: 'x-x-x',
  duplicate: 'x-x-x',
  'not-worked': 'x-x-x',
  reopened: 'x-x-x',
  closed: 'x-x-x',
  answered: 'xxx-x',
  'own-staff': 'xxxxx',
  test: 'xxxxx',
  'no-address': 'x-xxx',
  'address-failing': 'x----',
  unauthenticated: 'x----',
  'not-sampled': 'xxx-x',
  'opted-out': 'xxxxx',
  'no-calls': '--xx-',
  'open-invitation': 'xxxxx',
  'cool-down': 'xxxxx',
  'too-early': '~-~-~',
  'quiet-hours': '~-~~~',
};
const DOES = { x: 'suppress', '~': 'wait', '-': 'ask' } as const;

describe('the dispatch of surveys', () => {
  it.each(
    Object.entries(EXPECTED).flatMap(([reason, row]) =>
      surveyChannels.map((channel, at) => [reason as DispatchReason, channel, row[at] as 'x'] as const),
    ),
  )('%s on %s: %s', (reason, channel, mark) => {
    expect(dispatched(channel, new Set([reason]))).toEqual(
      mark === ('-' as string) ? { do: 'ask' } : { do: DOES[mark], because: reason },
    );
  });

  it('decides by the first reason of the table, and a reason to wait comes last', () => {
    expect(dispatchOrder).toEqual(Object.keys(EXPECTED));
    const all = new Set(dispatchOrder);
    for (const channel of surveyChannels)
      expect(dispatched(channel, all)).toEqual({ do: 'suppress', because: 'erased' });
    expect(dispatched('mail', new Set(['quiet-hours', 'cool-down']))).toMatchObject({ because: 'cool-down' });
    expect(dispatched('mail', new Set())).toEqual({ do: 'ask' });
  });
});

const rulesWith = (over: object) => compileRules(readSettings(defaultSettings, over));

describe('the reasons of a case', () => {
  const resolved = aCase({
    status: 'resolved',
    resolution: { at: T, by: 'agent:salem', as: 'done', outcome: 'تم' },
    survey: { state: 'planned', at: T },
  });
  const reasons = (over: object, now = T, rules = shippedRules, beside = false) => [
    ...reasonsOf({ ...resolved, ...over }, 'mail', rules, { now, beside }),
  ];

  it.each<[string, object]>([
    ['spam', { closing: { at: T, reason: 'spam' } }],
    ['quarantined', { quarantine: 'malformed' }],
    ['machine', { automatic: 'bulk' }],
    ['thanks', { type: 'thanks' }],
    ['withdrawn', { closing: { at: T, reason: 'withdrawn' } }],
    ['duplicate', { closing: { at: T, reason: 'duplicate' } }],
    ['merged', { merged: { into: 'x', at: T, status: 'open' } }],
    ['erased', { erased: { at: T, because: 'request' } }],
    ['reopened', { status: 'open' }],
    ['no-address', { beneficiary: { id: 'b', phone: '+966500000001', authenticated: true } }],
    ['address-failing', { beneficiary: aBeneficiary({ failing: true }) }],
    ['unauthenticated', { beneficiary: aBeneficiary({ authenticated: false }) }],
    ['own-staff', { beneficiary: aBeneficiary({ email: 'ROADS@x.example' }) }],
    ['own-staff', { beneficiary: aBeneficiary({ email: 'salem@rida.example' }) }],
    ['own-staff', { beneficiary: aBeneficiary({ phone: '+966500000098' }) }],
    ['test', { beneficiary: aBeneficiary({ email: 'Tester@x.example' }) }],
    ['test', { beneficiary: aBeneficiary({ phone: '+966500000099' }) }],
    ['too-early', { survey: { state: 'planned', at: T + 1 } }],
  ])('contain %s', (reason, over) => {
    const rules = rulesWith({
      survey: { testContacts: ['tester@x.example', '+966500000099'] },
      departments: [
        ...defaultSettings.departments,
        { id: 'x', name: { ar: 'س', en: 'X' }, email: 'roads@x.example', headEmail: 'head@x.example' },
      ],
      staff: [
        {
          ...{ user: 'salem', name: { ar: 'سالم', en: 'Salem' }, email: 'salem@rida.example' },
          ...{ departments: ['care'], skills: [], languages: ['ar'], capacity: 5, phone: '+966500000098' },
        },
      ],
    });
    expect(reasons(over, T, rules)).toContain(reason);
  });

  it('are empty for an employee of the municipality, who is a beneficiary', () => {
    expect(reasons({ segment: 'staff', beneficiary: aBeneficiary({ email: 'eng@city.example' }) })).toEqual(
      [],
    );
  });

  it.each<[string, number, boolean]>([
    ['a Sunday at 10:00', T, false],
    ['a Sunday at 20:00', T + 10 * HOUR, true],
    ['a Sunday at 03:00', T - 7 * HOUR, true],
    ['a Friday at 14:00', T + 5 * 24 * HOUR + 4 * HOUR, true],
    ['a Saturday at 10:30', T + 6 * 24 * HOUR + HOUR / 2, false],
  ])('contain the quiet hours on %s', (_, now, quiet) => {
    expect(reasons({}, now).includes('quiet-hours')).toBe(quiet);
    expect(reasons({}, now, shippedRules, true)).not.toContain('quiet-hours');
  });
});

describe('the sample of a service', () => {
  const rulesOfShare = (surveyPercent: number) =>
    rulesWith({ services: [{ ...defaultSettings.services[0], surveyPercent }] });
  const service = defaultSettings.services[0]?.id ?? '';
  const drawn = (percent: number) => {
    const rules = rulesOfShare(percent);
    return Array.from({ length: 2_000 }, () => aCase({ service })).filter((one) => isSampled(one, rules))
      .length;
  };

  it('has its share, none of 0 and all of 100, and the same draw each time', () => {
    expect([drawn(0), drawn(100)]).toEqual([0, 2_000]);
    expect(Math.abs(drawn(30) - 600)).toBeLessThan(90);
    const one = aCase({ service });
    const rules = rulesOfShare(30);
    expect(isSampled(one, rules)).toBe(isSampled({ ...one }, rules));
    expect(isSampled(aCase(), rulesOfShare(0))).toBe(true);
  });
});

it('contacts of the centre are its own staff in whatever case they are written', () => {
  expect(contactReasons({ email: 'HELP@rida.example' }, shippedRules)).toEqual(['own-staff']);
  expect(contactReasons({ phone: '+966500000001' }, shippedRules)).toEqual([]);
});

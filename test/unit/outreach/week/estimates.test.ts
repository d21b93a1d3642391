import { describe, expect, it } from 'vitest';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import { changeBetween, weekEstimates } from '#shared/domain/outreach/week/estimates.ts';
import { tallyOf } from '#shared/domain/outreach/week/tally.ts';
import { interviewerEffect } from '#shared/domain/statistics/interviewer-effect.ts';
import { mergeStrata } from '#shared/domain/statistics/merge-strata.ts';
import { kishSize, trimmedWeights } from '#shared/domain/statistics/trimmed-weights.ts';
import { aPlace, aWeek } from '#test/builders/a-week.ts';

/** A finished call with an answer to each question. */
const answered = (stratum: string, satisfaction: number, over: Partial<CallOut> = {}): CallOut => ({
  ...{
    id: `c-${stratum}`,
    version: 1,
    causes: [],
    purpose: 'evaluation',
    beneficiaryId: 'b',
    language: 'ar',
  },
  ...{ plannedAt: 1, by: 'agent:huda', notBefore: 1, week: aPlace({ stratum }) },
  attempts: [
    {
      ...{ number: 1, by: 'huda', dialledAt: 1, ended: { at: 2 } },
      report: { answered: true, done: true, answers: { satisfaction, ease: satisfaction, finished: 1 } },
    },
  ],
  state: { is: 'finished', disposition: 'completed', at: 2 },
  ...over,
});
const many = (stratum: string, n: number, yes: number): CallOut[] =>
  Array.from({ length: n }, (_, index) => answered(stratum, index < yes ? 5 : 2));

describe('the estimates of a week', () => {
  const strata = [
    { name: 'a', population: 900, drawn: 50 },
    { name: 'b', population: 300, drawn: 30 },
    { name: 'c', population: 40, drawn: 10 },
    { name: 'd', population: 30, drawn: 8 },
  ];

  it('weight each service by its users and merge the one with equal answers, as computed by hand', () => {
    const week = aWeek({ strata, languages: { ar: 1270, en: 0 } });
    const all = [...many('a', 50, 40), ...many('b', 30, 21), ...many('c', 10, 10), ...many('d', 8, 5)];
    const { questions, rates } = weekEstimates(week, tallyOf(all));
    const [satisfaction] = questions;
    // c has only satisfied answers and is estimated with b, the next larger one: 31 of 40 among 340 users.
    const share = (900 * (40 / 50) + 340 * (31 / 40) + 30 * (5 / 8)) / 1270;
    expect(satisfaction?.shown?.merged).toEqual([['c', 'b']]);
    expect(satisfaction?.shown?.estimate.estimate).toBeCloseTo(share, 12);
    const v = [
      [900, 50, 40],
      [340, 40, 31],
      [30, 8, 5],
    ].reduce((sum, [N = 0, n = 0, yes = 0]) => {
      const p = yes / n;
      return sum + (N / 1270) ** 2 * (1 - n / N) * ((p * (1 - p)) / (n - 1));
    }, 0);
    expect(satisfaction?.shown?.estimate.effectiveN).toBeCloseTo((share * (1 - share)) / v, 9);
    // The logit interval rests on the same variance.
    const half = (1.959963984540054 * Math.sqrt(v)) / (share * (1 - share));
    expect(satisfaction?.shown?.logit?.low).toBeCloseTo(1 / (1 + ((1 - share) / share) * Math.exp(half)), 9);
    expect(satisfaction?.shown?.logit?.high).toBeCloseTo(
      1 / (1 + ((1 - share) / share) * Math.exp(-half)),
      9,
    );
    // With one language the weights are those of the services.
    expect(satisfaction?.shown?.raked?.share).toBeCloseTo(share, 9);
    expect(rates?.RR1).toBe(1);
  });

  it('hide fewer than five answers, and a week without any', () => {
    const week = aWeek({ strata });
    expect(weekEstimates(week, tallyOf(many('a', 4, 2))).questions[0]).toMatchObject({ n: 4, yes: 2 });
    expect(weekEstimates(week, tallyOf(many('a', 4, 2))).questions[0]?.shown).toBeUndefined();
    expect(weekEstimates(week, tallyOf([])).rates).toBeUndefined();
  });

  it('count open calls as unknown, and partial interviews with what was answered', () => {
    const open = answered('a', 5, { state: { is: 'planned', at: 9 }, attempts: [] });
    const partial = answered('a', 5, { state: { is: 'finished', disposition: 'partial', at: 9 } });
    const { codes, questions } = weekEstimates(
      aWeek({ strata }),
      tallyOf([open, partial, ...many('a', 3, 3)]),
    );
    expect(codes).toEqual({ '3.11': 1, '1.2': 1, '1.1': 3 });
    expect(questions[0]?.n).toBe(4);
  });

  it('of two weeks differ only when Newcombe’s interval says so', () => {
    const week = aWeek({ strata: [{ name: 'a', population: 100_000, drawn: 80 }] });
    const of = (n: number, yes: number) => weekEstimates(week, tallyOf(many('a', n, yes))).questions[0];
    // Newcombe, Statistics in Medicine 17 (1998), table II, example (a): 56/70 and 48/80 give 0.0524 to 0.3339.
    const change = changeBetween(of(70, 56), of(80, 48));
    expect(change?.estimate).toBeCloseTo(0.2, 9);
    expect(change?.low).toBeCloseTo(0.0524, 2);
    expect(change?.high).toBeCloseTo(0.3339, 2);
    expect(changeBetween(of(70, 56), of(3, 1))).toBeUndefined();
  });
});

describe('the merging of strata', () => {
  it.each([
    [
      [
        ['a', 100, 20, 10],
        ['b', 50, 1, 1],
      ],
      [['b', 'a']],
    ],
    [
      [
        ['a', 100, 20, 20],
        ['b', 50, 10, 5],
        ['c', 10, 4, 2],
      ],
      [['c'], ['b', 'a']],
    ],
    // Everybody answered, and a stratum of one whose person answered.
    [
      [
        ['a', 5, 5, 5],
        ['b', 1, 1, 1],
        ['c', 50, 20, 10],
      ],
      [['b'], ['a'], ['c']],
    ],
    [[['a', 100, 20, 20]], [['a']]],
    [
      [
        ['a', 100, 0, 0],
        ['b', 50, 0, 0],
        ['c', 10, 0, 0],
      ],
      [['c', 'b', 'a']],
    ],
  ] as const)('of %j gives %j', (strata, groups) => {
    const merged = mergeStrata(strata.map(([name, population, n, yes]) => ({ name, population, n, yes })));
    expect(merged.map(({ of }) => of)).toEqual(groups);
    const sum = (key: 'population' | 'n' | 'yes') => merged.reduce((total, one) => total + one[key], 0);
    expect([sum('population'), sum('n')]).toEqual([
      strata.reduce((total, [, population]) => total + population, 0),
      strata.reduce((total, [, , n]) => total + n, 0),
    ]);
  });
});

describe('weights', () => {
  it('have the effective size of Kish', () => {
    // Kish: weights 1 and 3, ten answers each: (10 + 30)² / (10 + 90) = 16.
    const cells = [1, 3].map((weight) => ({ values: {}, n: 10, weight }));
    expect(kishSize(cells, [1, 3])).toBeCloseTo(16, 12);
    expect(kishSize(cells, [2, 2])).toBeCloseTo(20, 12);
  });

  it('beyond five times the median are trimmed', () => {
    const cells = [
      { values: { service: 'a' }, n: 50, weight: 1 },
      { values: { service: 'b' }, n: 2, weight: 1 },
    ];
    const weights = trimmedWeights(cells, { service: { a: 100, b: 400 } });
    expect(weights).toEqual([2, 10]);
    expect(trimmedWeights(cells, { service: { a: 100, b: 8 } })).toEqual([2, 4]);
  });
});

describe('the effect of interviewers', () => {
  it('is one when all interviewers have the same share, and grows with their differences', () => {
    expect(
      interviewerEffect([
        { n: 10, yes: 5 },
        { n: 10, yes: 5 },
      ]),
    ).toEqual({ rho: 0, effect: 1 });
    // All variance is between the two: ρ = 1, and 10 answers each count as one.
    expect(
      interviewerEffect([
        { n: 10, yes: 10 },
        { n: 10, yes: 0 },
      ]),
    ).toEqual({ rho: 1, effect: 10 });
    expect(interviewerEffect([{ n: 10, yes: 5 }])).toBeUndefined();
    expect(
      interviewerEffect([
        { n: 1, yes: 1 },
        { n: 1, yes: 0 },
      ]),
    ).toBeUndefined();
  });

  it('is that of one-way analysis of variance', () => {
    // Groups 8/10, 6/10 and 4/10: mean squares 0.4 between and 6.4/27 within, so ρ = (0.4 − w)/(0.4 + 9w).
    const within = 6.4 / 27;
    const effect = interviewerEffect([8, 6, 4].map((yes) => ({ n: 10, yes })));
    expect(effect?.rho).toBeCloseTo((0.4 - within) / (0.4 + 9 * within), 12);
  });
});

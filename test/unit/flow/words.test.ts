import { describe, expect, it } from 'vitest';
import { seeded } from '#shared/flow/interpreter.ts';
import { parseHours, parseQueues, scriptOf, WordError } from '#shared/flow/run/script-words.ts';

describe('the words a call is described with', () => {
  it('reads a script', () => {
    expect(scriptOf('1, 23#,,timeout,silence,hangup,answer,leave')).toEqual([
      { keys: '1' },
      { keys: '23#' },
      'silence',
      'silence',
      'silence',
      'hang-up',
      'agent-answers',
      'agent-leaves',
    ]);
  });

  it('reads hours, by name of the hours or of the queue', () => {
    const isOpen = parseHours(['closed', 'Basic Hours=open', 'investors=open']);
    expect([
      isOpen({}, 0),
      isOpen({ hours: 'Basic Hours' }, 0),
      isOpen({ queue: 'investors' }, 0),
      parseHours([])({ hours: 'any' }, 0),
    ]).toEqual([false, true, true, true]);
  });

  it('reads queues', () => {
    const queue = parseQueues(['contacts=4', 'staff.available=0', 'staff.contacts=1']);
    expect(queue('general')).toMatchObject({ contacts: 4, agents: { available: 1 } });
    expect(queue('staff')).toMatchObject({ contacts: 1, agents: { available: 0 } });
  });

  it.each([
    () => parseHours(['ajar']),
    () => parseHours(['Basic=maybe']),
    () => parseQueues(['mood=3']),
    () => parseQueues(['contacts=many']),
  ])('refuses what it does not understand', (read) => {
    expect(read).toThrow(WordError);
  });
});

describe('chance with a seed', () => {
  it('repeats itself, stays within bounds and differs by seed', () => {
    const draw = (seed: number) => Array.from({ length: 200 }, seeded(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((number) => number >= 0 && number < 1)).toBe(true);
  });
});

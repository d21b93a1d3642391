import { describe, expect, it } from 'vitest';
import { WaitingRoom } from '#infra/local/phone/waiting-room.ts';

const agents = (staffed: number, available: number) => ({ online: staffed, staffed, available });

describe('the wait that is announced', () => {
  it.each([
    ['is unknown while nobody answers', 1, agents(0, 0), undefined],
    ['is none while an agent is free', 1, agents(2, 1), 0],
    ['is a call long for the first who finds all busy', 1, agents(1, 0), 100],
    ['is shared by those who answer', 4, agents(2, 0), 200],
    ['leaves out the calls that free agents take at once', 3, agents(2, 2), 50],
  ])('%s', (_, calls, staffing, seconds) => {
    const room = new WaitingRoom<string>(10);
    for (const took of [80, 120]) room.handled(took);
    expect(room.estimate(calls, staffing)).toBe(seconds);
  });
});

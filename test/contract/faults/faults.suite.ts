import { expect, it } from 'vitest';
import { type OpenAdapters, tryEveryFault, useCases } from './converging.ts';

/** Let each call of each use case fail in every way, over a set of adapters: one of so many points, or all. */
export function faultsSuite(adapters: string, open: OpenAdapters, share: number): void {
  let points = 0;
  let converged = 0;

  it.each(useCases)('$name: $outcome', async (useCase) => {
    const tried = await tryEveryFault(open, useCase, share);
    points += tried.points;
    converged += tried.points - tried.diverging.length;
    expect(tried.diverging).toEqual([]);
  });

  it('at least 500 points, and all converge', () => {
    const share = ((converged / points) * 100).toFixed(1);
    console.log(`${points} fault points over ${adapters}: ${converged} converge (${share} %)`);
    expect(points).toBeGreaterThanOrEqual(500);
    expect(converged).toBe(points);
  });
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costTable, fixedSum, unpriced } from '#infra/tools/template/cost.ts';
import type { Resource } from '#infra/tools/template/model.ts';
import { synthesise } from './synthesise.ts';

const template = synthesise();
const withResources = (resources: Record<string, Resource>) => ({
  ...template,
  resources: { ...template.resources, ...resources },
});
const stream = (hours: number): Resource => ({
  Type: 'AWS::Kinesis::Stream',
  Properties: { ShardCount: 1, RetentionPeriodHours: hours },
});

describe('the fixed charges', () => {
  it('are at most 30 US dollars a month beside Connect', () => {
    expect(fixedSum(template)).toBeLessThanOrEqual(30);
  });

  it('would be 76 with two streams of seven days', () => {
    const [[id = ''] = []] = template.ofType('AWS::Kinesis::Stream');
    const before = withResources({ [id]: stream(168), Other: stream(168) });
    expect(fixedSum(before) - fixedSum(template)).toBeCloseTo(2 * 730 * 0.042 - 730 * 0.018, 5);
    expect(fixedSum(before)).toBeGreaterThan(70);
  });

  it('have a price for each type of resource, and a new type needs one', () => {
    expect(unpriced(template)).toEqual([]);
    expect(unpriced(withResources({ Guard: { Type: 'AWS::WAFv2::WebACL', Properties: {} } }))).toEqual([
      'AWS::WAFv2::WebACL',
    ]);
  });

  it('are in the README: run npm run --silent cost', () => {
    expect(readFileSync(new URL('../../infra/aws/README.md', import.meta.url), 'utf8')).toContain(
      costTable(template),
    );
  });
});

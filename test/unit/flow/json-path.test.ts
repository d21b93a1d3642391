import { describe, expect, it } from 'vitest';
import { fillIn, lookUp, referencesIn } from '#shared/flow/run/json-path.ts';

const data = { Attributes: { name: 'سارة', 'my key': 'k' }, External: { list: ['a', 'b'], n: 3 } };

describe('references in texts', () => {
  it.each([
    ['أهلًا $.Attributes.name.', 'أهلًا سارة.'],
    ["$.Attributes['my key']!", 'k!'],
    ['$.External.list[1] and $.External.n', 'b and 3'],
    ['$.Attributes.absent stays out', ' stays out'],
    ['costs $5 or $ 5', 'costs $5 or $ 5'],
  ])('%s', (text, filled) => {
    expect(fillIn(text, data)).toBe(filled);
  });

  it('finds each reference', () => {
    expect(referencesIn('a $.External.x, b $.Attributes.y.')).toEqual(['$.External.x', '$.Attributes.y']);
  });

  it('reads own properties only', () => {
    expect(lookUp('$.Attributes.constructor', data)).toBeUndefined();
  });
});

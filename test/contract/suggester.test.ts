import { describe } from 'vitest';
import { WrittenSuggester } from '#test/doubles/written-suggester.ts';
import { suggesterContract } from './suggester.suite.ts';

const lighting = { type: 'report', category: 'lighting', confidence: 0.8 } as const;
describe('the written double', () =>
  suggesterContract(() => new WrittenSuggester({ إنارة: lighting }), 'إنارة'));

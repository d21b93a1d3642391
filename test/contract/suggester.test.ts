import { WrittenSuggester } from '#test/doubles/written-suggester.ts';
import { suggesterContract } from './suggester.suite.ts';

const lighting = { type: 'report', category: 'lighting', confidence: 0.8 } as const;
suggesterContract('the written double', () => new WrittenSuggester({ إنارة: lighting }), 'إنارة');

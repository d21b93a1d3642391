import { describe } from 'vitest';
import { MemoryFigures } from '#test/doubles/memory-figures.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { keepersSuite } from './keepers.suite.ts';

describe('MemoryFigures and MemorySettings', () => {
  const keepers = { figures: new MemoryFigures(), settings: new MemorySettings() };
  keepersSuite(() => keepers);
});

import v8 from '@vitest/coverage-v8';
import type { CoverageProviderModule } from 'vitest/node';

/**
 * Set in the projects that test the domain by itself. Coverage makes tests half as slow again, and the report reads
 * every file of the domain once a project. Therefore the other projects run without it.
 */
const isMeasured = process.env.RIDA_MEASURED === '1';

/** The coverage provider of Vitest in the measured projects, and none in the others. */
const coverage: CoverageProviderModule = {
  getProvider: () => v8.getProvider(),
  startCoverage: (options) => (isMeasured ? v8.startCoverage?.(options) : undefined),
  takeCoverage: (options) => (isMeasured ? v8.takeCoverage?.(options) : undefined),
  stopCoverage: (options) => (isMeasured ? v8.stopCoverage?.(options) : undefined),
};
export default coverage;

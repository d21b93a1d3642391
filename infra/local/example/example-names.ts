/** The examples that `npm start -- --example` takes. */
export const EXAMPLE_NAMES = ['day', 'year', 'year-200-staff'] as const;
export type ExampleName = (typeof EXAMPLE_NAMES)[number];

import { Template } from 'aws-cdk-lib/assertions';
import { synthesise } from './synthesise.ts';

/** Return the template for the settings of a stage, as text. */
export const templateOf = (settings: object): string =>
  JSON.stringify(Template.fromStack(synthesise(settings).stack).toJSON());

if (process.argv[1] === import.meta.filename)
  process.stdout.write(templateOf(JSON.parse(process.argv[2] ?? '{}') as object));

import { writeFileSync } from 'node:fs';
import { alarmsTable } from './template/alarms.ts';
import { synthesised } from './template/synthesised.ts';

writeFileSync(new URL('../aws/ALARMS.md', import.meta.url), alarmsTable(synthesised()));
console.log('infra/aws/ALARMS.md written');

import { writeFileSync } from 'node:fs';
import { measuresTable } from './measures-docs.ts';

writeFileSync(new URL('../../functions/reports/measures.md', import.meta.url), measuresTable());
console.log('functions/reports/measures.md written');

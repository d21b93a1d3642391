import { writeFileSync } from 'node:fs';
import { logCodesTable } from './log-codes-docs.ts';

writeFileSync(new URL('../aws/LOG-CODES.md', import.meta.url), logCodesTable());
console.log('infra/aws/LOG-CODES.md written');

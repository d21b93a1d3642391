import { mkdirSync, writeFileSync } from 'node:fs';
import { exportSchemas } from './export-docs.ts';

const folder = new URL('../../functions/reports/export-schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of exportSchemas()) writeFileSync(new URL(name, folder), text);
console.log('functions/reports/export-schemas written');

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readme, schemas } from './events-docs.ts';

const folder = new URL('../../events/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
const current = schemas();
for (const name of readdirSync(folder)) if (!current.has(name)) rmSync(new URL(name, folder));
for (const [name, text] of current) writeFileSync(new URL(name, folder), text);
writeFileSync(new URL('../../events/README.md', import.meta.url), readme());
console.log(`events/README.md and ${current.size} schemas written`);

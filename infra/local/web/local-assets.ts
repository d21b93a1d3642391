import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';

const SCRIPTS = {
  'phone.js': new URL('./phone.client.js', import.meta.url),
  'phone-desk.js': new URL('./phone-desk.client.js', import.meta.url),
  'phone-sound.js': new URL('./phone-sound.client.js', import.meta.url),
  'phone-page.js': new URL('./phone-page.client.js', import.meta.url),
} as const;

const STYLE = new URL('./local.css', import.meta.url);

/** The style of the local pages and the scripts of the phone. */
export const localAssets = new Hono().get('/local/local.css', async (c) =>
  c.body(await readFile(STYLE, 'utf8'), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
);
for (const [name, file] of Object.entries(SCRIPTS)) {
  localAssets.get(`/local/${name}`, async (c) =>
    c.body(await readFile(file, 'utf8'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
}

import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { localStyle } from './local-style.ts';

const SCRIPT = new URL('./phone.client.js', import.meta.url);

/** The style of this computer's own pages, and the phone's script: the only one there is. */
export const localAssets = new Hono()
  .get('/local/local.css', (c) => c.body(localStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  .get('/local/phone.js', async (c) =>
    c.body(await readFile(SCRIPT, 'utf8'), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );

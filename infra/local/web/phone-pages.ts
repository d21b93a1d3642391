import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import type { PhoneCall } from '../phone/phone-call.ts';
import type { Switchboard } from '../phone/switchboard.ts';
import { localPage, wordsFor } from './local-page.ts';

const KEYS = ['1', '2 ABC', '3 DEF', '4 GHI', '5 JKL', '6 MNO', '7 PQRS', '8 TUV', '9 WXYZ', '*', '0', '#'];

const callBody = z.object({
  caller: z
    .string()
    .trim()
    .regex(/^\+[1-9]\d{6,14}$/u)
    .optional()
    .or(z.literal('').transform(() => undefined)),
});
const keysBody = z.object({ keys: z.string().regex(/^[0-9*#\u0660-\u0669]{1,20}$/u) });

const bodyOf = async (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);

/** The browser phone: its page, and the calls its script makes. */
export function phonePages(switchboard: Switchboard): Hono {
  const app = new Hono();

  app.get('/phone', (c) => {
    const { w, language } = wordsFor(c);
    const key = (text: string) => {
      const [sign, letters] = text.split(' ');
      return html`<button type="button" data-key="${sign}">${sign}${letters ? html`<small>${letters}</small>` : ''}</button>`;
    };
    return localPage(c, {
      title: w.phoneTitle,
      here: '/phone',
      script: '/local/phone.js',
      body: html`<h1>${w.phoneTitle}</h1><p>${w.phoneText}</p>
<noscript><div class="notice notice-warn"><p>${w.needsScript}</p></div></noscript>
<div class="columns" id="phone" data-language="${language}" data-states="${JSON.stringify(w.states)}">
<section class="card">
<form id="dial"><label class="field"><span>${w.number}</span><input id="caller" inputmode="tel" dir="ltr" value="+966501234567" pattern="\\+[1-9][0-9]{6,14}"></label>
<div class="row-actions"><button class="primary" type="submit" id="call">${w.call}</button><button class="hang-up" type="button" id="hang-up" hidden>${w.hangUp}</button></div></form>
<div class="keypad" role="group" aria-label="${w.keypad}">${KEYS.map(key)}</div>
<label class="row-actions"><input type="checkbox" id="voice" checked> ${w.voice}</label>
</section>
<section class="card"><h2>${w.transcript}</h2><p class="faint" id="state" role="status"></p>
<ol class="transcript" id="transcript" aria-live="polite"></ol></section>
</div>`,
    });
  });

  app.post('/phone/calls', async (c) => {
    const body = callBody.safeParse(await bodyOf(c));
    if (!body.success) return c.json({ wrong: 'caller: expected a number such as +966501234567' }, 422);
    return c.json(await switchboard.call(body.data.caller), 201);
  });

  const acts: Readonly<Record<string, (call: PhoneCall) => Promise<unknown>>> = {
    silence: (call) => call.silence(),
    'hang-up': (call) => call.hangUp(),
  };

  app.get('/phone/calls/:id', (c) => {
    const call = switchboard.find(c.req.param('id'));
    return call ? c.json(call.view) : c.json({ wrong: 'no such call' }, 404);
  });

  app.post('/phone/calls/:id/:act{keys|silence|hang-up}', async (c) => {
    const call = switchboard.find(c.req.param('id'));
    if (!call) return c.json({ wrong: 'no such call' }, 404);
    const act = acts[c.req.param('act')];
    if (act) return c.json(await act(call));
    const body = keysBody.safeParse(await bodyOf(c));
    if (!body.success) return c.json({ wrong: 'keys: expected 0–9, * and #' }, 422);
    return c.json(await call.press(body.data.keys));
  });
  return app;
}

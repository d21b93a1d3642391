import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { CALL_LINES } from '#shared/domain/telephone/line.ts';
import type { CallView } from '../phone/call-view.ts';
import { AUDIO_TYPES, type AudioType } from '../phone/recorder.ts';
import type { Switchboard } from '../phone/switchboard.ts';

/** The maximum number of active calls, and of listed calls. */
const MOST_CALLS = 50;
const LISTED = 30;
/** The maximum size of a sound upload. Two minutes of speech are about half a megabyte. */
const MOST_SOUND = 4 * 1024 * 1024;
const MOST_JSON = 16 * 1024;

const callBody = z.object({
  caller: z
    .string()
    .trim()
    .regex(/^\+[1-9]\d{6,14}$/u)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  line: z.enum(CALL_LINES).default('general'),
});
const keysBody = z.object({ keys: z.string().regex(/^[0-9*#\u0660-\u0669]{1,20}$/u) });
const sayBody = z.object({ text: z.string().trim().min(1).max(1000) });
const segmentParam = z.coerce.number().int().min(0).max(1000);

const bodyOf = async (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);

/** Return a call for the list, without its transcript. */
const brief = ({ lines: _, ...view }: CallView) => view;

const isAudio = (type: string): type is AudioType => Object.hasOwn(AUDIO_TYPES, type);

/** The endpoints for the script of the phone: calls, keys, text and sound. */
export function phoneCalls(switchboard: Switchboard): Hono {
  const app = new Hono();
  const wrong = (c: Context, text: string, status: 404 | 415 | 422 | 429 = 422) =>
    c.json({ wrong: text }, status);
  const small = bodyLimit({ maxSize: MOST_JSON });

  app.get('/phone/calls', (c) => c.json({ calls: switchboard.calls().slice(0, LISTED).map(brief) }));

  app.post('/phone/calls', small, async (c) => {
    const body = callBody.safeParse(await bodyOf(c));
    if (!body.success)
      return wrong(c, 'caller: expected a number such as +966501234567; line: one of the centre’s');
    if (switchboard.calls().filter(({ state }) => state !== 'ended').length >= MOST_CALLS)
      return wrong(c, `calls: at most ${MOST_CALLS} at a time`, 429);
    return c.json(await switchboard.call(body.data.caller, body.data.line), 201);
  });

  app.get('/phone/calls/:id', (c) => {
    const call = switchboard.find(c.req.param('id'));
    return call ? c.json(call.view) : wrong(c, 'no such call', 404);
  });

  app.post('/phone/calls/:id/keys', small, async (c) => {
    const call = switchboard.find(c.req.param('id'));
    if (!call) return wrong(c, 'no such call', 404);
    const body = keysBody.safeParse(await bodyOf(c));
    return body.success ? c.json(await call.press(body.data.keys)) : wrong(c, 'keys: expected 0–9, * and #');
  });

  app.post('/phone/calls/:id/say', small, async (c) => {
    const call = switchboard.find(c.req.param('id'));
    if (!call) return wrong(c, 'no such call', 404);
    const body = sayBody.safeParse(await bodyOf(c));
    return body.success
      ? c.json(await call.say('caller', body.data.text))
      : wrong(c, 'text: expected 1 to 1000 characters');
  });

  app.post('/phone/calls/:id/recordings/:segment', bodyLimit({ maxSize: MOST_SOUND }), async (c) => {
    const call = switchboard.find(c.req.param('id'));
    const segment = segmentParam.safeParse(c.req.param('segment'));
    if (!call || !segment.success) return wrong(c, 'no such call', 404);
    const [type = ''] = (c.req.header('Content-Type') ?? '').split(';');
    if (!isAudio(type)) return wrong(c, `sound: expected ${Object.keys(AUDIO_TYPES).join(', ')}`, 415);
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const kept = bytes.byteLength > 0 && (await call.keepSound(segment.data, type, bytes));
    return kept ? c.json({ kept: bytes.byteLength }) : wrong(c, 'no such recording', 404);
  });

  app.post('/phone/calls/:id/:act{silence|hang-up|answer|machine|decline}', async (c) => {
    const { id, act } = c.req.param();
    const call = switchboard.find(id);
    if (!call) return wrong(c, 'no such call', 404);
    if (act === 'answer' || act === 'machine')
      return c.json(await switchboard.pickUp(id, act === 'answer' ? 'person' : 'machine'));
    if (act === 'decline') return c.json(await switchboard.decline(id));
    return c.json(await (act === 'silence' ? call.silence() : call.hangUp()));
  });
  return app;
}

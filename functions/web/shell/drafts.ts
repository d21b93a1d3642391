import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { shortInstant } from '#shared/domain/text/short-instant.ts';
import type { DraftStore } from '#shared/ports/draft-store.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { View } from './view.ts';

/** Dependencies of the drafts. */
export interface DraftDeps {
  readonly drafts: DraftStore;
  readonly clock: Clock;
}

/** The longest draft. Its item has to fit into the 400 KB that DynamoDB allows, at three bytes a letter. */
const MOST_LETTERS = 100_000;

const place = z.string().regex(/^\/[\w./%@-]{1,200}$/u);
const form = z.string().regex(/^[^#\p{Cc}]{1,300}$/u);
const edit = z.uuid();
const typed = z.object({
  place,
  form,
  edit,
  fields: z
    .string()
    .max(2 * MOST_LETTERS)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.record(z.string().max(100), z.string()))
    .refine((fields) => Object.values(fields).join('').length <= MOST_LETTERS),
});
const discarded = z.object({ place, form, edit });

/** The hidden field that the script adds to a form: the edit, and the form among those of its page. */
const sentDraft = z.string().transform((text, context) => {
  const read = z.tuple([edit, form]).safeParse([text.slice(0, 36), text.slice(37)]);
  if (read.success) return { edit: read.data[0], form: read.data[1] };
  context.addIssue({ code: 'custom', message: 'no draft' });
  return z.NEVER;
});

/** Return the routes with which the script of the pages keeps what a person types. */
export function draftRoutes({ drafts, clock }: DraftDeps, viewOf: (c: Context) => Promise<View>): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const asked = place.safeParse(c.req.query('place'));
    if (!asked.success) return c.json([], 400);
    const { agent, now, language } = await viewOf(c);
    const kept = await drafts.drafts({ place: asked.data, user: agent.user });
    return c.json(kept.map((one) => ({ ...one, at: shortInstant(one.at, now, language) })));
  });

  app.post('/', async (c) => {
    const sent = typed.safeParse(await c.req.parseBody());
    if (!sent.success) return c.body(null, 400);
    const { place: of, form: name, edit: id, fields } = sent.data;
    const owner = { place: of, user: c.get('agent').user };
    await drafts.save(owner, id, { form: name, fields, at: clock.now() });
    return c.body(null, 204);
  });

  app.post('/discard', async (c) => {
    const sent = discarded.safeParse(await c.req.parseBody());
    if (!sent.success) return c.body(null, 400);
    const { place: of, form: name, edit: id } = sent.data;
    await drafts.end({ place: of, user: c.get('agent').user }, id, name, clock.now());
    return c.body(null, 204);
  });

  return app;
}

/** Return the path of the page with a form, of the path to which the form is sent. */
export const placeOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** Return the address of the page of a form, encoded as the browser sent it, for a redirect. */
export const pageOfForm = (c: Context): string => placeOf(new URL(c.req.url).pathname);

/** Remove the draft of the form that was carried out in this request, if its page kept one. */
export async function endDraft(c: Context, { drafts, clock }: DraftDeps): Promise<void> {
  const body = await c.req.parseBody();
  const sent = sentDraft.safeParse(body.draft);
  if (!sent.success) return;
  const owner = { place: placeOf(c.req.path), user: c.get('agent').user };
  await drafts.end(owner, sent.data.edit, sent.data.form, clock.now());
}

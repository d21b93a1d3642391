import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Language } from '#events/vocabulary.ts';
import { shortInstant } from '#shared/domain/text/short-instant.ts';
import type { DraftOwner, DraftStore } from '#shared/ports/draft-store.ts';
import type { Clock } from '#shared/ports/outside.ts';

/** Dependencies of the drafts. */
export interface DraftDeps {
  readonly drafts: DraftStore;
  readonly clock: Clock;
}

/** The longest draft. Its item has to fit into the 400 KB that DynamoDB allows, at three bytes a letter. */
const MOST_LETTERS = 100_000;

const place = z.string().regex(/^\/[\w./%@~-]{1,200}$/u);
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
    .pipe(z.record(z.string().max(200), z.string()))
    .refine((fields) => Object.values(fields).join('').length <= MOST_LETTERS),
});
const discarded = z.object({ place, form, edit });

/** A draft that a form names: the edit, the page of the form, and the form among those of the page. */
const sentDraft = z
  .string()
  .transform((text) => /^(\S+) (\S+) (.+)$/su.exec(text)?.slice(1) ?? [])
  .pipe(z.tuple([edit, place, form]))
  .transform(([of, shown, name]) => ({ edit: of, place: shown, form: name }));

/** The person who types on a page, and the context of the answer to the script. */
export interface DraftPage {
  readonly owner: DraftOwner;
  readonly language: Language;
  /** Whether the page has a form of this name. Every name when missing. */
  readonly hasForm?: (form: string) => boolean;
}

/**
 * Return the routes with which the script of the pages keeps typed words.
 * @param pageOf returns the owner of the drafts of a place; undefined for a place that keeps none
 */
export function draftRoutes(
  { drafts, clock }: DraftDeps,
  pageOf: (c: Context, place: string) => Promise<DraftPage | undefined>,
): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const asked = place.safeParse(c.req.query('place'));
    const page = asked.success ? await pageOf(c, asked.data) : undefined;
    if (!page) return c.json([], 400);
    const kept = await drafts.drafts(page.owner);
    return c.json(kept.map((one) => ({ ...one, at: shortInstant(one.at, clock.now(), page.language) })));
  });

  /** Read a request about one form. Return undefined when it is not one of the page. */
  async function read<T extends { place: string; form: string }>(c: Context, schema: z.ZodType<T>) {
    const sent = schema.safeParse(await c.req.parseBody());
    const page = sent.success ? await pageOf(c, sent.data.place) : undefined;
    if (!sent.success || !page || page.hasForm?.(sent.data.form) === false) return undefined;
    return { ...sent.data, owner: page.owner };
  }

  app.post('/', async (c) => {
    const sent = await read(c, typed);
    if (!sent) return c.body(null, 400);
    await drafts.save(sent.owner, sent.edit, { form: sent.form, fields: sent.fields, at: clock.now() });
    return c.body(null, 204);
  });

  app.post('/discard', async (c) => {
    const sent = await read(c, discarded);
    if (!sent) return c.body(null, 400);
    await drafts.end(sent.owner, sent.edit, sent.form, clock.now());
    return c.body(null, 204);
  });

  return app;
}

/** Return the path of the page with a form, of the path to which the form is sent. */
export const placeOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** Return the address of the page of a form, encoded as the browser sent it, for a redirect. */
export const pageOfForm = (c: Context): string => placeOf(new URL(c.req.url).pathname);

/** The field with the draft of the form of the step before, of a change in two steps. */
export const EARLIER_DRAFT = 'began';

/**
 * Return the draft of the first step of a change, for the form of its second step. The second step sends it beside its
 * own.
 */
export async function firstDraft(c: Context): Promise<string> {
  const { draft, [EARLIER_DRAFT]: began } = await c.req.parseBody();
  const [first = ''] = [began, draft].filter((one) => typeof one === 'string');
  return first;
}

/** Remove the drafts of the form that was carried out in this request, and of the step before it, if there are any. */
export async function endDrafts(
  c: Context,
  { drafts, clock }: DraftDeps,
  ownerOf: (place: string) => DraftOwner,
): Promise<void> {
  const body = await c.req.parseBody();
  for (const field of [body.draft, body[EARLIER_DRAFT]]) {
    const sent = sentDraft.safeParse(field);
    if (sent.success) await drafts.end(ownerOf(sent.data.place), sent.data.edit, sent.data.form, clock.now());
  }
}

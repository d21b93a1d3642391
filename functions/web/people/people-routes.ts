import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { preference, verificationMeans } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { PersonCommand } from '#shared/domain/people/decide-person.ts';
import type { ContactPoint } from '#shared/domain/people/person.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import type { Clock, Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { contactFrom } from '../shell/contact-from.ts';
import { pageOfForm } from '../shell/drafts.ts';
import { type Flash, statusOf } from '../shell/flash.ts';
import { refusedPage } from '../shell/plain-page.ts';
import type { View } from '../shell/view.ts';
import { loadPerson } from './load-person.ts';
import { peopleText } from './people-text.ts';
import { personPage, type TypedForm } from './person-page.ts';

interface Deps {
  readonly store: Store;
  readonly keys: Keys;
  readonly clock: Clock;
}

const PERSON_ID = /^[\w-]{1,40}$/u;
const page = z.object({
  token: z.uuid(),
  /** The version of the record that the person saw. 0 for a missing record. */
  seen: z.coerce.number().int().nonnegative().optional(),
});
const forms = {
  join: z.object({ contact: z.string().trim().min(1).max(254) }),
  part: z.object({ other: z.string().regex(PERSON_ID) }),
  prefer: z.object(
    Object.fromEntries(preference.options.map((one) => [one, z.literal('1').optional()])) as Record<
      (typeof preference.options)[number],
      z.ZodOptional<z.ZodLiteral<'1'>>
    >,
  ),
  verify: z.object({ means: verificationMeans }),
  erase: z.object({ sure: z.literal('1') }),
} as const;
type Action = keyof typeof forms;

/** Return the id of the other address, typed or taken from a case; also the address itself if it was typed. */
async function otherOf(
  { store, keys }: Deps,
  typed: string,
): Promise<{ other: string; contact?: ContactPoint } | undefined> {
  const reference = parseReference(typed);
  const supportCase = reference && (await store.load('case', reference));
  if (supportCase) return supportCase.erased ? undefined : { other: supportCase.beneficiary.id };
  const contact = contactFrom(typed);
  if (!contact) return undefined;
  const other = await beneficiaryId(keys, contact);
  const [kind, value] =
    'email' in contact ? (['email', contact.email] as const) : (['phone', contact.phone] as const);
  return { other, contact: { kind, value, beneficiaryId: other } };
}

async function commandOf(
  deps: Deps,
  action: Action,
  body: unknown,
  user: string,
): Promise<PersonCommand | undefined> {
  const by = `agent:${user}` as const;
  const given = forms[action].safeParse(body);
  if (!given.success) return undefined;
  switch (action) {
    case 'join': {
      const other = await otherOf(deps, forms.join.parse(body).contact);
      return other && { do: 'join', ...other, by };
    }
    case 'part':
      return { do: 'part', other: forms.part.parse(body).other, by };
    case 'prefer': {
      const wanted = forms.prefer.parse(body);
      return { do: 'prefer', optOuts: preference.options.filter((one) => wanted[one] === '1'), by };
    }
    case 'verify':
      return { do: 'verify', means: forms.verify.parse(body).means, by };
    case 'erase':
      return { do: 'erase', by };
  }
}

/** No form asks for an opinion, so that the row of a person refuses none. */
type FormRejection = keyof (typeof peopleText)['ar']['rejected'];

/** The message of a rejection. An overtaken form is a conflict with another person. */
const rejectionOf = (rejected: FormRejection, w: (typeof peopleText)['ar']): Flash => ({
  tone: 'bad',
  text: w.rejected[rejected],
  conflict: rejected === 'overtaken',
});

/** Return the pages of beneficiaries: their addresses and preferences. */
export function peoplePages(deps: Deps, viewOf: (c: Context) => Promise<View>): Hono {
  const { store, clock } = deps;
  const app = new Hono();

  const show = async (c: Context, flash?: Flash, typed?: TypedForm) => {
    const id = c.req.param('id') ?? '';
    const file = PERSON_ID.test(id) ? await loadPerson(store, id, c.get('agent')) : undefined;
    if (!file) return c.notFound();
    return c.html(personPage(await viewOf(c), file, { flash, typed }), statusOf(flash));
  };

  app.get('/:id', async (c) => {
    const { language } = await viewOf(c);
    return show(
      c,
      c.req.query('done') === '1' ? { tone: 'good', text: peopleText[language].done } : undefined,
    );
  });

  const attempt = async (c: Context, action: Action, id: string, view: View) => {
    const { agent, language } = view;
    const body = await c.req.parseBody();
    const shown = page.safeParse(body);
    const command = shown.success ? await commandOf(deps, action, body, agent.user) : undefined;
    const w = peopleText[language];
    const typed = { action, fields: body };
    if (!shown.success || !command) return show(c, { tone: 'bad', text: w.wrong[action] }, typed);
    if (!mayCommand(agent.roles, 'person', command.do))
      return c.html(refusedPage(view, 'cases.supervise'), 403);
    const now = clock.now();
    const { seen, token } = shown.data;
    // Going back and sending again is the same act, although its draft is another one.
    const { draft: _, ...written } = body;
    const cause = causeId(JSON.stringify(['person', id, agent.user, action, token, Object.entries(written)]));
    const by = `agent:${agent.user}` as const;
    const request = { id, command, cause, by, seen, at: now, recordedAt: now };
    const done = await updatePerson(store, request);
    if (done.outcome === 'rejected')
      return show(c, rejectionOf(done.rejection.rejected as FormRejection, w), typed);
    return c.redirect(`/people/${id}?done=1`, 303);
  };

  for (const action of Object.keys(forms) as Action[]) {
    // The address of a refused form, loaded again.
    app.get(`/:id/${action}`, (c) => c.redirect(pageOfForm(c)));
    app.post(`/:id/${action}`, async (c) => {
      const view = await viewOf(c);
      const asked = c.req.param('id');
      const file = PERSON_ID.test(asked) ? await loadPerson(store, asked, view.agent) : undefined;
      return file ? attempt(c, action, file.person.id, view) : c.notFound();
    });
  }
  return app;
}

import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { preference, verificationMeans } from '#events/vocabulary.ts';
import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { PersonCommand } from '#shared/domain/people/decide-person.ts';
import type { ContactPoint } from '#shared/domain/people/person.ts';
import type { Clock, Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { contactFrom } from '../shell/contact-from.ts';
import type { Flash } from '../shell/flash.ts';
import { plainPage } from '../shell/plain-page.ts';
import type { View } from '../shell/view.ts';
import { loadPerson } from './load-person.ts';
import { peopleText } from './people-text.ts';
import { personPage } from './person-page.ts';

interface Deps {
  readonly store: Store;
  readonly keys: Keys;
  readonly clock: Clock;
}

const PERSON_ID = /^[\w-]{1,40}$/u;
const token = z.object({ token: z.uuid() });
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

/** Return the pages of beneficiaries: their addresses and preferences. */
export function peoplePages(deps: Deps, viewOf: (c: Context) => Promise<View>): Hono {
  const { store, clock } = deps;
  const app = new Hono();

  const show = async (c: Context, flash?: Flash) => {
    const id = c.req.param('id') ?? '';
    const file = PERSON_ID.test(id) ? await loadPerson(store, id) : undefined;
    if (!file) return c.notFound();
    return c.html(personPage(await viewOf(c), file, flash), flash?.tone === 'bad' ? 422 : 200);
  };

  app.get('/:id', async (c) => {
    const { language } = await viewOf(c);
    return show(
      c,
      c.req.query('done') === '1' ? { tone: 'good', text: peopleText[language].done } : undefined,
    );
  });

  /** Return the reason why this agent may not do an action; undefined when allowed. */
  const barred = (action: Action, { agent }: View) => {
    if (agent.role === 'leader') return 'readOnly';
    return action === 'erase' && agent.role !== 'supervisor' ? 'supervisorsOnly' : undefined;
  };

  const attempt = async (c: Context, action: Action, id: string, { agent, language }: View) => {
    const body = await c.req.parseBody();
    const shown = token.safeParse(body);
    const command = shown.success ? await commandOf(deps, action, body, agent.user) : undefined;
    const w = peopleText[language];
    if (!shown.success || !command) return show(c, { tone: 'bad', text: w.wrong });
    const now = clock.now();
    const written = [agent.user, action, shown.data.token, Object.entries(body)];
    const cause = causeId(JSON.stringify(['person', id, ...written]));
    const request = { id, command, cause, by: `agent:${agent.user}`, at: now, recordedAt: now } as const;
    const done = await updatePerson(store, request);
    if (done.outcome === 'rejected')
      return show(c, { tone: 'bad', text: w.rejected[done.rejection.rejected] });
    return c.redirect(`/people/${id}?done=1`, 303);
  };

  for (const action of Object.keys(forms) as Action[]) {
    app.post(`/:id/${action}`, async (c) => {
      const view = await viewOf(c);
      const why = barred(action, view);
      if (why) return c.html(plainPage(view, why), 403);
      const asked = c.req.param('id');
      const file = PERSON_ID.test(asked) ? await loadPerson(store, asked) : undefined;
      return file ? attempt(c, action, file.person.id, view) : c.notFound();
    });
  }
  return app;
}

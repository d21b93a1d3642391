import * as z from 'zod';
import type { Language } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Agent } from '../shell/sign-in.ts';
import type { ActionName } from './actions/actions.ts';
import { type Labels, reasonsOf } from './actions/refusal-reasons.ts';
import type { ConsoleDeps } from './cases-deps.ts';
import { MANY_ACTS, type ManyAct, type ManyOutcome, type RefusedOne } from './many-forms.ts';
import { act, isDone } from './perform-action.ts';
import { workText } from './text/work-text.ts';

/** The most cases of one request: a page of the list. */
const MOST = 100;
/** Cases on which an act is carried out at the same time. */
const AT_ONCE = 8;

const sent = z.object({
  token: z.uuid(),
  act: z.enum(MANY_ACTS),
  back: z.string().max(2_000).catch(''),
});

interface Picked {
  readonly id: string;
  /** The version that the page showed. */
  readonly seen: string;
}

/** A form with an act and the cases that were selected for it. */
export interface ManyRequest {
  readonly act: ManyAct;
  readonly token: string;
  /** The query of the list. */
  readonly back: string;
  readonly picked: readonly Picked[];
  readonly fields: Readonly<Record<string, string>>;
}

/** Read the form. Return undefined when it is not one of the list. */
export function manyFrom(body: Readonly<Record<string, unknown>>): ManyRequest | undefined {
  const given = sent.safeParse(body);
  if (!given.success) return undefined;
  const picks = [body.pick].flat().filter((one): one is string => typeof one === 'string');
  const picked = picks.slice(0, MOST).flatMap((pick) => {
    const [written = '', seen = ''] = pick.split(':');
    const id = parseReference(written);
    return id && /^\d{1,8}$/u.test(seen) ? [{ id, seen }] : [];
  });
  const fields = Object.fromEntries(
    Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
  return { ...given.data, picked, fields };
}

type Form = { readonly action: ActionName; readonly fields: Readonly<Record<string, string>> };

/** Return the form of one case that an act on many means. */
function formOf(
  { act: which, fields }: ManyRequest,
  { type, department, priority, segment, language }: Case,
): Form {
  const { to = '', category = '', ended = '', outcome = '', into = '', with: parent = '' } = fields;
  switch (which) {
    case 'assign':
      return { action: 'assign', fields: { to } };
    case 'category':
      return { action: 'reclassify', fields: { type, category, department, priority, segment, language } };
    case 'resolve':
      return { action: 'resolve', fields: { ended, outcome } };
    case 'merge':
      return { action: 'merge', fields: { into } };
    case 'parent':
      return { action: 'link', fields: { with: parent, as: 'parent' } };
    case 'spam':
      return { action: 'close', fields: { reason: 'spam' } };
  }
}

/** Return the labels of the forms of the list, where they are not those of one case. */
function manyLabels(language: Language): Readonly<Partial<Record<ManyAct, Labels>>> {
  const { many } = workText[language];
  return {
    category: { category: many.categoryTo },
    resolve: { outcome: many.resolveText },
    parent: { with: many.parentWith },
  };
}

interface By {
  readonly agent: Agent;
  readonly rules: Rules;
  readonly language: Language;
}

async function actOn(
  deps: ConsoleDeps,
  request: ManyRequest,
  { id, seen }: Picked,
  { agent, rules, language }: By,
): Promise<RefusedOne | undefined> {
  const supportCase = await deps.store.load('case', id);
  if (!supportCase) return { id, reasons: [] };
  const { action, fields } = formOf(request, supportCase);
  const attempt = { ...fields, token: request.token, seen };
  const acted = await act(deps, { supportCase, action, fields: attempt, agent, rules });
  return isDone(acted)
    ? undefined
    : { id, reasons: reasonsOf({ action, acted, fields }, language, manyLabels(language)[request.act]) };
}

/** Carry out an act on every selected case. Each is judged by its own version, as if it were done on its page. */
export async function actOnMany(deps: ConsoleDeps, request: ManyRequest, by: By): Promise<ManyOutcome> {
  const refused: RefusedOne[] = [];
  for (let at = 0; at < request.picked.length; at += AT_ONCE) {
    const some = request.picked.slice(at, at + AT_ONCE);
    const outcomes = await Promise.all(some.map((one) => actOn(deps, request, one, by)));
    refused.push(...outcomes.filter((one) => one !== undefined));
  }
  return { done: request.picked.length - refused.length, refused };
}

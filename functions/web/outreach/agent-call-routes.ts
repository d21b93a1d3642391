import type { Context } from 'hono';
import * as z from 'zod';
import type { CallAnswers } from '#events/vocabulary.ts';
import { prefer } from '#shared/application/prefer.ts';
import { askEvaluated } from '#shared/application/programme/ask-evaluated.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { handlersOf } from '#shared/domain/cases/handlers-of.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { CallOutCommand } from '#shared/domain/outreach/decide-call-out.ts';
import { answerOf, questionnaires } from '#shared/domain/outreach/questionnaire.ts';
import { neverAgain } from '#shared/domain/outreach/unwanted.ts';
import { AGENT_RESULTS } from '#shared/domain/outreach/week/agent-call.ts';
import { mayCommand } from '#shared/domain/staff/permissions.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { instantOfLocalTime, localTime, sentenceAbout } from '../shell/form-fields.ts';
import { plainPage, refusedPage } from '../shell/plain-page.ts';
import type { Shell } from '../shell/shell.ts';
import type { View } from '../shell/view.ts';
import { type AgentCallShown, agentCallPage } from './agent-call-page.ts';
import { agentCallText } from './agent-call-text.ts';
import type { OutreachAppDeps } from './outreach-deps.ts';

const recorded = z.object({
  token: z.uuid(),
  result: z.enum(AGENT_RESULTS),
  later: localTime.optional().catch(undefined),
  remark: z
    .literal('1')
    .transform(() => true as const)
    .optional(),
});
/** An appointment is at most so far ahead. */
const MOST_AHEAD = 30 * DAY;

/** Read the chosen answers. Other values than the keys of a question are ignored. */
function answersOf(typed: Readonly<Record<string, unknown>>): CallAnswers {
  const answers: Record<string, number> = {};
  for (const { id } of questionnaires.evaluation.questions) {
    const value = answerOf('evaluation', id, String(typed[`answer.${id}`] ?? ''));
    if (value !== undefined) answers[id] = value;
  }
  return answers;
}

type Recorded = Extract<CallOutCommand, { do: 'record' }>;

/** Read a sent result, or return the name of the sentence that says what is missing. */
function recordedCommand(
  typed: Readonly<Record<string, unknown>>,
  view: View,
):
  | { readonly token: string; readonly command: Recorded }
  | { readonly wrong: 'result' | 'answers' | 'later' | 'page' } {
  const given = recorded.safeParse(typed);
  if (!given.success)
    return { wrong: given.error.issues.some(({ path }) => path[0] === 'result') ? 'result' : 'page' };
  const { token, result, remark } = given.data;
  const answers = result === 'answered' || result === 'hung-up' ? answersOf(typed) : {};
  if (result === 'answered' && Object.keys(answers).length === 0) return { wrong: 'answers' };
  const later = given.data.later === undefined ? undefined : instantOfLocalTime(given.data.later, view);
  const isSoon = later !== undefined && later > view.now && later <= view.now + MOST_AHEAD;
  if (result === 'later' && !isSoon) return { wrong: 'later' };
  const more = { ...(remark && { remark }), ...(result === 'later' && later !== undefined && { later }) };
  const { user } = view.agent;
  return { token, command: { do: 'record', user, result, answers, ...more } };
}

/** Return the label of a wrong field. Answers are missing only when the result says that there are some. */
const wrongLabel = (wrong: 'result' | 'answers' | 'later' | 'page', w: (typeof agentCallText)['ar']) =>
  wrong === 'page' ? undefined : wrong === 'later' ? w.later : w.result;

const by = ({ agent }: View) => `agent:${agent.user}` as const;

/** Add the page on which agents make evaluation calls: take one, read the script, record the result. */
export function addAgentCallRoutes({ app, viewOf }: Shell, { store }: OutreachAppDeps): void {
  const page = (c: Context, view: View, shown: AgentCallShown, status: 200 | 409 | 422 = 200) =>
    c.html(agentCallPage(view, shown), status);
  const act = (view: View, id: string, command: CallOutCommand, cause: string) =>
    updateCallOut(store, view.rules.outbound, {
      ...{ id, command, cause: causeId(cause), by: by(view), at: view.now, recordedAt: view.now },
    });

  /** Return the users who handled the matter that a call asks about. */
  async function handlersOfMatter({ week }: CallOut): Promise<readonly string[]> {
    const about = week?.case === undefined ? undefined : await store.load('case', week.case);
    return about ? handlersOf(about) : [];
  }

  type Handler = (c: Context, view: View, callOut: CallOut) => Promise<Response> | Response;
  const withCall = (handle: Handler) => async (c: Context) => {
    const view = await viewOf(c);
    const callOut = await store.load('call-out', c.req.param('id') ?? '');
    if (callOut?.week?.mode !== 'agent') return c.html(plainPage(view, 'notFound'), 404);
    if (c.req.method !== 'GET' && !mayCommand(view.agent.roles, 'call-out', 'take'))
      return c.html(refusedPage(view, 'calls-out.plan'), 403);
    return handle(c, view, callOut);
  };

  app.get(
    '/calls-out/call/:id',
    withCall((c, view, callOut) => {
      const isSaved = c.req.query('done') === 'saved';
      const text = agentCallText[view.language].saved;
      return page(c, view, { callOut, ...(isSaved && { flash: { tone: 'good', text } }) });
    }),
  );

  app.post(
    '/calls-out/call/:id/take',
    withCall(async (c, view, callOut) => {
      const w = agentCallText[view.language].refused;
      const refused = (text: string, shown = callOut) =>
        page(c, view, { callOut: shown, flash: { tone: 'bad', text } }, 409);
      const { user } = view.agent;
      const handlers = await handlersOfMatter(callOut);
      const cause = `take:${callOut.id}:${user}:${view.now}`;
      const done = await act(view, callOut.id, { do: 'take', user, handlers }, cause);
      if (done.outcome === 'rejected') {
        const { rejected } = done.rejection;
        return refused(rejected in w ? w[rejected as keyof typeof w] : w.finished);
      }
      const because = await askEvaluated(store, view.rules, callOut, view.now);
      if (because === undefined) return c.redirect(`/calls-out/call/${callOut.id}`, 303);
      const ended = await act(view, callOut.id, { do: 'unwanted', because }, `unwanted:${callOut.id}`);
      return refused(w[because], 'state' in ended ? ended.state : callOut);
    }),
  );

  app.post(
    '/calls-out/call/:id/record',
    withCall(async (c, view, callOut) => {
      const w = agentCallText[view.language];
      const typed = await c.req.parseBody();
      const refused = (text: string, status: 409 | 422 = 422) =>
        page(c, view, { callOut, typed, flash: { tone: 'bad', text } }, status);
      const given = recordedCommand(typed, view);
      if ('wrong' in given) return refused(sentenceAbout(wrongLabel(given.wrong, w), w.wrong[given.wrong]));
      const { token, command } = given;
      if (command.result === 'never') {
        const of = neverAgain('evaluation');
        const cause = causeId(`never:${callOut.id}:${token}`);
        const { now } = view;
        await prefer(store, callOut.beneficiaryId, { do: 'opt-out', of, cause, at: now, recordedAt: now });
      }
      const done = await act(view, callOut.id, command, `record:${callOut.id}:${token}`);
      if (done.outcome !== 'rejected') return c.redirect(`/calls-out/call/${callOut.id}?done=saved`, 303);
      const { rejected } = done.rejection;
      return refused(
        rejected in w.refused ? w.refused[rejected as keyof typeof w.refused] : w.refused.finished,
        409,
      );
    }),
  );

  // The addresses of refused forms, loaded again.
  for (const form of ['take', 'record'])
    app.get(`/calls-out/call/:id/${form}`, (c) => c.redirect(`/calls-out/call/${c.req.param('id')}`));
}

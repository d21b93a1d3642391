import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { type CommandOf, followedBy } from './case-step.ts';
import { close } from './change-status.ts';
import { planEnded } from './plan-steps.ts';

/** Replaces the beneficiary's id. */
const NOBODY = 'erased';

/** Remove the words from a stored confirmation: the comment, and the outcome that was contested. */
function wordless(confirmation: object): object {
  const { comment: _, was, ...rest } = confirmation as { comment?: unknown; was?: object };
  return { ...rest, ...(was && { was: { ...was, outcome: '' } }) };
}

const emptied = (state: Case): Case => {
  const {
    lastMessageId: _m,
    watchers: _w,
    heldReply: _h,
    plan: _p,
    place,
    survey,
    resolution,
    confirmation,
    outside,
    ...rest
  } = state;
  const { comment: _c, ...answer } = survey?.state === 'answered' ? survey : { comment: undefined };
  return {
    ...rest,
    subject: '',
    // The figures count by district. All else can lead to a home.
    ...(place?.district !== undefined && { place: { district: place.district } }),
    beneficiary: { id: NOBODY, authenticated: false },
    ...(survey && { survey: survey.state === 'answered' ? (answer as typeof survey) : survey }),
    ...(outside && { outside: outside.map(({ number: _n, ...one }) => one) }),
    ...(confirmation && { confirmation: wordless(confirmation) as typeof confirmation }),
    ...(resolution && { resolution: { ...resolution, outcome: '' } }),
  };
};

/**
 * Erase personal data and keep the data for the figures. Close the case first when it is still open; erasing
 * an active case is allowed only on the beneficiary's request. Messages and commits are erased when the event
 * arrives.
 */
export function erase(state: Case, { by, because }: CommandOf<'erase'>, context: Deciding): Decision {
  if (because === 'age' && isActive(state.status))
    return { rejected: 'illegal-status', from: state.status, to: 'closed' };
  const erased: EventDraft = { type: 'rida.case.erased.v1', data: { by, because } };
  if (state.erased) return { case: state, events: [erased] };
  const reason = isActive(state.status) ? 'withdrawn' : 'no-answer';
  const plan = planEnded(state, { how: 'case-ended', by, at: context.now });
  const ended =
    state.status === 'closed'
      ? plan
      : followedBy(plan, close(plan.case, { do: 'close', reason, by }, context));
  if ('rejected' in ended) return ended;
  return {
    case: { ...emptied(ended.case), erased: { at: context.now, because } },
    events: [...ended.events, erased],
  };
}

/** The parts of a commit that can hold personal data. */
interface Recorded {
  readonly events: readonly EventDraft[];
  readonly patch: Readonly<Record<string, unknown>>;
}

const only = (value: object, kept: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name === kept));

const without = (value: object, left: string): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== left));

/** A plan without the references of its procedures, which lead to a person. */
function withoutNumbers(plan: object): object {
  const { procedures = [] } = plan as { procedures?: readonly object[] };
  return { ...plan, procedures: procedures.map((one) => without(one, 'number')) };
}

/** The fields with parts that hold personal data, each with the function that leaves out those parts. */
const SCRUBBERS: Readonly<Record<string, (value: object) => unknown>> = {
  beneficiary: (value) => ({ ...only(value, 'authenticated'), id: NOBODY }),
  place: (value) => only(value, 'district'),
  survey: (value) => without(value, 'comment'),
  heldReply: (value) => without(value, 'outcome'),
  outside: (value) => (value as readonly object[]).map((one) => without(one, 'number')),
  plan: withoutNumbers,
  confirmation: wordless,
  resolution: (value) => ({ ...value, outcome: '' }),
};

const scrubbedPatch = (patch: Recorded['patch']): Recorded['patch'] =>
  Object.fromEntries(
    Object.entries(patch).flatMap(([name, value]): [string, unknown][] => {
      if (name === 'lastMessageId') return [];
      if (name === 'subject') return [[name, '']];
      if (value === null || typeof value !== 'object') return [[name, value]];
      return [[name, SCRUBBERS[name]?.(value) ?? value]];
    }),
  );

/** Remove the personal data from a commit of an erased case. */
export const scrubbed = <C extends Recorded>(commit: C): C => ({
  ...commit,
  events: commit.events.map((event) =>
    event.type === 'rida.case.opened.v1'
      ? { ...event, data: { ...event.data, beneficiaryId: NOBODY } }
      : event.type === 'rida.case.handed-over.v1'
        ? { ...event, data: without(event.data, 'number') as typeof event.data }
        : event,
  ),
  patch: scrubbedPatch(commit.patch),
});

import type { EventsOf } from '#events/registry.ts';
import { type Reminder, reminderOf, taskText } from '#shared/domain/outreach/task.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Telephone } from '#shared/ports/telephone.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface TaskForDeadlineDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  /** Absent where agents have no tasks beside their calls: what is due is in the console's lists. */
  readonly telephone?: Pick<Telephone, 'task'>;
}

type Deadline = EventsOf<'outreach/task-for-deadline'>;

/** Too many tasks, or too fast: the same one is taken later. */
export class TaskRefused extends Error {
  override readonly name = 'TaskRefused';
  readonly code = 'task-refused';
  readonly retryAfterMs: number;

  constructor(refused: string, retryAfterMs: number) {
    super(`the telephone system takes no task: ${refused}`);
    this.retryAfterMs = retryAfterMs;
  }
}

const SOON_MS = 60_000;
/** Open tasks are done within a shift; the queue keeps this one so long. */
const NEXT_SHIFT_MS = 2 * 3_600_000;
const FLOW = 'outbound/task';

/**
 * Makes a follow-up that is near or late a task among the agents' contacts. The list of what is due stays in
 * the table: a task lapses after seven days and reaches six days ahead at most, so it is made when it is near.
 *
 * @throws TaskRefused when it must wait, or nothing can be made at all
 */
export async function taskForDeadline(
  { store, rules, telephone }: TaskForDeadlineDeps,
  event: Deadline,
): Promise<Reminder | 'off' | 'nobody'> {
  if (!telephone) return 'off';
  const supportCase = await store.load('case', event.subject, event.subjectVersion);
  const tier = event.type === 'rida.sla.warned.v1' ? 'warned' : 'breached';
  const reminder = supportCase && reminderOf(supportCase, event.data.clock, tier);
  if (!supportCase || !reminder) return 'nobody';
  const { centre } = await rules.current();
  const given = await telephone.task({
    ...taskText(reminder, supportCase.id),
    token: causeId(`task:${event.id}`),
    url: `${centre.publicUrl}/cases/${supportCase.id}`,
    flow: FLOW,
    attributes: {
      caseRef: supportCase.id,
      language: supportCase.language,
      line: supportCase.segment === 'investor' ? 'investors' : 'general',
    },
  });
  if ('contactId' in given) return reminder;
  throw new TaskRefused(given.refused, given.refused === 'throttled' ? SOON_MS : NEXT_SHIFT_MS);
}

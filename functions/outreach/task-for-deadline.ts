import type { EventsOf } from '#events/registry.ts';
import { mayNeedTask, type Reminder, reminderOf, taskText } from '#shared/domain/outreach/agent-task.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Telephone } from '#shared/ports/telephone-system.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface TaskForDeadlineDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  /**
   * Absent when agents have no tasks beside calls. Due follow-ups are then only in the lists of the console.
   */
  readonly telephone?: Pick<Telephone, 'task'>;
}

type Deadline = EventsOf<'outreach/task-for-deadline'>;

/**
 * The telephone system rejected a task because of its quota or rate limit. The task is retried later.
 * @internal exported for tests
 */
export class TaskRefused extends Error {
  override readonly name = 'TaskRefused';
  readonly code = 'task-refused';
  readonly retryAfterMs: number;

  constructor(refused: string, retryAfterMs: number) {
    super(`the telephone system rejected the task: ${refused}`);
    this.retryAfterMs = retryAfterMs;
  }
}

const SOON_MS = 60_000;
/** Agents finish open tasks within a shift. The queue delays the message for this time. */
const NEXT_SHIFT_MS = 2 * 3_600_000;
const FLOW = 'outbound/task';

/**
 * Create a task in the agent workspace for a follow-up that is near or late. The list of due follow-ups stays
 * in the table: a task expires after seven days and can be scheduled at most six days ahead, so that it is
 * created when the deadline is near.
 *
 * @throws TaskRefused when the task must wait or cannot be created
 */
export async function taskForDeadline(
  { store, rules, telephone }: TaskForDeadlineDeps,
  event: Deadline,
): Promise<Reminder | 'off' | 'nobody'> {
  if (!telephone) return 'off';
  const tier = event.type === 'rida.sla.warned.v1' ? 'warned' : 'breached';
  if (!mayNeedTask(event.data.clock, tier)) return 'nobody';
  const supportCase = await store.load('case', event.subject, event.subjectVersion);
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

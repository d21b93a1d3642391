import type { DataOf } from '#events/registry.ts';
import type { RecoveryOutcome } from '#events/task-vocabulary.ts';
import { REACHED } from '../tasks/recovery.ts';
import { type Added, one } from './added.ts';
import { counterName } from './counter-name.ts';
import { bucketOf } from './time-bucket.ts';

/** The department of an answer that is about none. */
export const NO_DEPARTMENT = '-';

/** These ends take the answer back: its person has not to be contacted any more. */
const TAKEN_BACK: ReadonlySet<RecoveryOutcome> = new Set<RecoveryOutcome>(['corrected', 'erased']);
const CLOSING: ReadonlySet<RecoveryOutcome> = new Set<RecoveryOutcome>(REACHED);

interface About {
  readonly department?: string | undefined;
  readonly service?: string | undefined;
  readonly source: string;
}

const counted = ({ department = NO_DEPARTMENT, service, source }: About, by: 1 | -1): Added => [
  [counterName('loop-opened', department, source), by],
  ...(service === undefined ? [] : [[counterName('loop-about', 'opened', service), by] as Added[number]]),
];

/** Count a dissatisfied answer that waits for its recovery. */
export const loopOpened = (data: DataOf<'rida.recovery.opened.v1'>): Added => counted(data, 1);

/** Count how a recovery ended. The loop is closed when the person was reached. */
export function loopEnded(data: DataOf<'rida.recovery.ended.v1'>): Added {
  const { outcome, department = NO_DEPARTMENT, service, inTime, workingMinutes } = data;
  if (TAKEN_BACK.has(outcome)) return counted(data, -1);
  const ended: Added = [one('loop-ended', outcome, department)];
  if (!CLOSING.has(outcome)) return ended;
  const about = (what: string): Added => (service === undefined ? [] : [one('loop-about', what, service)]);
  return [
    ...ended,
    ...about('closed'),
    ...(inTime ? [one('loop-in-time', department), ...about('in-time')] : []),
    one('loop-worked', bucketOf(workingMinutes)),
  ];
}

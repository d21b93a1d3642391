import type { CaseType } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { isActive } from '#shared/domain/cases/case.ts';
import { clocksOf } from '#shared/domain/cases/clocks.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { Keys } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { handleCommand } from '../handle-command.ts';
import { openCallCase } from './open-call-case.ts';

/** Work that a caller requested while Rida did not answer: a case, or a callback. */
export interface CallIntent {
  readonly do: 'register' | 'callback';
  readonly type: CaseType;
}

interface Deps {
  readonly store: Store;
  readonly rules: Rules;
  readonly keys: Keys;
}

interface Asked {
  readonly call: Call;
  readonly intent: CallIntent;
  /** As the telephone system reports it. */
  readonly number: string | null | undefined;
  readonly recordedAt: number;
}

/** Due time of a callback when no first response is due. */
const CALL_WITHIN = 4 * HOUR;

/** Promise a callback, due with the first response. */
async function promiseToCall({ store, rules }: Deps, supportCase: Case, callId: string, recordedAt: number) {
  if (supportCase.promise !== undefined || !isActive(supportCase.status)) return;
  const { dueAt } = clocksOf(supportCase, rules, recordedAt).clocks.firstResponse;
  await handleCommand(
    { store, rules },
    {
      id: supportCase.id,
      command: { do: 'promise', by: 'rida', dueAt: Math.max(dueAt ?? 0, recordedAt + CALL_WITHIN) },
      cause: causeId(`call:${callId}:promise`),
      by: 'rida',
      at: recordedAt,
      recordedAt,
      correlationId: callId,
      causationId: callId,
    },
  );
}

/**
 * Do the work that Rida could not do while the caller waited: open the case with the same cause that the
 * flow's function uses, so that both open one case, and promise a callback when it was requested.
 */
export async function keepIntent(deps: Deps, { call, intent, number, recordedAt }: Asked): Promise<Case> {
  const { language = 'ar', line, startedAt } = callSummary(call);
  const opened = await openCallCase(deps, {
    callId: call.id,
    type: intent.type,
    language,
    line,
    number,
    at: startedAt,
    recordedAt,
  });
  if (intent.do === 'callback') await promiseToCall(deps, opened, call.id, recordedAt);
  return opened;
}

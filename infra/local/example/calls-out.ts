import { planList } from '#functions/web/outreach/plan-list.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import type { AttemptReport } from '#shared/domain/outreach/call-out.ts';
import { SECOND } from '#shared/domain/time/instant.ts';
import type { DialOrder, Telephone } from '#shared/ports/telephone-system.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { personAt } from './people.ts';
import { type Random, random } from './random.ts';
import type { World } from './world.ts';

const SERVICES = ['رخصة بناء', 'رخصة تجارية', 'رفع مساحي', 'شهادة إشغال', 'تصريح حفر'] as const;

/** The reaction of the called person, by share. */
type Taken = 'answers' | 'machine' | 'busy' | 'no answer' | 'refuses';
const TAKEN: readonly (readonly [Taken, number])[] = [
  ['answers', 5],
  ['no answer', 2],
  ['machine', 1],
  ['busy', 1],
  ['refuses', 1],
];

const reportOf = (taken: Taken, draw: Random): AttemptReport | undefined => {
  switch (taken) {
    case 'answers':
      return {
        answered: true,
        done: true,
        answers: { satisfaction: draw.int(2, 5), ease: draw.int(2, 5), finished: draw.int(0, 1) },
      };
    case 'refuses':
      return { answered: true, refused: true };
    case 'machine':
      return { answered: true, machine: true };
    default:
      return undefined;
  }
};

const MACHINE_STATUS: Partial<Record<Taken, string>> = {
  machine: 'VOICEMAIL_BEEP',
  busy: 'SIT_TONE_BUSY',
  'no answer': 'AMD_UNANSWERED',
};

/** A telephone system in which each placed call has a course, and reports it as Connect does. */
export function exampleTelephone(world: () => World): Telephone {
  const ends = new Map<string, { at: number; machine?: string }>();
  const converse = async ({ token, attributes }: DialOrder, contactId: string, from: number) => {
    const { ports, seed, plan, rules } = world();
    const draw = random(`${seed} dial ${token}`);
    const taken = draw.weighted(TAKEN);
    const report = reportOf(taken, draw);
    const endedAt = from + draw.int(report ? 40 : 20, report ? 150 : 45) * SECOND;
    const machine = MACHINE_STATUS[taken];
    ends.set(contactId, { at: endedAt, ...(machine !== undefined && { machine }) });
    const { callOutId: id = '', attempt = '1' } = attributes;
    plan({
      at: endedAt,
      run: async () => {
        if (report) {
          await updateCallOut(ports.store, rules().outbound, {
            ...{ id, cause: causeId(`told:${contactId}`), by: 'rida', at: endedAt, recordedAt: endedAt },
            command: { do: 'tell', attempt: Number(attempt), contactId, at: endedAt, report },
          });
        }
        await updateCall(ports.store, {
          ...{ id: contactId, cause: causeId(`record:${contactId}`), at: endedAt, recordedAt: endedAt },
          facts: {
            ...{ source: 'record', contactId, initiationMethod: 'API', initiatedAt: from, endedAt },
            ...{ reason: 'CUSTOMER_DISCONNECT', updatedAt: endedAt, complete: true },
          },
        });
      },
    });
  };
  return {
    async dial(order) {
      const contactId = causeId(`example:${order.token}`);
      await converse(order, contactId, world().ports.clock.now());
      return { contactId };
    },
    stop: async () => false,
    task: async ({ token }) => ({ contactId: causeId(`task:${token}`) }),
    attributes: async () => undefined,
    async describe(contactId) {
      const end = ends.get(contactId);
      if (end === undefined || end.at > world().ports.clock.now()) return undefined;
      return {
        endedAt: end.at,
        reason: 'CUSTOMER_DISCONNECT',
        ...(end.machine !== undefined && { answeringMachine: end.machine }),
      };
    },
  };
}

/** Plan a list of evaluation calls on the morning of a working day. */
export function planCallList(world: World, day: string, at: number, calls: number): void {
  world.plan({
    at,
    run: () => {
      const { ports, seed, rules } = world;
      const draw = random(`${seed} list ${day}`);
      const listed = Array.from({ length: calls }, () => {
        const { phone, language } = personAt(seed, draw.int(1, 50_000));
        return { phone, language, service: { name: draw.pick(SERVICES), on: day } };
      });
      const deps = { store: ports.store, keys: ports.keys, rules: rules() };
      const by = `agent:${world.present('care', 'office')[0] ?? 'care.001'}` as const;
      return planList(deps, listed, { list: `example ${day}`, by, now: at });
    },
  });
}

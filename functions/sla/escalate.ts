import type { Audience } from '#events/vocabulary.ts';
import { type SendDeps, sendOnce } from '#shared/casework/send-once.ts';
import type { Case } from '#shared/domain/case/case.ts';
import { clocksOf } from '#shared/domain/case/clocks.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/layout.ts';
import { quarantineNotice } from '#shared/domain/mail/templates/quarantine-notice.ts';
import { slaNotice } from '#shared/domain/mail/templates/sla-notice.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import type { EventsOf } from '#shared/runtime/chain-events.ts';

export interface EscalateDeps extends SendDeps {
  readonly rules: RulesSource;
}

type Escalated = EventsOf<'sla/escalate'>;

/** Where an audience reads its mail. An assignee without an address is reached through the department. */
export function addressOf(rules: Rules, audience: Audience, department: string): string {
  const owner = rules.departments.get(department) ?? rules.departments.get(rules.desk.fallbackDepartment);
  if (audience === 'department-head' && owner) return owner.headEmail;
  if (audience === 'assignee' && owner) return owner.email;
  return audience === 'leadership' ? rules.audiences.leadership : rules.audiences.supervisor;
}

function noticeOf(event: Escalated, known: Case, rules: Rules, now: number): RenderedMail {
  const category = rules.categories.get(known.category)?.name ?? { ar: 'أخرى', en: 'Other' };
  const link = `${rules.centre.publicUrl}/cases/${known.id}`;
  const common = { language: 'ar', reference: known.id, category, link, centre: rules.centre } as const;
  if (event.type === 'rida.mail.quarantined.v1') {
    return quarantineNotice({ ...common, reason: event.data.reason });
  }
  const { clock } = event.data;
  const dueAt =
    event.type === 'rida.case.escalated.v1'
      ? (clocksOf(known, rules, now).clocks[clock].dueAt ?? now)
      : Date.parse(event.data.dueAt);
  const kinds = {
    'rida.sla.warned.v1': 'warning',
    'rida.sla.breached.v1': 'breach',
    'rida.case.escalated.v1': 'escalation',
  } as const;
  const { type, assignee = null } = known;
  const { zone } = rules.desk.calendar.calendar;
  return slaNotice({ ...common, kind: kinds[event.type], type, clock, dueAt, now, zone, assignee });
}

/**
 * Tells staff what needs them: a deadline near or past, a case gone up a level, a mail to look at.
 * At a breach the level above is told by the escalation; both go to their own audience once.
 */
export async function escalate(
  deps: EscalateDeps,
  event: Escalated,
): Promise<'sent' | 'sent-before' | 'merged'> {
  // The first level is told of the breach itself; a second mail saying the same would only be noise.
  if (event.type === 'rida.case.escalated.v1' && event.data.level <= 1) return 'merged';
  const known = await deps.store.load('case', event.subject, event.subjectVersion);
  if (!known) throw new Error('the case of an event is not in the store');
  const rules = await deps.rules.current();
  const audience = event.type === 'rida.mail.quarantined.v1' ? 'supervisor' : event.data.tell;
  const sent = await sendOnce(deps, {
    eventId: event.id,
    what: event.type.split('.')[2] ?? 'notice',
    case: known,
    rules,
    to: addressOf(rules, audience, event.data.department),
    mail: noticeOf(event, known, rules, deps.clock.now()),
    threaded: false,
    autoSubmitted: 'auto-generated',
  });
  return sent ? 'sent' : 'sent-before';
}

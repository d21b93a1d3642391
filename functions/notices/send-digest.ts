import type { EventsOf } from '#events/registry.ts';
import type { Language } from '#events/vocabulary.ts';
import { type DeliverDeps, type Delivered, deliverOnce } from '#shared/application/deliver-once.ts';
import { staffMessageId } from '#shared/domain/mail/own-address.ts';
import { noticeDigest } from '#shared/domain/mail/templates/notice-digest.ts';
import { addressOfReader, staffOfReader } from '#shared/domain/notices/reader.ts';
import type { RulesSource } from '#shared/ports/outside.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface SendDigestDeps extends DeliverDeps {
  readonly rules: RulesSource;
}

/** Mail a reader all collected notices and their overdue work in one mail. */
export async function sendDigest(
  deps: SendDigestDeps,
  event: EventsOf<'notices/send-digest'>,
): Promise<Delivered> {
  const rules = await deps.rules.current();
  const { centre, desk } = rules;
  const { notices, more, overdue } = event.data;
  const to = addressOfReader(event.subject, rules);
  const effectId = causeId(`${event.id}#notices#${to}`);
  const reader = staffOfReader(event.subject, rules);
  const mail = noticeDigest({
    ...(reader && {
      to: (language: Language) => ({ name: reader.name[language], formOfAddress: reader.formOfAddress }),
    }),
    ...{ language: 'ar', notices, more, overdue, now: deps.clock.now(), centre },
    console: centre.publicUrl,
    zone: desk.calendar.calendar.zone,
  });
  return deliverOnce(deps, {
    about: { kind: 'digest', id: event.subject },
    ...{ effectId, what: 'notices', to, mail },
    from: { name: centre.name.ar, address: centre.helpAddress },
    messageId: staffMessageId(effectId, centre.helpAddress),
    references: [],
    autoSubmitted: 'auto-generated',
  });
}

import { beneficiaryId } from '#shared/application/beneficiary-id.ts';
import { saveMessage } from '#shared/application/messages.ts';
import { openCase } from '#shared/application/open-case.ts';
import { openCallCase } from '#shared/application/telephone/open-call-case.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { factsInText, firstFacts } from '#shared/domain/cases/facts-in-text.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import { classify } from '#shared/domain/mail/classify.ts';
import { urgencyOf } from '#shared/domain/mail/urgency.ts';
import { districtIn } from '#shared/domain/places/place.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { MINUTE, SECOND } from '#shared/domain/time/instant.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { drawCategory, letterOf } from './letter.ts';
import type { ExamplePerson } from './people.ts';
import type { Random } from './random.ts';
import { DISTRICTS } from './texts/places.ts';
import { SPAM } from './texts/sentences.ts';
import type { World } from './world.ts';

/** Open a case for a mail as the mail intake does after parsing: classified by its words. */
export async function openByMail(
  { ports, rules: inForce }: World,
  { n, at, person, draw }: { n: number; at: number; person: ExamplePerson; draw: Random },
  spam: boolean,
): Promise<string> {
  const { store, blobs, keys } = ports;
  const rules = inForce();
  const [junkSubject, junkText] = draw.pick(SPAM);
  const letter = spam ? { subject: junkSubject, text: junkText } : letterOf(person, draw);
  const found = classify(letter.subject, letter.text);
  const { facts } = factsInText(rules, letter);
  const category = rules.categories.get(found.category);
  const cause = causeId(`example mail ${n}`);
  const messageId = `<example.${n}@mail.example.com>`;
  const rawKey = `raw/example-${n}`;
  const message: Message = {
    ...{ id: cause, direction: 'in', channel: 'mail', at, ...letter, messageId },
    from: { name: person.name, address: person.email },
    to: [rules.centre.helpAddress],
    attachments: [],
    reasons: [...found.reasons],
  };
  const quarantine = spam && { quarantine: { reason: 'spam-verdict', rawKey } };
  const done = await openCase(
    { store, rules, keys },
    {
      ...{ cause, by: 'beneficiary', at, recordedAt: at, correlationId: cause, causationId: cause },
      openCaseFrom: {
        ...{ type: found.type, category: category?.id ?? found.category, subject: letter.subject },
        department: spam
          ? rules.desk.fallbackDepartment
          : (category?.department ?? rules.desk.fallbackDepartment),
        beneficiary: {
          id: await beneficiaryId(keys, { email: person.email }),
          ...{ name: person.name, email: person.email, phone: person.phone, authenticated: true },
        },
        ...(!spam && firstFacts(facts)),
        segment: draw.weighted([
          ['unknown', 6],
          ['citizen', 8],
          ['resident', 3],
          ['contractor', 1],
          ['investor', 1],
        ]),
        channel: 'mail',
        language: person.language,
        priority: urgencyOf(`${letter.subject}\n${letter.text}`),
        lastMessageId: messageId,
        ...quarantine,
      },
      before: (reference) => saveMessage(blobs, reference, message),
    },
  );
  return done.case.id;
}

/** How a call went. */
export type CallCourse = 'served' | 'abandoned' | 'callback';

/** Store what Connect reports about a call when it has ended. */
export async function recordCall(
  { ports }: World,
  callId: string,
  {
    at,
    person,
    agent,
    draw,
    course,
  }: { at: number; person: ExamplePerson; agent: string; draw: Random; course: CallCourse },
): Promise<void> {
  const queuedAt = at + draw.int(25, 70) * SECOND;
  const queueMs = draw.int(2, course === 'served' ? 90 : 240) * SECOND;
  const answeredAt = queuedAt + queueMs;
  const talkMs = draw.int(60, 600) * SECOND;
  const endedAt = course === 'served' ? answeredAt + talkMs : answeredAt;
  await updateCall(ports.store, {
    ...{ id: callId, cause: causeId(`record:${callId}`), at: endedAt, recordedAt: endedAt },
    facts: {
      ...{
        source: 'record',
        contactId: callId,
        initiationMethod: 'INBOUND',
        initiatedAt: at,
        queuedAt,
        queueMs,
      },
      ...(course === 'served' && { answeredAt, agent, talkMs, afterWorkMs: draw.int(10, 120) * SECOND }),
      ...(course === 'callback' && { callback: true as const }),
      ...{ endedAt, reason: 'CUSTOMER_DISCONNECT', language: person.language, line: 'general' as const },
      ...{ updatedAt: endedAt, complete: true as const },
    },
  });
}

/** Draw a district of the letters as the choice of a caller. */
const drawDistrict = ({ districts }: Rules, draw: Random): string | undefined =>
  districtIn(districts, draw.pick(DISTRICTS.ar));

/** Open a case by telephone: the flow registers it, an agent answers, the record of the call follows. */
export async function openByCall(
  world: World,
  { n, at, person, draw }: { n: number; at: number; person: ExamplePerson; draw: Random },
): Promise<string> {
  const { ports, rules } = world;
  const callId = `example-call-${n}`;
  const category = drawCategory(draw);
  const opened = await openCallCase(
    { store: ports.store, keys: ports.keys, rules: rules() },
    {
      ...{ callId, language: person.language, line: 'general', number: person.phone, at, recordedAt: at },
      type: draw.weighted([
        ['report', 6],
        ['inquiry', 3],
        ['observation', 2],
        ['complaint', 1],
      ]),
      ...(draw.chance(0.8) && { category }),
      ...(draw.chance(0.5) && { district: drawDistrict(rules(), draw) }),
    },
  );
  const agent = world.present(opened.department, callId)[0] ?? 'care.001';
  await recordCall(world, callId, { at: at + MINUTE, person, agent, draw, course: 'served' });
  return opened.id;
}

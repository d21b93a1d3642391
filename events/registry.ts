import { deskEvents } from './registrations/cases-events.ts';
import { outreachEvents } from './registrations/outreach-events.ts';
import { peopleEvents } from './registrations/people-events.ts';
import type { ConsumerName, Registration } from './registrations/registration.ts';
import { slaEvents } from './registrations/sla-events.ts';
import { surveyEvents } from './registrations/surveys-events.ts';
import { intakeEvents } from './registrations/telephone-events.ts';

export type { ConsumerName, Registration } from './registrations/registration.ts';

/** Every event of Rida, with its causes and consumers. EventBridge rules and queues are generated from it. */
export const registry = [
  ...deskEvents,
  ...intakeEvents,
  ...slaEvents,
  ...surveyEvents,
  ...peopleEvents,
  ...outreachEvents,
] as const satisfies readonly Registration[];

type Contract = (typeof registry)[number]['event'];
export type EventType = Contract['type'];
/** The published form of an event, by its type. */
export type EventFor<T extends EventType> = Extract<Contract, { type: T }>['schema']['_zod']['output'];
/** The data of an event, by its type. */
export type DataOf<T extends EventType> = EventFor<T>['data'];
/** Any published event. */
export type RidaEvent = { [T in EventType]: EventFor<T> }[EventType];

const byType = new Map<string, (typeof registry)[number]>(registry.map((entry) => [entry.event.type, entry]));

type Entry = (typeof registry)[number];
type ConsumedBy<C extends ConsumerName, E> = E extends {
  readonly event: { readonly type: infer T };
  readonly consumers: readonly (infer N)[];
}
  ? C extends N
    ? T
    : never
  : never;

/** The events of a consumer, by the registry. */
export type EventsOf<C extends ConsumerName> = EventFor<ConsumedBy<C, Entry>>;

/** Return the registration of an event type, or undefined for an unknown type. */
export const registrationOf = (type: string): Registration | undefined => byType.get(type);

/** Return the event types of a consumer. */
export const typesFor = (consumer: ConsumerName): EventType[] =>
  registry
    .filter(
      ({ consumers }) => consumers !== 'audit only' && (consumers as readonly string[]).includes(consumer),
    )
    .map(({ event }) => event.type);

/** Every consumer once, in registry order. */
export const consumerNames = [
  ...new Set(registry.flatMap(({ consumers }) => (consumers === 'audit only' ? [] : [...consumers]))),
] as ConsumerName[];

import { deskEvents } from './registrations/cases.ts';
import { outreachEvents } from './registrations/outreach.ts';
import { peopleEvents } from './registrations/people.ts';
import type { ConsumerName, Registration } from './registrations/registration.ts';
import { slaEvents } from './registrations/sla.ts';
import { surveyEvents } from './registrations/surveys.ts';
import { intakeEvents } from './registrations/telephone.ts';

export type { ConsumerName, ProducerName, Registration } from './registrations/registration.ts';

/** Every event of Rida, who causes it and who acts on it. Rules and queues are made from this map. */
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
/** One event as it travels on the bus, by its type. */
export type EventFor<T extends EventType> = Extract<Contract, { type: T }>['schema']['_zod']['output'];
/** The data of an event by its type. */
export type DataOf<T extends EventType> = EventFor<T>['data'];
/** Any event as it travels on the bus. */
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

/** The events a consumer acts on, as the registry says. */
export type EventsOf<C extends ConsumerName> = EventFor<ConsumedBy<C, Entry>>;

/** The registration of an event type, or undefined for a type Rida does not know. */
export const registrationOf = (type: string): Registration | undefined => byType.get(type);

/** The event types a consumer acts on. */
export const typesFor = (consumer: ConsumerName): EventType[] =>
  registry
    .filter(
      ({ consumers }) => consumers !== 'audit only' && (consumers as readonly string[]).includes(consumer),
    )
    .map(({ event }) => event.type);

/** Every consumer once, in the order of the map. */
export const consumerNames = [
  ...new Set(registry.flatMap(({ consumers }) => (consumers === 'audit only' ? [] : [...consumers]))),
] as ConsumerName[];

import {
  decidePerson,
  type PersonCommand,
  type PersonRejection,
  personStaleness,
} from '#shared/domain/people/decide-person.ts';
import { fieldsOf } from '#shared/domain/staleness.ts';
import type { Store } from '#shared/ports/store.ts';
import { type AggregateOutcome, type AggregateUpdate, updateAggregate } from './update-aggregate.ts';

export interface PersonRequest extends Omit<AggregateUpdate<'person'>, 'kind'> {
  readonly command: PersonCommand;
}

/** Handle a command on a beneficiary's record. One cause commits once. */
export const updatePerson = (
  store: Store,
  { command, ...change }: PersonRequest,
): Promise<AggregateOutcome<'person', PersonRejection>> =>
  updateAggregate<'person', PersonRejection>(
    store,
    { kind: 'person', ...change },
    (before) => decidePerson(change.id, before, command, change.at),
    fieldsOf(personStaleness[command.do]),
  );

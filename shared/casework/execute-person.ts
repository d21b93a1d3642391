import {
  decidePerson,
  type PersonCommand,
  type PersonRejection,
} from '#shared/domain/people/decide-person.ts';
import type { Store } from '#shared/ports/store.ts';
import { type Changed, changeHead, type HeadChange } from './change-head.ts';

export interface PersonRequest extends Omit<HeadChange<'person'>, 'kind'> {
  readonly command: PersonCommand;
}

/** Carries out a command on what is known of a beneficiary; the same cause commits once. */
export const executePerson = (
  store: Store,
  { command, ...change }: PersonRequest,
): Promise<Changed<'person', PersonRejection>> =>
  changeHead<'person', PersonRejection>(store, { kind: 'person', ...change }, (before) =>
    decidePerson(change.id, before, command, change.at),
  );

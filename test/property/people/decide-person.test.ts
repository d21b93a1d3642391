import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { language, preference, verificationMeans } from '#events/vocabulary.ts';
import { decidePerson, idsOf, type PersonCommand } from '#shared/domain/people/decide-person.ts';
import type { ContactPoint, Person } from '#shared/domain/people/person.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { holdsInEveryLife } from '../every-life.ts';
import { drawn, type Generators } from '../generators.ts';

const by = 'agent:salem' as const;
const ID = 'b-1';
const other = fc.constantFrom(ID, 'b-2', 'b-3', 'b-4');
const optOuts = fc.subarray([...preference.options]);
const contact: fc.Arbitrary<ContactPoint> = other.map((beneficiaryId) => ({
  ...{ kind: 'email' as const, value: `${beneficiaryId}@example.com`, beneficiaryId },
}));

const commands: Generators<PersonCommand> = {
  describe: fc
    .record({ name: fc.constant('نورة'), contacts: fc.array(contact, { maxLength: 2 }) })
    .map((given) => ({ do: 'describe' as const, ...given })),
  join: fc.record({ do: fc.constant('join' as const), other, contact, by: fc.constant(by) }),
  part: other.map((id) => ({ do: 'part' as const, other: id, by })),
  adopt: fc.record({ other, optOuts, contact }).map(({ other: id, optOuts: theirs, contact: one }) => ({
    do: 'adopt' as const,
    record: { id, joined: id === 'b-4' ? [] : ['b-4'], contacts: [one], optOuts: theirs },
    by,
  })),
  'join-into': other.map((into) => ({ do: 'join-into' as const, into })),
  'stand-alone': other.map((from) => ({ do: 'stand-alone' as const, from })),
  prefer: optOuts.map((wanted) => ({ do: 'prefer' as const, optOuts: wanted, by })),
  'opt-out': optOuts.map((of) => ({ do: 'opt-out' as const, of, by })),
  'opt-in': optOuts.map((of) => ({ do: 'opt-in' as const, of, by })),
  'mark-failing': other.map((id) => ({ do: 'mark-failing' as const, address: `${id}@Example.com` })),
  verify: fc
    .constantFrom(...verificationMeans.options)
    .map((means) => ({ do: 'verify' as const, means, by })),
  ask: fc.record({ n: fc.nat(3), coolDown: fc.constantFrom(0, 5, 30) }).map(({ n, coolDown }) => ({
    ...{ do: 'ask' as const, channel: 'mail' as const, about: `case:${n}:s0`, until: WORKING_MORNING + DAY },
    coolDownMs: coolDown * DAY,
  })),
  'take-back': fc.nat(3).map((n) => ({ do: 'take-back' as const, about: `case:${n}:s0` })),
  speak: fc.constantFrom(...language.options).map((spoken) => ({ do: 'speak' as const, language: spoken })),
  erase: fc.constant({ do: 'erase' as const, by }),
  'come-back': fc.constant({ do: 'come-back' as const }),
};

const anyCommand = drawn<PersonCommand>(commands, {
  ...{ describe: 4, join: 6, part: 3, adopt: 4, 'join-into': 2, 'stand-alone': 2, prefer: 4, 'opt-out': 3 },
  ...{
    'opt-in': 3,
    'mark-failing': 3,
    verify: 2,
    ask: 3,
    'take-back': 1,
    speak: 2,
    erase: 1,
    'come-back': 1,
  },
});

test('a record keeps each id and opt-out once, never its own id, and nothing personal after its erasure', () => {
  holdsInEveryLife<Person, PersonCommand>({
    commands: anyCommand,
    begins: WORKING_MORNING,
    decide: (state, command, now) => decidePerson(ID, state, command, now),
    check({ before, command, after }) {
      if (before?.erasedAt !== undefined) {
        expect(decidePerson(ID, before, command, before.erasedAt)).toEqual({ rejected: 'erased' });
        expect(JSON.stringify(before)).not.toMatch(/نورة|example\.com/u);
      }
      if (!after) return;
      expect(new Set(idsOf(after)).size).toBe(idsOf(after).length);
      expect(new Set(after.optOuts).size).toBe(after.optOuts.length);
      if (after.erasedAt !== undefined) expect(JSON.stringify(after)).not.toMatch(/نورة|example\.com/u);
    },
  });
});

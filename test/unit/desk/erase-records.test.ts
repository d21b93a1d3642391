import { expect, it } from 'vitest';
import { executePerson } from '#shared/casework/execute-person.ts';
import { Desk } from './desk-of.ts';

const by = 'agent:salem' as const;
const email = (value: string, beneficiaryId: string) => ({ kind: 'email', value, beneficiaryId }) as const;

it('erasing a beneficiary erases the record of every address that was joined, and its past', async () => {
  const desk = new Desk();
  const at = { by, at: desk.clock.now(), recordedAt: desk.clock.now() };
  for (const id of ['b-1', 'b-2']) {
    const contacts = [email(`${id}@example.com`, id)];
    const command = { do: 'describe', name: 'نورة', contacts } as const;
    await executePerson(desk.store, { id, cause: `describe ${id}`, command, ...at });
  }
  const optOuts = { do: 'prefer', optOuts: ['calls'], by } as const;
  await executePerson(desk.store, { id: 'b-2', cause: 'prefer', command: optOuts, ...at });
  const join = { do: 'join', other: 'b-2', by } as const;
  await executePerson(desk.store, { id: 'b-1', cause: 'join', command: join, ...at });
  await desk.settle(2);
  expect(await desk.store.load('person', 'b-1')).toMatchObject({
    ...{ joined: ['b-2'], optOuts: ['calls'] },
    contacts: [{ value: 'b-1@example.com' }, { value: 'b-2@example.com' }],
  });
  await executePerson(desk.store, { id: 'b-1', cause: 'erase', command: { do: 'erase', by }, ...at });
  await desk.settle(2);
  for (const id of ['b-1', 'b-2']) {
    expect(await desk.store.load('person', id)).toMatchObject({ contacts: [], erasedAt: desk.clock.now() });
    const past = JSON.stringify(await desk.store.timeline('person', id));
    expect(past).not.toContain('نورة');
    expect(past).not.toContain('example.com');
  }
});

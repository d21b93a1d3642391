import { describe, expect, it } from 'vitest';
import { readMessage } from '#shared/application/messages.ts';
import { updatePerson } from '#shared/application/update-person.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';

const by = 'agent:huda' as const;

/** A console with a request about personal data, whose author has proved their identity or not. */
async function asked(
  { roles = ['supervisor'], proven = true, type = 'data-request' as const } = {} as {
    roles?: readonly Role[];
    proven?: boolean;
    type?: 'data-request' | 'report';
  },
) {
  const made = aConsole({ agent: { user: 'huda', name: 'هدى', roles } });
  const supportCase = aCase({ type, category: 'other' });
  made.store.seed(supportCase);
  const { id } = supportCase.beneficiary;
  if (proven)
    await updatePerson(made.store, {
      ...{ id, command: { do: 'verify', means: 'nafath', by }, cause: 'verify', by, at: T, recordedAt: T },
    });
  const ask = (as: string, language = 'ar') =>
    made.app.request(`/cases/${supportCase.id}/personal-data`, {
      ...{ method: 'POST', body: new URLSearchParams({ as }) },
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: `language=${language}` },
    });
  return { ...made, supportCase, ask };
}

describe('a request about personal data', () => {
  it.each(['ar', 'en'])(
    'gives a copy to read (%s), and records on the case who made it',
    async (language) => {
      const { ask, supportCase, store, blobs, errors } = await asked();
      const answer = await ask('page', language);
      const page = await answer.text();
      expect([answer.status, errors]).toEqual([200, []]);
      for (const words of [supportCase.id, 'نورة القحطاني', 'norah@example.com'])
        expect(page).toContain(words);
      const [, noted] = [0, (await store.timeline('case', supportCase.id)).at(-1)];
      expect(noted).toMatchObject({ by });
      expect((await readMessage(blobs, supportCase.id, noted?.cause ?? ''))?.direction).toBe('note');
    },
  );

  it('gives a copy as a file', async () => {
    const { ask, supportCase } = await asked();
    const answer = await ask('file');
    expect(answer.headers.get('Content-Disposition')).toContain(`personal-data-${supportCase.id}.json`);
    expect(await answer.json()).toMatchObject({
      name: 'نورة القحطاني',
      cases: [{ reference: supportCase.id }],
    });
  });

  it('gives nothing before the identity is proven', async () => {
    const { ask, supportCase, store } = await asked({ proven: false });
    const answer = await ask('file');
    expect(answer.status).toBe(409);
    expect(await answer.text()).not.toContain('norah@example.com');
    expect((await store.load('case', supportCase.id))?.version).toBe(1);
  });

  it.each<[string, Parameters<typeof asked>[0], number]>([
    ['an agent', { roles: ['agent'] }, 403],
    ['a leader', { roles: ['leader'] }, 403],
    ['a case of another type', { type: 'report' }, 404],
  ])('gives nothing to or for %s', async (_, over, status) => {
    const { ask } = await asked(over);
    const answer = await ask('file');
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('norah@example.com');
  });

  it.each<[Role, boolean]>([
    ['supervisor', true],
    ['agent', false],
  ])('shows its steps on the page of its case (%s)', async (role, mayCopy) => {
    const { app, supportCase } = await asked({ roles: [role] });
    const page = await (await app.request(`/cases/${supportCase.id}`)).text();
    expect(page).toContain('ثلاثين يومًا');
    expect(page.includes(`action="/cases/${supportCase.id}/personal-data"`)).toBe(mayCopy);
  });
});

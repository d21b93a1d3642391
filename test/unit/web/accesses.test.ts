import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/domain/staff/role.ts';
import { DAY, HOUR } from '#shared/domain/time/instant.ts';
import { aCase } from '#test/builders/a-case.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { aSettingsConsole } from '#test/unit/settings/a-settings-console.ts';
import { textOf } from './forms.ts';

const one = aCase();

function aCentre(...roles: Role[]) {
  const made = aSettingsConsole({ agent: { user: 'huda', name: 'هدى', roles } });
  made.store.seed(one);
  const get = async (path: string) => {
    const answer = await made.app.request(path);
    return { status: answer.status, text: textOf(await answer.text()) };
  };
  return { ...made, get };
}

describe('a read of personal data', () => {
  it('is recorded with its reader, time and reference, and nothing else is', async () => {
    const { get, accessLog } = aCentre('supervisor');
    for (const path of ['/people/b-norah', '/figures?as=csv', '/settings/document.json'])
      expect((await get(path)).status, path).toBe(200);
    for (const path of ['/cases', '/search?q=نورة', '/figures', '/settings', '/people/b-none'])
      await get(path);
    const at = WORKING_MORNING;
    expect(accessLog.all).toEqual([
      { at, user: 'huda', kind: 'person', path: '/people/b-norah' },
      { at, user: 'huda', kind: 'export', path: '/figures' },
      { at, user: 'huda', kind: 'export', path: '/settings/document.json' },
    ]);
    expect(JSON.stringify(accessLog.all)).not.toMatch(/نورة|norah@/u);
  });

  it('of a case is recorded once an hour, unless it is their own or its data is masked', async () => {
    const opened = async (user: string, role: Role, assignee?: string) => {
      const made = aSettingsConsole({ agent: { user, name: user, roles: [role] } });
      const supportCase = aCase(assignee === undefined ? {} : { assignee });
      made.store.seed(supportCase);
      for (const path of ['', '', '?before=2', `/${'x'}`])
        await made.app.request(`/cases/${supportCase.id}${path}`);
      made.clock.advance(HOUR);
      await made.app.request(`/cases/${supportCase.id.toLowerCase()}`);
      return made.accessLog.all.map(({ kind, path }) => [kind, path === `/cases/${supportCase.id}`]);
    };
    const twice = [
      ['case', true],
      ['case', true],
    ];
    expect(await opened('huda', 'agent', 'salem')).toEqual(twice);
    expect(await opened('huda', 'supervisor')).toEqual(twice);
    expect(await opened('huda', 'agent', 'huda')).toEqual([]);
    expect(await opened('huda', 'quality', 'salem')).toEqual([]);
    expect(await opened('huda', 'leader', 'salem')).toEqual([]);
  });

  it('of a refused person is not recorded, and reads nothing', async () => {
    const { get, accessLog } = aCentre('administrator');
    expect((await get('/people/b-norah')).status).toBe(403);
    expect(accessLog.all).toEqual([]);
  });

  it('that cannot be recorded is not answered', async () => {
    const { get, accessLog, errors } = aCentre('agent');
    accessLog.record = () => Promise.reject(new Error('full'));
    const { status, text } = await get('/people/b-norah');
    expect(status).toBe(500);
    expect(text).not.toContain('norah@example.com');
    expect(errors.map(({ message }) => message)).toEqual(['full']);
  });
});

describe('the record of reads', () => {
  const filled = () => {
    const centre = aCentre('administrator');
    for (const [days, user, kind, path] of [
      [0, 'huda', 'person', '/people/b-1'],
      [3, 'salem', 'recording', '/calls/c-1/recordings/1'],
      [20, 'huda', 'file', '/cases/4K7-2M9-0382/messages/m/raw'],
      [60, 'huda', 'export', '/figures'],
    ] as const)
      centre.accessLog.all.push({ at: WORKING_MORNING - days * DAY, user, kind, path });
    const paths = async (query: string) => {
      const { status, text } = await centre.get(`/settings/accesses${query}`);
      expect(status).toBe(200);
      return centre.accessLog.all.map(({ path }) => path).filter((path) => text.includes(path));
    };
    return { ...centre, paths };
  };
  const from = (days: number) => new Date(WORKING_MORNING - days * DAY).toISOString().slice(0, 10);

  it('shows administrators the last week, and other days by filters', async () => {
    const { paths } = filled();
    expect(await paths('')).toEqual(['/people/b-1', '/calls/c-1/recordings/1']);
    expect(await paths('?user=salem')).toEqual(['/calls/c-1/recordings/1']);
    expect(await paths('?kind=person')).toEqual(['/people/b-1']);
    expect(await paths(`?from=${from(25)}`)).toHaveLength(3);
    expect(await paths(`?from=${from(25)}&q=4k7-2m9`)).toEqual(['/cases/4K7-2M9-0382/messages/m/raw']);
    expect(await paths(`?from=${from(70)}&to=${from(50)}`)).toEqual(['/figures']);
  });

  it.each([
    '?from=soon&to=never&kind=x&user=%00',
    '?from=2030-01-01',
    '?from=0001-01-01',
    '?to=9999-12-31',
    '?q=',
  ])('reads the odd query %s', async (query) => {
    expect(await filled().paths(query)).toContain('/people/b-1');
  });

  it.each(['supervisor', 'quality', 'agent', 'leader'] as const)('is closed to the role %s', async (role) => {
    const { get } = aCentre(role);
    expect((await get('/settings/accesses')).status).toBe(403);
    expect((await get('/settings')).text).not.toContain('سجل الاطلاع');
  });
});

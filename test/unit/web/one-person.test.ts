import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { agentFrom, keepClaims } from '#functions/web/shell/oidc-sign-in.ts';
import { shellOf } from '#functions/web/shell/shell.ts';
import type { SignIn } from '#functions/web/shell/sign-in.ts';
import { staffName } from '#functions/web/shell/view.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { MemoryAccessLog } from '#test/doubles/memory-access-log.ts';
import { MemoryDrafts } from '#test/doubles/memory-drafts.ts';

const uuid = '53d428a2-b0c1-7083-9e4c-1f0a2f3f6a11';
const idToken = {
  sub: uuid,
  'cognito:username': uuid,
  email: 'Noura@Rida.Example',
  'cognito:groups': ['agent'],
};
const noura = {
  ...{ user: 'noura', name: { ar: 'نورة', en: 'Noura' }, email: 'noura@rida.example' },
  ...{ departments: ['care'], skills: [], languages: ['ar' as const], capacity: 20 },
};
const rules = compileRules(readSettings(defaultSettings, { staff: [noura] }));
const signIn: SignIn = {
  routes: new Hono(),
  session: async () => agentFrom(await keepClaims(undefined, idToken as never, {} as never)),
  begin: (c) => c.text('no', 401),
  end: (c) => c.text('out'),
};
const { app, viewOf } = shellOf({
  rules: { current: async () => rules },
  clock: { now: () => 0 },
  drafts: new MemoryDrafts(),
  accessLog: new MemoryAccessLog(),
  signIn,
  onRefused: () => {},
  onError: (error) => {
    throw error;
  },
});
app.get('/cases', async (c) => c.json((await viewOf(c)).agent));

describe('a member of staff with a UUID in the user pool', () => {
  it('is the user of the settings, who owns cases and is absent', async () => {
    expect(await (await app.request('/cases')).json()).toMatchObject({ user: 'noura', roles: ['agent'] });
  });

  it.each(['noura', 'noura@rida.example', 'NOURA@rida.example'])(
    'has the name of the settings on calls of the Connect user %s',
    (username) => {
      expect(staffName({ rules, language: 'en' }, username)).toBe('Noura');
    },
  );
});

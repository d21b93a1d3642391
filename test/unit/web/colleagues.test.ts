import { describe, expect, it } from 'vitest';
import { assignees, wrongAssignee, wrongColleague } from '#functions/web/cases/actions/action-input.ts';
import type { Role } from '#shared/domain/staff/role.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { aCase } from '#test/builders/a-case.ts';
import { aConsole, salem } from '#test/builders/a-console.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

const member = (user: string, ...roles: Role[]) => ({
  ...{ user, name: { ar: user, en: user }, email: `${user}@rida.example` },
  ...{ departments: ['care'], skills: [], languages: ['ar' as const], capacity: 20, roles },
});
const asking = (staff: ReturnType<typeof member>[]) => ({
  agent: salem,
  rules: compileRules(readSettings(defaultSettings, { staff })),
});
const noura = member('noura');

describe('the assignee in a form', () => {
  it.each([
    ['a colleague of the settings', 'noura', [noura], undefined],
    ['the person who asks, named there or not', 'salem', [noura], undefined],
    ['a name that the settings do not know', 'nuora', [noura], 'to'],
    ['anybody else while the settings name nobody', 'nuora', [], 'to.nobody'],
    ['the person who asks, while the settings name nobody', 'salem', [], undefined],
    ['an agent', 'huda', [member('huda', 'agent')], undefined],
    ['a supervisor', 'huda', [member('huda', 'supervisor')], undefined],
    ['a leader', 'huda', [member('huda', 'leader')], 'to.reads'],
    ['an administrator', 'huda', [member('huda', 'administrator')], 'to.reads'],
    ['quality', 'huda', [member('huda', 'quality')], 'to.reads'],
    ['a leader who is an agent too', 'huda', [member('huda', 'leader', 'agent')], undefined],
  ] as const)('%s', (_, user, staff, wrong) => {
    expect(wrongAssignee(user, asking([...staff]))).toBe(wrong);
    expect(assignees(asking([...staff])).includes(user)).toBe(wrong === undefined);
  });

  it('may watch a case without working on it', () => {
    expect(wrongColleague('user', 'huda', asking([member('huda', 'leader')]))).toBeUndefined();
    expect(wrongColleague('user', 'huda', asking([]))).toBe('user.nobody');
  });

  it.each([
    ['to', 'assign', 'قائمة الفريق فارغة، فلا تُسند المعاملة إلا إليك'],
    ['user', 'watch', 'قائمة الفريق فارغة. تُضاف الأسماء في الإعدادات'],
  ])('is refused in a sentence while no staff is listed (%s)', async (field, action, sentence) => {
    const { app, store } = aConsole();
    const supportCase = aCase();
    store.seed(supportCase);
    const place = `/cases/${supportCase.id}`;
    const hidden = hiddenFields(await (await app.request(place)).text(), action);
    const answer = await app.request(`${place}/${action}`, posted({ ...hidden, [field]: 'huda' }));
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence);
    const pick = `${supportCase.id}:${supportCase.version}`;
    const many = { token: crypto.randomUUID(), act: 'assign', back: '', pick, to: 'huda' };
    if (action === 'assign') {
      const list = await app.request('/cases/many', posted(many));
      expect(textOf(await list.text())).toContain(sentence);
    }
  });
});

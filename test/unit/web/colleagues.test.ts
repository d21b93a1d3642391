import { describe, expect, it } from 'vitest';
import { isColleague } from '#functions/web/cases/actions/action-input.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';
import { salem } from '#test/builders/a-console.ts';

const noura = {
  ...{ user: 'noura', name: { ar: 'نورة', en: 'Noura' }, email: 'noura@rida.example' },
  ...{ departments: ['care'], skills: [], languages: ['ar' as const], capacity: 20 },
};
const asking = (staff: (typeof noura)[]) => ({
  agent: salem,
  rules: compileRules(readSettings(defaultSettings, { staff })),
});

describe('cases go to', () => {
  it.each([
    ['a colleague of the settings', 'noura', [noura], true],
    ['whoever asks, named there or not', 'salem', [noura], true],
    ['nobody the settings do not know', 'nuora', [noura], false],
    ['anybody while the settings name nobody', 'nuora', [], true],
  ])('%s', (_, user, staff, goes) => {
    expect(isColleague(user, asking(staff))).toBe(goes);
  });
});

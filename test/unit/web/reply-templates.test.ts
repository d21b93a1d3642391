import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/cases/case.ts';
import { compileRules } from '#shared/settings/compile-rules.ts';
import { defaultReplyTemplates } from '#shared/settings/default-reply-templates.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings, SettingsError } from '#shared/settings/read-settings.ts';
import { aBeneficiary, aCase } from '#test/builders/a-case.ts';
import { aConsole } from '#test/builders/a-console.ts';
import { hiddenFields, posted, textOf } from './forms.ts';

const at = Date.UTC(2026, 10, 22, 7);
const promise = { at, dueAt: Date.UTC(2026, 10, 24, 9), by: 'agent:salem' as const };

async function chosen(id: string, over: Partial<Case> = {}) {
  const { app, store } = aConsole();
  const supportCase = aCase(over);
  store.seed(supportCase);
  const page = await (await app.request(`/cases/${supportCase.id}?template=${id}`)).text();
  return {
    page,
    currentCase: supportCase,
    area: /<textarea name="text" rows="\d+"[^>]*>([^<]*)</u.exec(page)?.[1] ?? '',
  };
}

describe('a template on the page of a case', () => {
  it('fills the answer in the language of the case, without script', async () => {
    const arabic = await chosen('promised-contact', { promise });
    expect(arabic.area).toContain(
      `رقم ${arabic.currentCase.id}: سنتواصل معكم في موعد أقصاه الثلاثاء 24 نوفمبر 2026م`,
    );
    expect(arabic.area).toContain('سالم العتيبي');
    const english = await chosen('promised-contact', { promise, language: 'en' });
    expect(english.area).toContain('we will contact you by Tuesday 24 November 2026');
  });

  it('fills the answer in both languages for a beneficiary who writes in another', async () => {
    const { area } = await chosen('promised-contact', { promise, writtenIn: 'ur' });
    expect(area).toContain('سنتواصل معكم');
    expect(area).toContain('we will contact you by Tuesday 24 November 2026');
  });

  it('says what it lacks instead of leaving a hole', async () => {
    const { page, area } = await chosen('promised-contact');
    expect(area).toBe('');
    expect(page).toMatch(/role="alert"/u);
    expect(textOf(page)).toContain('وعد قائم بالتواصل: يلزم تسجيل الوعد أولًا');
  });

  it.each(defaultReplyTemplates.map(({ id, type }) => [id, type] as const))(
    'is filled whole: %s',
    async (id, type = 'report') => {
      const { area } = await chosen(id, { type, promise, beneficiary: aBeneficiary() });
      expect(area).not.toBe('');
      expect(area).not.toMatch(/\{\{|undefined/u);
    },
  );

  it('is offered only where it is meant for', async () => {
    const { page, area } = await chosen('apology', { type: 'report' });
    expect(page).not.toContain('value="apology"');
    expect(page).toContain('value="visit-planned"');
    expect(area).toBe('');
  });

  it('is never sent with a placeholder in it', async () => {
    const { app, store } = aConsole();
    const supportCase = aCase();
    store.seed(supportCase);
    const page = await (await app.request(`/cases/${supportCase.id}`)).text();
    const fields = { ...hiddenFields(page, 'reply'), text: 'الموعد {{promise}}' };
    const refused = await app.request(`/cases/${supportCase.id}/reply`, posted(fields));
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('لم تُملأ');
  });
});

describe('templates in the settings', () => {
  const withTemplate = (over: object) => {
    const [first] = defaultReplyTemplates;
    return readSettings(defaultSettings, { replyTemplates: [{ ...first, ...over }] });
  };
  const issuesOf = (over: object) => {
    try {
      withTemplate(over);
      return [];
    } catch (error) {
      if (error instanceof SettingsError) return error.issues.map(({ path, code }) => [path.join('.'), code]);
      throw error;
    }
  };

  it.each([
    [{ text: { ar: '{{رقم}}', en: 'x' } }, [['replyTemplates.0.text.ar', 'placeholder']]],
    [{ text: { ar: 'x', en: 'x {{' } }, [['replyTemplates.0.text.en', 'placeholder']]],
    [{ category: 'nowhere' }, [['replyTemplates.0.category', 'unknown-id']]],
    [{ text: { ar: 'x', en: '' } }, [['replyTemplates.0.text.en', 'required']]],
  ])('are checked when saved: %j', (over, issues) => {
    expect(issuesOf(over)).toEqual(issues);
  });

  it('are compiled by their ids', () => {
    const rules = compileRules(readSettings(defaultSettings));
    expect([...rules.replyTemplates.keys()]).toEqual(defaultReplyTemplates.map(({ id }) => id));
  });
});

import { describe, expect, it } from 'vitest';
import { SUGGESTION_MS } from '#functions/web/cases/suggestion-for.ts';
import { consoleApp } from '#functions/web/console-app.ts';
import { handleCommand } from '#shared/application/handle-command.ts';
import { saveMessage } from '#shared/application/messages.ts';
import type { Suggester, Suggestion } from '#shared/ports/outside.ts';
import { aBeneficiary, aReference } from '#test/builders/a-case.ts';
import { aConsole, shippedRules } from '#test/builders/a-console.ts';
import { WrittenSuggester } from '#test/doubles/written-suggester.ts';
import { textOf } from './forms.ts';

const SUBJECT = 'موضوع';
const complaint: Suggestion = { type: 'complaint', category: 'roads', confidence: 0.82 };
const id = aReference();

/** The page of a case that the rules could not classify with confidence. */
async function page(suggester: Suggester, { unsure = true, corrected = false } = {}) {
  const console = aConsole();
  const at = console.clock.now();
  const trace = { by: 'agent:salem', at, recordedAt: at, correlationId: 'c', causationId: 'c' } as const;
  const deps = { store: console.store, rules: shippedRules() };
  await handleCommand(deps, {
    ...{ ...trace, id, cause: 'first' },
    command: {
      ...{ do: 'open', id, type: 'inquiry', category: 'other', department: 'care', subject: SUBJECT },
      ...{
        beneficiary: aBeneficiary(),
        segment: 'citizen',
        channel: 'mail',
        language: 'ar',
        priority: 'normal',
      },
    },
  });
  await saveMessage(console.blobs, id, {
    ...{ id: 'first', direction: 'in', channel: 'mail', at, to: [], subject: SUBJECT, attachments: [] },
    ...{ text: 'اتصلوا على 0501234567', reasons: unsure ? ['classification-unsure'] : [] },
  });
  if (corrected) {
    const to = { type: 'report' } as const;
    await handleCommand(deps, {
      ...trace,
      id,
      cause: 'then',
      command: { do: 'reclassify', to, by: 'agent:salem' },
    });
  }
  const before = await console.store.load('case', id);
  const app = consoleApp({ ...console.deps, suggester });
  const text = textOf(await (await app.request(`/cases/${id}`)).text());
  expect(await console.store.load('case', id)).toEqual(before);
  return { text, errors: console.errors };
}

const SHOWN = 'اقتراح آلي للمراجعة: شكوى';

describe('a suggestion of a model', () => {
  it('is shown to who triages what the rules were unsure of, and changes nothing', async () => {
    const suggester = new WrittenSuggester({ [SUBJECT]: complaint });
    const { text } = await page(suggester);
    expect(text).toContain(SHOWN);
    expect(text).toContain('82%');
    expect(suggester.asked[0]?.text).not.toContain('0501234567');
  });

  it.each([
    ['when the rules were sure', { unsure: false }],
    ['when somebody has corrected it', { corrected: true }],
  ])('is not asked for %s', async (_, how) => {
    const suggester = new WrittenSuggester({ [SUBJECT]: complaint });
    expect((await page(suggester, how)).text).not.toContain(SHOWN);
    expect(suggester.asked).toEqual([]);
  });

  it.each([
    ['of a category nobody knows', { ...complaint, category: 'nowhere' }],
    ['that is out of all measure', { ...complaint, confidence: 7 }],
    ['that says what is known', { ...complaint, type: 'inquiry', category: 'other' }],
  ] as const)('%s is not shown', async (_, given) => {
    expect((await page(new WrittenSuggester({ [SUBJECT]: given }))).text).not.toContain(SHOWN);
  });

  it('that fails is reported, and the page is complete', async () => {
    const { text, errors } = await page({
      suggest: async () => {
        throw new Error('no model');
      },
    });
    expect(text).toContain(SUBJECT);
    expect(errors.map(({ message }) => message)).toEqual(['no model']);
  });

  it(
    'that never comes is not waited for',
    async () => {
      const { text, errors } = await page({ suggest: () => new Promise(() => undefined) });
      expect(text).toContain(SUBJECT);
      expect(errors).toEqual([]);
    },
    SUGGESTION_MS * 5,
  );
});

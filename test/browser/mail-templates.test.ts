import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acknowledgement } from '#shared/domain/mail/templates/acknowledgement.ts';
import { agentReply } from '#shared/domain/mail/templates/agent-reply.ts';
import { departmentQuestion } from '#shared/domain/mail/templates/department-question.ts';
import type { RenderedMail } from '#shared/domain/mail/templates/mail-layout.ts';
import { noticeDigest } from '#shared/domain/mail/templates/notice-digest.ts';
import { surveyInvitation } from '#shared/domain/mail/templates/survey-invitation.ts';
import { surveyRecovery } from '#shared/domain/mail/templates/survey-recovery.ts';
import { haveBrowser, overflow, sharedBrowser } from './browser.ts';

const at = Date.UTC(2026, 10, 22, 7, 30);
const centre = {
  name: { ar: 'مركز رضا المستفيدين', en: 'Beneficiary Satisfaction Centre' },
  phone: '940',
};
const common = {
  ...({ language: 'ar', reference: '9T9-0A9-2918', type: 'report', zone: 'Asia/Riyadh', centre } as const),
  link: 'https://rida.example/s/8JQ2kF0ZyVb1uX7nWm3tR9cLpD5aHsEi4gTqN6oYvKxB',
  category: { ar: 'إنارة الشوارع والأحياء', en: 'Street and district lighting' },
};
const answer = `السلام عليكم ورحمة الله وبركاته،

نفيدكم بأن الفرقة زارت الموقع واستبدلت المصباح، ورابط الموقع:
https://maps.example/place/24.7135517,46.6752957/a-very-long-address-that-does-not-break-by-itself-anywhere

مع التحية،
سالم العتيبي`;

const mails: readonly (readonly [string, RenderedMail])[] = [
  [
    'acknowledgement',
    acknowledgement({
      ...{ ...common, promisedAt: at },
      telephoneCode: '123456',
      hours: { ar: 'من الأحد إلى الخميس 07:30–14:30', en: 'Sunday to Thursday 07:30–14:30' },
    }),
  ],
  ['agent-reply', agentReply({ ...common, body: answer })],
  ['resolution', agentReply({ ...common, body: 'The lamp has been replaced.', language: 'en' })],
  [
    'survey-invitation',
    surveyInvitation({ ...common, expiresAt: at, unsubscribe: 'https://rida.example/s/u/1' }),
  ],
  ['survey-recovery', surveyRecovery({ ...common, score: 1, finished: false, opens: 'task' })],
  [
    'notice-digest',
    noticeDigest({
      ...{ ...common, more: 3, now: at, console: 'https://rida.example' },
      notices: (['breached', 'quarantined', 'assigned'] as const).map((kind, n) => ({
        ...{ event: `${n}`, case: `9T9-0A9-291${n}`, kind },
        ...(kind === 'breached' && { clock: 'resolution' as const, dueAt: new Date(at).toISOString() }),
      })),
    }),
  ],
  [
    'department-question',
    departmentQuestion({
      ...{ ...common, news: 'question', all: 'https://rida.example/s/d/all/1', dueAt: at },
      ...{ question: 'متى تُستكمل الصيانة؟', beneficiaryText: answer },
    }),
  ],
];

interface Part {
  readonly language: string;
  readonly direction: string;
  readonly align: string;
}

/** Return the part of every language as the browser renders it. */
const partsOf = (page: Page): Promise<readonly Part[]> =>
  page.evaluate(`[...document.querySelectorAll('td[lang]')].map((part) => {
    const { direction, textAlign } = getComputedStyle(part.querySelector('p'));
    return { language: part.lang, direction, align: textAlign };
  })`);

/** Return the lowest contrast between a text and its background (WCAG 2.2, 1.4.3). */
const lowestContrast = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => {
      const [r, g, b] = channels(colour).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (channels(colour)[3] !== 0) return colour;
      }
      return 'rgb(255, 255, 255)';
    };
    const texts = [...document.querySelectorAll('body *')].filter((node) =>
      [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== ''));
    return Math.min(...texts.map((node) => {
      const [a, b] = [light(getComputedStyle(node).color), light(behind(node))].sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    }));
  })()`);

describe.skipIf(!haveBrowser())('the centre’s mails in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await sharedBrowser();
    folder = process.env.RIDA_PICTURES ?? (await mkdtemp(join(tmpdir(), 'rida-mails-')));
  });
  afterAll(() => browser.close());

  it.each(mails.flatMap(([name, mail]) => [600, 360].map((width) => [name, width, mail] as const)))(
    '%s fits on %d pixels',
    async (name, width, mail) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.setContent(mail.html);
      await page.screenshot({ path: `${folder}/mail-${name}-${width}.png`, fullPage: true });
      expect(await overflow(page)).toBe(0);
      for (const { language, direction, align } of await partsOf(page))
        expect([direction, align]).toEqual(language === 'ar' ? ['rtl', 'right'] : ['ltr', 'left']);
      expect(await lowestContrast(page)).toBeGreaterThanOrEqual(4.5);
      await page.close();
    },
  );
});

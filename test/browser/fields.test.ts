import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { sharedReader } from '#test/doubles/shared-reader.ts';
import { haveBrowser, sharedBrowser } from './browser.ts';
import { type OpenedCentre, openLivedIn } from './lived-in.ts';
import { signInAsSupervisor } from './sign-in.ts';

const PAGES = [
  ...['/sign-in', '/design', '/cases', '/search?q=0501234567', '/calls-out', '/calls-out?purpose=investor'],
  ...[
    '/absence',
    '/settings/centre',
    '/settings/staff/add',
    '/settings/categories/add',
    '/settings/calendars',
  ],
  ...['/settings/policies/add', '/settings/document', '/phone', '/phone/agents', '/mailbox', '/t'],
];

/**
 * Runs in the page. Types into every field, and returns those whose text or placeholder has a contrast below 4.5:1
 * with the ground that is drawn behind it.
 */
const MEASURE = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r, g, b].map((one, at) => (one * a + [R, G, B][at] * (255 - a)) / 255);
  const groundOf = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 255) break;
    }
    return layers.reverse().reduce((below, colour) => over(colour, below), [255, 255, 255]);
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (text, ground) => {
    const [dark, light] = [luminance(over(rgba(text), ground)), luminance(ground)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  for (const one of document.querySelectorAll('details')) one.open = true;
  const fields = [...document.querySelectorAll('input, textarea, select')].filter((field) =>
    field.checkVisibility() && !field.disabled && !['checkbox', 'radio', 'file', 'hidden'].includes(field.type));
  const faults = [];
  for (const field of fields) {
    field.focus();
    if (['text', 'search', 'tel', 'email', 'url', 'textarea'].includes(field.type)) field.value = 'نص Text 055';
    const ground = groundOf(field);
    const measure = (what, colour) => {
      const ratio = contrast(colour, ground);
      if (ratio < 4.5) faults.push(what + ' of ' + (field.name || field.id) + ': ' + ratio.toFixed(2) + ':1');
    };
    const style = getComputedStyle(field);
    measure('text', style.webkitTextFillColor || style.color);
    if (field.placeholder?.trim()) measure('placeholder', getComputedStyle(field, '::placeholder').color);
  }
  return { faults, fields: fields.length };
})()`;

describe.runIf(haveBrowser())('every field of every surface of a lived-in centre', () => {
  const data = mkdtempSync(join(tmpdir(), 'rida-fields-'));
  let browser: Browser;
  let empty: LocalCentre;
  let livedIn: OpenedCentre;
  beforeAll(async () => {
    const options = { port: 0, 'smtp-port': 0, 'trust-mail': 'loopback' as const, sweepEveryMs: 0, data };
    const opening = openCentre({
      ...options,
      below: { now: () => WORKING_MORNING },
      openReader: sharedReader,
    });
    [browser, empty, livedIn] = await Promise.all([sharedBrowser(), opening, openLivedIn()]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([empty?.close(), livedIn?.close()]);
    rmSync(data, { recursive: true, force: true });
  });

  it.each(['light', 'dark'] as const)('can be read while it is typed into, in %s', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
    const { url } = livedIn.centre;
    await signInAsSupervisor(page, url);
    const list = await (await page.request.get(`${url}/cases`)).text();
    const [, aCase = ''] = /href="(\/cases\/[^"?]+)"/u.exec(list) ?? [];
    expect(aCase).not.toBe('');
    for (const path of [...PAGES, aCase]) {
      await page.goto(url + path);
      const { faults, fields } = (await page.evaluate(MEASURE)) as { faults: string[]; fields: number };
      expect(faults, path).toEqual([]);
      expect(fields, path).toBeGreaterThan(0);
    }
    await page.close();
  });

  it('leads from the empty list to the telephone, the mailbox, the clock and an example', async () => {
    const page = await browser.newPage();
    await signInAsSupervisor(page, empty.url);
    await page.goto(`${empty.url}/cases`);
    for (const path of ['/phone', '/mailbox', '/clock'])
      expect(await page.locator(`main a[href="${path}"]`).count()).toBe(1);
    expect(await page.locator('main').innerText()).toContain('npm start -- --example day');
    await page.close();
  });

  it('fails for white text in a white box', async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<div style="background:#14573a;color:#fff"><span style="background:#fff">' +
        '<input name="q" style="color:inherit;background:none"></span></div>',
    );
    expect(await page.evaluate(MEASURE)).toMatchObject({ faults: ['text of q: 1.00:1'] });
    await page.close();
  });
});

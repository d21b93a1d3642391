import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type DayDone, playDay } from '#infra/demo/day.ts';
import { demoSettings } from '#infra/demo/staff.ts';
import { storyClock } from '#infra/demo/story-clock.ts';
import type { LocalCentre } from '#infra/local/centre.ts';
import { openCentre } from '#infra/local/open-centre.ts';
import { writeOnce } from '#shared/adapters/embedded/durable-file.ts';

/** The centre of `npm run demo` at the end of its day. The clock is fixed, so that every run shows the same. */
export interface Demonstration {
  readonly centre: LocalCentre;
  readonly done: DayDone;
  close(): Promise<void>;
}

/** Play the day of the demonstration in a folder of its own. */
export async function playDemonstration(): Promise<Demonstration> {
  const data = await mkdtemp(join(tmpdir(), 'rida-pictures-'));
  const settings = join(data, 'settings.json');
  await writeOnce(settings, Buffer.from(JSON.stringify(demoSettings)));
  const centre = await openCentre({
    ...{ port: 0, 'smtp-port': 0, data, settings, 'trust-mail': 'loopback' as const },
    ...{ below: storyClock(), key: Buffer.alloc(32, 'rida'), sweepEveryMs: 0 },
  });
  const close = async () => {
    await centre.close();
    await rm(data, { recursive: true, force: true });
  };
  try {
    const done = await playDay(centre, () => undefined);
    await centre.settle();
    return { centre, done, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Sign in at a local centre as the supervisor of the demonstration. */
export async function signInAsSupervisor(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=user]', 'huda');
  await page.fill('input[name=name]', 'هدى');
  await page.selectOption('select[name=role]', 'supervisor');
  await page.locator('form[action="/sign-in"] button').click();
  await page.waitForURL(`${url}/**`);
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const MEASURE = readFileSync(new URL('./measure.client.js', import.meta.url), 'utf8');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Ends the changes of colour that a new look starts: halfway, no contrast is that of the page. */
const END_TRANSITIONS =
  'for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()';

/**
 * Return the faults of a page: text outside its box, clipped or broken words, a page wider than its window, low
 * contrast, and every violation that axe finds.
 */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(END_TRANSITIONS);
  const layout = (await page.evaluate(MEASURE)) as readonly string[];
  return [...layout, ...(await violationsIn(page, 'document'))];
}

/** Return the violations that axe finds in a part of a page: an expression of it. */
async function violationsIn(page: Page, part: string): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const found = (await page.evaluate(
    `axe.run(${part}, { resultTypes: ["violations"], iframes: false }).then(({ violations }) => violations)`,
  )) as readonly AxeResult[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const contrast = /contrast of ([\d.]+)[^(]*\(foreground color: (\S+), background color: (\S+),/u.exec(
        failureSummary,
      );
      return `${id}: ${target.join(' ')}: ${contrast ? `${contrast[1]}:1, ${contrast[2]} on ${contrast[3]}` : help}`;
    }),
  );
}

/** Return the violations in each dialog and menu of a page, opened one after the other. */
export async function faultsOfDialogs(page: Page): Promise<readonly string[]> {
  const ids = (await page.evaluate(
    '[...document.querySelectorAll("[popover][id]")].map(({ id }) => id)',
  )) as readonly string[];
  const faults: string[] = [];
  for (const id of ids) {
    const dialog = `document.getElementById(${JSON.stringify(id)})`;
    await page.evaluate(`${dialog}.showPopover()`);
    faults.push(...(await violationsIn(page, dialog)).map((fault) => `#${id}: ${fault}`));
    await page.evaluate(`${dialog}.hidePopover()`);
  }
  return faults;
}

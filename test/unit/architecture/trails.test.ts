import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { registry } from '#events/registry.ts';
import { importsOf } from './import-scan.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

interface Stop {
  readonly file: string;
  readonly sentence: string;
}

/** Return the numbered list under a heading of a README. */
function trailUnder(heading: string, text: string): Stop[] {
  const section = text.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  return [...section.matchAll(/^\d+\. \[`(?<file>[^`]+)`\]\((?<link>[^)]+)\) (?<sentence>.+)$/gmu)].map(
    ({ groups }) => {
      if (groups?.file !== groups?.link)
        throw new Error(`${groups?.file}: the link leads to ${groups?.link}`);
      return { file: groups?.file ?? '', sentence: groups?.sentence ?? '' };
    },
  );
}

const source = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');

const imports = (from: string, to: string): boolean =>
  importsOf(from, source(from)).some(({ target }) => target === to);

/** The function that a file belongs to, such as `mail/notify-beneficiary`. */
const functionOf = (file: string): string =>
  file.replace(/^functions\//u, '').replace(/(\.function|\.handler)?\.ts$/u, '');

/** Whether a file writes an event that the function of another file is registered for. */
const consumes = (later: string, earlier: string): boolean =>
  registry.some(
    ({ event, consumers }) =>
      (consumers as readonly string[]).includes(functionOf(later)) &&
      source(earlier).includes(`'${event.type}'`),
  );

/** Whether a flow's file invokes the function of another file by its name. */
const invokes = (earlier: string, later: string): boolean =>
  /^functions\/telephone\/[a-z-]+\.ts$/u.test(later) &&
  source(earlier).includes(`invoke('${functionOf(later)}'`);

const linked = (earlier: string, later: string): boolean =>
  imports(earlier, later) || imports(later, earlier) || consumes(later, earlier) || invokes(earlier, later);

describe.each(['The trail of a mail', 'The trail of a call'])('README: %s', (heading) => {
  const trail = trailUnder(heading, readme);

  test('names up to ten files, each with one sentence', () => {
    expect(trail.length).toBeGreaterThanOrEqual(6);
    expect(trail.length).toBeLessThanOrEqual(10);
    for (const { sentence } of trail) expect(sentence).toMatch(/^[a-z].+\.$/u);
    expect(new Set(trail.map(({ file }) => file)).size).toBe(trail.length);
  });

  test('names files that exist', () => {
    expect(trail.filter(({ file }) => !existsSync(new URL(`../../../${file}`, import.meta.url)))).toEqual([]);
  });

  test('each file imports the one before, is imported by it, or consumes its event', () => {
    const broken = trail.flatMap(({ file }, at) => {
      const before = trail[at - 1]?.file;
      return before === undefined || linked(before, file) ? [] : [`${before} -> ${file}`];
    });
    expect(broken).toEqual([]);
  });
});

test('unrelated files are not a trail', () => {
  expect(linked('functions/mail/mail-intake.ts', 'functions/surveys/invite.ts')).toBe(false);
  expect(linked('functions/telephone/flows/main-flow.ts', 'functions/telephone/survey-flow.ts')).toBe(false);
});

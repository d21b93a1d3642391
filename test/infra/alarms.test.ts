import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  alarmFaults,
  alarmsOf,
  alarmsTable,
  silentRepeats,
  uselessDeadLetters,
} from '#infra/tools/template/alarms.ts';
import type { Resource, Template } from '#infra/tools/template/model.ts';
import { synthesise } from './synthesise.ts';

const template = synthesise();
const changed = (id: string, change: (resource: Resource) => object): Template => {
  const resource = template.resources[id] as Resource;
  return {
    ...template,
    resources: {
      ...template.resources,
      [id]: { ...resource, Properties: { ...resource.Properties, ...change(resource) } },
    },
  };
};
const idOf = (metric: string, watched: RegExp): string =>
  alarmsOf(template).find((one) => one.metric === metric && watched.test(one.watched))?.id ?? '';

describe('alarms', () => {
  it('can be reached by their cause, and notify when they start and end', () => {
    expect(alarmFaults(template)).toEqual([]);
  });

  it('are listed with their cause and the action of an operator: run npm run alarms:build', () => {
    const file = new URL('../../infra/aws/ALARMS.md', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(alarmsTable(template));
  });

  it.each([
    ['Duration', /inbound-flow/u, 2_000],
    ['IteratorAge', /relay\/relay/u, 24 * 3_600_000],
    ['ApproximateAgeOfOldestMessage', /Received/u, 5 * 86_400],
    ['Reputation.BounceRate', /^$/u, 5],
  ])('would never start: %s of %s at %d', (metric, watched, Threshold) => {
    const id = idOf(metric, watched);
    expect(alarmFaults(changed(id, () => ({ Threshold })))).toEqual([
      expect.stringMatching(`^${id}: the metric is at most`),
    ]);
  });

  it('would never start for a dead-letter queue without a writer', () => {
    const queue =
      template.ofType('AWS::SQS::Queue').find(([id]) => id.startsWith('MailSweepMissed'))?.[0] ?? '';
    const writers = template
      .ofType('AWS::Scheduler::Schedule')
      .filter(([, { Properties }]) => JSON.stringify(Properties).includes(queue));
    const without = Object.fromEntries(
      [
        ...writers,
        ...template.ofType('AWS::Lambda::Function').filter(([id]) => id.startsWith('MailSweep')),
      ].map(([id, resource]) => [
        id,
        JSON.parse(JSON.stringify(resource).replaceAll(queue, 'Elsewhere')) as Resource,
      ]),
    );
    const silent = { ...template, resources: { ...template.resources, ...without } };
    expect(alarmFaults(silent)).toEqual([expect.stringContaining('the metric is at most 0')]);
  });

  it('would end in silence', () => {
    const id = idOf('5xx', /./u);
    expect(alarmFaults(changed(id, () => ({ OKActions: [] })))).toEqual([
      `${id}: does not notify at both changes of its state`,
    ]);
  });
});

describe('failed invocations', () => {
  it('are kept only where Lambda writes to a dead-letter queue', () => {
    expect(uselessDeadLetters(template)).toEqual([]);
    const [id = ''] =
      template.ofType('AWS::Lambda::Function').find(([one]) => one.startsWith('WebConsole')) ?? [];
    const useless = changed(id, () => ({ DeadLetterConfig: { TargetArn: 'queue' } }));
    expect(uselessDeadLetters(useless)).toEqual(['web/console']);
  });

  it('of a schedule are repeated as often as it says', () => {
    expect(silentRepeats(template)).toEqual([]);
    const [id = ''] =
      template.ofType('AWS::Lambda::EventInvokeConfig').find(([one]) => one.startsWith('SlaClock')) ?? [];
    expect(silentRepeats(changed(id, () => ({ MaximumRetryAttempts: 2 })))).toEqual(['sla/sweep']);
    const { [id]: _, ...resources } = template.resources;
    expect(silentRepeats({ ...template, resources })).toEqual(['sla/sweep']);
  });
});

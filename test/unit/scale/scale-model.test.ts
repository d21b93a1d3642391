import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACT_COSTS } from '#infra/tools/scale/act-costs.ts';
import { QUOTAS } from '#infra/tools/scale/aws-quotas.ts';
import {
  checksFor,
  DELIVERED,
  exceeded,
  listedWork,
  proposedFor,
  quotasToAskFor,
} from '#infra/tools/scale/scale-model.ts';
import { defaultSettings } from '#shared/settings/default-settings.ts';
import { readSettings } from '#shared/settings/read-settings.ts';

const LOADS = [1_000, 10_000, 100_000, 1_000_000];
const isQuota = ({ movedBy }: { movedBy: unknown }): boolean =>
  typeof movedBy === 'object' && movedBy !== null && 'quota' in movedBy;

describe('a day of contacts against the limits', () => {
  it.each(LOADS)('%i contacts break no limit of Rida with the proposed settings', (contacts) => {
    const broken = exceeded(checksFor(contacts, proposedFor(contacts)));
    expect(broken.filter((one) => !isQuota(one))).toEqual([]);
  });

  it.each(LOADS)(
    '%i contacts: each quota that is exceeded and can be raised is asked for, with room',
    (contacts) => {
      const broken = exceeded(checksFor(contacts, proposedFor(contacts))).filter(isQuota);
      const asked = new Map(
        quotasToAskFor(contacts).map(({ name, value }) => [QUOTAS[name].name + QUOTAS[name].per, value]),
      );
      for (const { unit, demand } of broken)
        expect(asked.get(unit.replace(', ', '')), unit).toBeGreaterThan(demand);
    },
  );

  it('a thousand contacts a day need nothing', () => {
    expect(exceeded(checksFor(1_000, DELIVERED))).toEqual([]);
    expect(proposedFor(1_000)).toEqual(DELIVERED);
  });

  it('the limits are found: one shard of the due index is too few for a night of 100,000 deadlines', () => {
    const broken = exceeded(checksFor(1_000_000, { ...proposedFor(1_000_000), dueShards: 1 }));
    expect(broken.map(({ where }) => where)).toContain('sla/clock');
  });

  it('beyond ten million the design itself breaks, and the command says so', () => {
    const broken = exceeded(checksFor(50_000_000, proposedFor(50_000_000)));
    expect(broken.some(({ movedBy }) => movedBy === 'design')).toBe(true);
  });

  it('the list of work is exact with the open cases of 50,000 contacts a day, and not beyond', () => {
    for (const contacts of [1_000, 50_000])
      expect(listedWork(contacts)).toEqual({ open: contacts * 5, counted: contacts * 5 });
    expect(listedWork(100_000)).toEqual({ open: 500_000, counted: 250_000 });
  });

  it('the README states the counted units of each act', () => {
    const readme = readFileSync('README.md', 'utf8');
    const { 'mail case': mail, 'call case': call, 'overdue case': overdue } = ACT_COSTS;
    expect(readme).toContain(`every item readable in a console | **${mail.writes} and ${mail.reads}**;`);
    for (const [act, { writes, reads }] of [
      ['a mail, alone', mail],
      ['a call', call],
      ['an overdue case', overdue],
    ] as const)
      expect(readme).toMatch(new RegExp(`^\\| ${act}.*\\| ${writes} and ${reads} \\|`, 'mu'));
  });

  it('each quota names the page of AWS that states it, and only those of SES are of the account alone', () => {
    const hosts = {
      page: /^https:\/\/docs\.aws\.amazon\.com\//u,
      answer: /^https:\/\/(docs\.aws\.amazon\.com|repost\.aws)\//u,
      account: /^https:\/\/sesblog\.amazon\.com\//u,
    };
    for (const { source, checked } of Object.values(QUOTAS)) expect(source).toMatch(hosts[checked]);
    const ofAccount = Object.entries(QUOTAS).filter(([, { checked }]) => checked === 'account');
    expect(ofAccount.map(([name]) => name)).toEqual(['sesDay', 'sesRate']);
  });

  it('starts from the settings that are delivered', () => {
    expect(DELIVERED.acknowledgementsPerHour).toBe(defaultSettings.desk.acknowledgementsPerHour);
  });

  it.each(LOADS)('%i contacts: the settings page accepts the proposed limit', (contacts) => {
    const { acknowledgementsPerHour } = proposedFor(contacts);
    expect(() => readSettings(defaultSettings, { desk: { acknowledgementsPerHour } })).not.toThrow();
  });
});

import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { templateOf } from './template.ts';

const NUMBER = 'arn:aws:connect:eu-central-1:123456789012:phone-number/66666666-7777-8888-9999-000000000000';
const everything = {
  connectInstanceArn:
    'arn:aws:connect:eu-central-1:123456789012:instance/11111111-2222-3333-4444-555555555555',
  connectInstanceAlias: 'care-city',
  connectTestCases: true,
  phoneNumbers: { general: { arn: NUMBER } },
  transferNumbers: { Ambulance: '+966112345678', 'Civil defence': '+966112345679' },
};

/** Return the same settings with reversed key order at every depth. */
const reversed = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      )
    : value;

const inOtherProcess = (settings: object, zone: string): string =>
  execFileSync(process.execPath, ['test/infra/template.ts', JSON.stringify(settings)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
  });

describe('a second deployment of the same settings', () => {
  const first = templateOf(everything);

  it('changes nothing: the template is the same to the letter in another process', () => {
    expect(first.length).toBeGreaterThan(100_000);
    expect(inOtherProcess(reversed(everything) as object, 'America/New_York')).toBe(first);
  });

  it('would be seen to change something', () => {
    const { transferNumbers, ...fewer } = everything;
    expect(Object.keys(transferNumbers)).toHaveLength(2);
    expect(templateOf(fewer)).not.toBe(first);
  });
});

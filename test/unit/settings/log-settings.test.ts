import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/time/instant.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { logSettings, SETTINGS_NOT_VALID } from '#shared/settings/log-settings.ts';
import { fixedClock, WORKING_MORNING } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';

/** Rules whose errors are logged as in a deployment. */
function logged() {
  const lines: string[] = [];
  const log = createLogger({ service: 'sla/sweep', write: (line) => lines.push(line) });
  const [store, clock] = [new MemorySettings(), fixedClock()];
  const rules = deployedRules(store, clock, '{}', logSettings(log));
  return { rules, store, clock, logLines: () => lines.map((line) => JSON.parse(line)) };
}

describe('mistakes in stored settings', () => {
  it('is an error in the log that names version and fields, and none of the values', async () => {
    const { rules, store, logLines } = logged();
    const document = { categories: [{ id: 'x', colour: 'crimson' }] };
    await store.write({ version: 1, document, by: 'huda', at: WORKING_MORNING });
    await rules.current();
    expect(logLines()).toEqual([
      expect.objectContaining({ level: 'error', code: SETTINGS_NOT_VALID, settings: 1 }),
    ]);
    expect(logLines()[0].failure.issues[0].at).toMatch(/^categories\.0/u);
    expect(JSON.stringify(logLines())).not.toContain('crimson');
  });

  it('is told apart from a store that is out of reach', async () => {
    const { rules, store, clock, logLines } = logged();
    await rules.current();
    store.outage = new Error('out of reach');
    clock.advance(MINUTE);
    await rules.current();
    expect(logLines()).toEqual([expect.objectContaining({ level: 'error', code: 'settings-out-of-reach' })]);
  });
});

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCentre } from '#infra/local/centre.ts';
import { data } from '#infra/tools/data-command.ts';
import { runHere } from '#test/builders/run-command.ts';
import { type Channel, isLong, tenthOf, trialsOf } from './malformed/channel.ts';
import {
  COMMANDS_WITH_INPUT,
  commandFiles,
  imports,
  settingsFiles,
  WITHOUT_INPUT,
} from './malformed/commands.ts';
import { type HttpChannel, http } from './malformed/http.ts';
import { smtp } from './malformed/smtp.ts';
import { events, flowFunctions, ownForms } from './malformed/telephone.ts';
import { openTestCentre } from './support.ts';

/** The ways into the centre. A name without its places does not compile. */
type Name = 'HTTP' | 'SMTP' | 'flow functions' | 'AWS events' | 'this computer' | 'imports' | 'settings';

/** No input takes longer, in microseconds of the processor: others use this computer, too. */
const LONGEST = 2_000_000;
/** The inputs of the long run, over all channels. */
const FEWEST = 5_000;

let channels: Readonly<Record<Name, Channel>>;
let pages: HttpChannel;
let centre: LocalCentre;
const { channel: imported, folder } = imports();

beforeAll(async () => {
  const path = join(folder, 'open');
  centre = await openTestCentre({ data: path });
  pages = await http();
  channels = {
    HTTP: pages,
    SMTP: smtp(centre, join(path, 'rida.db')),
    'flow functions': await flowFunctions(centre),
    'AWS events': events(centre),
    'this computer': await ownForms(centre),
    imports: imported,
    settings: settingsFiles(),
  };
  await centre.settle();
  expect(await runHere(data, ['backup', path, join(folder, 'first')])).toMatchObject({ status: 0 });
  expect(await runHere(data, ['export', path, join(folder, 'export')])).toMatchObject({ status: 0 });
  rmSync(join(folder, 'centre'), { recursive: true });
  cpSync(join(folder, 'first'), join(folder, 'centre'), { recursive: true });
});
afterAll(async () => {
  await centre.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('malformed values in each place of each channel', () => {
  it.each<Name>(['HTTP', 'SMTP', 'flow functions', 'AWS events', 'this computer', 'imports', 'settings'])(
    '%s: are answered, fail nothing and lose nothing',
    async (name) => {
      const channel = channels[name];
      const all = trialsOf(channel);
      const trials = isLong ? all : tenthOf(all);
      const faults: string[] = [];
      const deadBefore = centre.bus.queueDepths().reduce((sum, queue) => sum + queue.dead, 0);
      for (const { place, value } of trials) {
        const before = process.cpuUsage();
        const fault = await place.send(value).catch((error: unknown) => `thrown: ${String(error)}`);
        const { user, system } = process.cpuUsage(before);
        const shown = `${place.name} = ${JSON.stringify(value)?.slice(0, 60)}`;
        if (fault !== undefined) faults.push(`${shown}: ${fault}`);
        if (isLong && user + system > LONGEST) faults.push(`${shown}: ${(user + system) / 1_000} ms`);
      }
      faults.push(...(await channel.end()));
      await centre.settle();
      const dead = centre.bus.queueDepths().reduce((sum, queue) => sum + queue.dead, 0);
      if (dead > deadBefore) faults.push(`${dead - deadBefore} dead letters`);
      console.info(`${name}: ${trials.length} inputs in ${channel.places.length} places`);
      expect(faults).toEqual([]);
    },
  );

  it('are 5,000 or more in the long run', () => {
    const counted = Object.values(channels).reduce((sum, channel) => sum + trialsOf(channel).length, 0);
    expect(counted).toBeGreaterThan(FEWEST);
  });

  it('reach every route that takes a form, and every command', () => {
    const places = pages.places.map(({ name }) => name);
    const missed = pages.routes.filter(({ method, path }) => {
      const fixed = path.slice(0, path.indexOf(':') < 0 ? undefined : path.indexOf(':'));
      return method === 'POST' && !places.some((name) => name.startsWith(`POST ${fixed}`));
    });
    expect(missed).toEqual([]);
    expect([...COMMANDS_WITH_INPUT, ...Object.keys(WITHOUT_INPUT)].sort()).toEqual(commandFiles().sort());
  });
});

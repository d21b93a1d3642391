import { inboundFlows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import type { OwnWords } from '#functions/telephone/flows/own-words.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { helpAddressesOf } from '#shared/domain/mail/help-address.ts';
import { DAY, MINUTE } from '#shared/domain/time/instant.ts';
import type { Flow } from '#shared/flow/flow-language.ts';
import { createLogger, type Logger } from '#shared/runtime/logger.ts';
import type { CentreOptions, LocalCentre } from './centre.ts';
import { type Core, openCore } from './core.ts';
import { openDataFolder } from './data-folder.ts';
import { compareFileStaff } from './file-staff.ts';
import { hostFlows, hostScheduled } from './functions.ts';
import { receiptOf } from './mail/receipt.ts';
import { openSwitchboard, type Switchboard } from './phone/switchboard.ts';
import { readOverlay } from './settings-file.ts';
import { listenForMail, type SmtpPort } from './smtp.ts';
import { openFailure, StartFailure } from './start-failure.ts';
import { advance } from './time/advance.ts';
import { atMostEvery } from './time/at-most-every.ts';
import { sweeper } from './time/sweeper.ts';
import { localApp } from './web/local-app.ts';
import { listenForPages } from './web-port.ts';

const quietLogger = (): Logger =>
  createLogger({ service: 'local/centre', level: 'error', write: (line) => process.stderr.write(line) });

/** Add the local URL of the pages to the settings, unless the settings have a URL. */
const overlayAt = (
  overlay: Readonly<Record<string, unknown>>,
  url: string,
): Readonly<Record<string, unknown>> => ({
  ...overlay,
  centre: { publicUrl: url, ...(overlay.centre as object | undefined) },
});

/**
 * Open a centre: lock the data folder, continue the work of the previous process, then open the ports.
 * @throws StartFailure with the reason in one line
 */
export async function openCentre(options: CentreOptions): Promise<LocalCentre> {
  const { logger = quietLogger(), below = systemClock, sweepEveryMs = 1000, pauseMs = 1000 } = options;
  const onError = (error: unknown): void => logger.error('local-failure', 'A background task failed.', error);
  const opened: (() => unknown)[] = [];
  const closeAll = async (): Promise<void> => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const overlay = await readOverlay(options.settings);
    const words = await wordsOf(options.prompts);
    const folder = await openDataFolder(options.data);
    opened.push(() => folder.release());
    const web = await listenForPages(options.port);
    opened.push(() => web.close());
    const core = await openCore({
      folder,
      overlay: overlayAt(overlay, web.url),
      below,
      logger,
      onError,
      ...(options.relay && { relay: options.relay }),
      ...(options.key && { key: options.key }),
      ...(options.openReader && { openReader: options.openReader }),
      ...(options.openDatabase && { openDatabase: options.openDatabase }),
    }).catch((cause: unknown) => {
      throw openFailure(options.data, cause);
    });
    opened.push(() => core.close());
    await core.rules.current();
    await core.prepareSearch();
    await core.bus.start(core, pauseMs, onError);
    await compareFileStaff(core, overlay, folder).catch((cause: unknown) => {
      throw openFailure(options.data, cause);
    });
    const smtp = await openMail(core, options, onError);
    opened.push(() => smtp.close());
    const schedules = schedulesOf(core);
    const ports = { url: web.url, smtpPort: smtp.port, close: closeAll };
    const centre = await compose(core, schedules, { ...ports, words });
    if (sweepEveryMs > 0) {
      const looking = sweeper(() => schedules.everyMinute().then(schedules.nowAndThen), {
        everyMs: sweepEveryMs,
        isBusy: () => core.bus.isSweepInWork,
        onError,
      });
      opened.push(() => looking.stop());
      const ringing = setInterval(() => centre.switchboard.tick().catch(onError), sweepEveryMs);
      ringing.unref();
      opened.push(() => clearInterval(ringing));
    }
    web.serve(localApp(centre, onError));
    return centre;
  } catch (error) {
    await closeAll();
    throw error;
  }
}

const openMail = (core: Core, options: CentreOptions, onError: (error: unknown) => void): Promise<SmtpPort> =>
  listenForMail({
    port: options['smtp-port'],
    spool: core.spool,
    helpAddresses: async () => helpAddressesOf((await core.rules.current()).centre),
    accept: (mail) =>
      core.bus.send('mail/mail-intake', [
        receiptOf({ ...mail, at: core.clock.now() }, options['trust-mail']),
      ]),
    onError,
  });

/**
 * Read the prompts in the words of the centre before anything starts.
 * @throws StartFailure with each problem of the file
 */
async function wordsOf(file: string | undefined): Promise<OwnWords | undefined> {
  if (file === undefined) return undefined;
  // The rules of prompts take memory, and most centres have no such file.
  const { readPromptFile } = await import('#infra/prompts/read-prompt-file.ts');
  const words = readPromptFile(file);
  if (words.problems.length > 0) throw new StartFailure(`--prompts ${file}: ${words.problems.join('; ')}`);
  return words;
}

/** Build the flows with the settings of this start. Some numbers are constants in flows, as in Connect. */
async function flowsOf(
  { rules }: Core,
  words: OwnWords | undefined,
): Promise<Readonly<Record<string, Flow>>> {
  const { settings } = await rules.inForce();
  const all = [...inboundFlows(settings.telephone), ...outboundFlows];
  return Object.fromEntries((words?.in(all) ?? all).map((flow) => [flow.name, flow.toFlow()]));
}

/** The scheduled functions. Functions with the interval of a minute run more often here than on AWS. */
interface Schedules {
  readonly everyMinute: () => Promise<void>;
  /** The hourly and daily functions whose time has come. */
  readonly nowAndThen: () => Promise<void>;
}

/** The hourly functions look more often here, so that they act soon after the full hour. */
const REPEAT = 10 * MINUTE;

function schedulesOf(core: Core): Schedules {
  const deps = { ...core, dueQueue: core.bus.due, receivedQueue: core.bus.received };
  const scheduled = hostScheduled(deps, 'day');
  const everyHour = atMostEvery(REPEAT, core.clock, hostScheduled(deps, 'hour'));
  const everyDay = atMostEvery(DAY, core.clock, async () => {
    await scheduled();
    await core.removeExpired();
  });
  return {
    everyMinute: hostScheduled(deps, 'minute'),
    nowAndThen: async () => {
      await everyHour();
      await everyDay();
    },
  };
}

async function compose(
  core: Core,
  { everyMinute, nowAndThen }: Schedules,
  {
    words,
    ...ports
  }: Pick<LocalCentre, 'url' | 'smtpPort' | 'close'> & {
    readonly words: OwnWords | undefined;
  },
): Promise<LocalCentre> {
  const { store, clock, bus } = core;
  const settle = (): Promise<void> => bus.settle();
  const switchboard: Switchboard = openSwitchboard({
    ...{ rules: core.rules, clock, exchange: core.telephone, blobs: core.blobs },
    flows: await flowsOf(core, words),
    functions: hostFlows({ ...core, queues: { placeOf: async (id) => switchboard.placeOf(id) } }),
    listeners: {
      contactEvent: (event) => bus.send('telephone/contact-events', [event]),
      contactRecord: (record) => bus.send('telephone/contact-records', [record]),
      agentEvent: (event) => bus.send('telephone/agent-events', [event]),
    },
  });
  return {
    ...core,
    ...ports,
    switchboard,
    settle,
    advance: (ms) =>
      advance(
        {
          store,
          clock,
          sweep: everyMinute,
          nowAndThen,
          retryPostponed: () => bus.retryPostponed(),
          settle,
          phone: switchboard,
        },
        ms,
      ),
  };
}

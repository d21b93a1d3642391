import { parseArgs } from 'node:util';
import * as z from 'zod';
import { smtpRelay } from './mail/relay-address.ts';
import { StartFailure } from './start-failure.ts';

export const USAGE = `Usage: npm start -- [options]

  --port 3000           the web pages' port on this computer; 0 for any free one
  --smtp-port 2525      the port that takes mail; 0 for any free one
  --data .data          the folder everything is kept in
  --settings FILE.json  settings laid over the shipped ones, section by section
  --trust-mail loopback how far the sender of a mail is believed: "loopback" takes mail from this
                        computer for authenticated, "none" answers no mail automatically
  --relay smtp://HOST   sends mail over this relay (smtps:// for TLS from the first byte) instead of
                        keeping it in the web mailbox; with a password better as RIDA_RELAY
  --verbose             logs every step as a line of JSON on standard error
  --help                shows this

Each option may also be given in the environment: RIDA_PORT, RIDA_SMTP_PORT, RIDA_DATA, RIDA_SETTINGS,
RIDA_TRUST_MAIL, RIDA_RELAY. The command line wins.`;

const port = z
  .string()
  .regex(/^\d{1,5}$/u, 'expected a port number')
  .transform(Number)
  .pipe(z.int().max(65_535, 'expected a port number up to 65535'));

const optionsSchema = z.object({
  port: port.default(3000),
  'smtp-port': port.default(2525),
  data: z.string().min(1, 'expected a folder').default('.data'),
  settings: z.string().min(1, 'expected a file').optional(),
  'trust-mail': z.enum(['loopback', 'none'], 'expected "loopback" or "none"').default('loopback'),
  relay: smtpRelay.optional(),
  verbose: z.boolean().default(false),
});

export type Options = z.output<typeof optionsSchema>;

const texts = ['port', 'smtp-port', 'data', 'settings', 'trust-mail', 'relay'] as const;

const environmentName = (option: string): string => `RIDA_${option.replace('-', '_').toUpperCase()}`;

type Given = Partial<Record<(typeof texts)[number] | 'verbose' | 'help', string | boolean>>;

function commandLine(args: readonly string[]): Given {
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...(Object.fromEntries(texts.map((name) => [name, { type: 'string' }])) as Record<
          (typeof texts)[number],
          { type: 'string' }
        >),
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (cause) {
    const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
    throw new StartFailure(`${line.replace(/\. To specify.*$/u, '')}; see --help`, { cause });
  }
}

/**
 * The options of a start, from the command line and the environment; `help` when only the usage is
 * wanted.
 * @throws StartFailure naming the first option that is wrong and what was expected
 */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Options | 'help' {
  const given = commandLine(args);
  if (given.help === true) return 'help';
  const fromEnvironment = Object.fromEntries(
    texts.flatMap((name) => {
      const value = environment[environmentName(name)];
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = optionsSchema.safeParse({ ...fromEnvironment, ...given });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const option = String(issue?.path[0] ?? '');
  const where = option in given ? `--${option}` : environmentName(option);
  throw new StartFailure(`${where}: ${issue?.message ?? 'not understood'}`, { cause: parsed.error });
}

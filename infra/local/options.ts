import { parseArgs } from 'node:util';
import * as z from 'zod';
import { EXAMPLE_NAMES } from './example/example-names.ts';
import { smtpRelay } from './mail/relay-address.ts';
import { StartFailure } from './start-failure.ts';

export const USAGE = `Usage: npm start -- [options]

  --port 3000           port of the web pages on this computer; 0 selects a free port
  --smtp-port 2525      port that receives mail; 0 selects a free port
  --data .data          folder of all stored data
  --settings FILE.json  settings that replace the shipped ones, section by section
  --prompts FILE.csv    prompts of the telephone in the centre's own words; see npm run flow -- prompts
  --trust-mail loopback whether mail counts as authenticated: "loopback" trusts mail from this
                        computer, "none" trusts no mail and sends no automatic replies
  --relay smtp://HOST   send mail over this relay (smtps:// for implicit TLS) instead of storing
                        it in the web mailbox; for a URL with a password, use RIDA_RELAY
  --example NAME        build an example in an empty data folder first: "day" (a centre after a day of
                        work), "year" (100,000 cases), "year-200-staff"
  --verbose             print all log lines to stderr, not only warnings and errors; the data folder
                        has a log of all lines, see npm run trace -- --help
  --help                show this text

Each option can also be set in the environment: RIDA_PORT, RIDA_SMTP_PORT, RIDA_DATA, RIDA_SETTINGS,
RIDA_PROMPTS, RIDA_TRUST_MAIL, RIDA_RELAY, RIDA_EXAMPLE. Options on the command line have precedence.`;

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
  prompts: z.string().min(1, 'expected a file').optional(),
  'trust-mail': z.enum(['loopback', 'none'], 'expected "loopback" or "none"').default('loopback'),
  relay: smtpRelay.optional(),
  example: z
    .enum(EXAMPLE_NAMES, `expected ${EXAMPLE_NAMES.map((name) => `"${name}"`).join(', ')}`)
    .optional(),
  verbose: z.boolean().default(false),
});

export type Options = z.output<typeof optionsSchema>;

const texts = ['port', 'smtp-port', 'data', 'settings', 'prompts', 'trust-mail', 'relay', 'example'] as const;

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
 * Read the options from the command line and the environment. Return `help` if only the usage was requested.
 * @throws StartFailure with the first wrong option and the expected value
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
  throw new StartFailure(`${where}: ${issue?.message ?? 'unknown option'}`, { cause: parsed.error });
}

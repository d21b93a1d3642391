/** What the files of a part may import. A file belongs to the first part that matches it. */
export interface Arrow {
  readonly part: RegExp;
  readonly may: readonly RegExp[];
  /** What may be imported for its types only. */
  readonly mayType?: readonly RegExp[];
  /** Exceptions from `may`. */
  readonly never?: readonly RegExp[];
}

const zod = /^zod$/u;
const node = /^node:/u;
const aws = /^(@aws-sdk\/|@smithy\/signature-v4$)/u;
const hono = /^(hono|@hono\/[a-z-]+)(\/|$)/u;
const anyPackage = /^(?!(events|shared|functions|infra|test)\/)/u;

const events = /^events\//u;
const domain = /^shared\/domain\//u;
const ports = /^shared\/ports\//u;
/** What a part needs to accept a logger without depending on the runtime. */
const logging = /^shared\/runtime\/(log-codes|logger)\.ts$/u;
const settings = /^shared\/settings\//u;
const flow = /^shared\/flow\//u;
/** The same clock on AWS and on one computer. */
const systemClock = /^shared\/adapters\/system-clock\.ts$/u;
const runtime = /^shared\/runtime\//u;
const application = /^shared\/application\//u;
const crypto = /^shared\/adapters\/crypto\//u;
/** Adapters that both sets share: the table's items and the form of mail. */
const common = /^shared\/adapters\/(table|mail)\//u;
const onAws = /^shared\/adapters\/aws\//u;
const embedded = /^shared\/adapters\/embedded\//u;
/** The table's form, and the prefix by which the stream is filtered. */
const tableForm = /^shared\/adapters\/table\/(schema|keys)\.ts$/u;
const figures = /^shared\/ports\/figures\.ts$/u;
const baseEnvironment = /^shared\/runtime\/env\.ts$/u;
const environments = /^functions\/[a-z]+\/env\.ts$/u;
const functionNames = /^shared\/runtime\/function-name\.ts$/u;
/** The week Connect is given to begin with is that of the shipped calendar. */
const openingHours = /^shared\/domain\/(telephone\/hours\/|sla\/calendar\.ts$)/u;
/** What the flows of calls out ask: the same data by which their answers are read. */
const questionnaire = /^shared\/domain\/outreach\/questionnaire\.ts$/u;
const handlers = /\.handler\.ts$/u;
const cdk = /^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/u;
/** The steps of waiting that flows and functions have in common. */
const waited = /^shared\/domain\/telephone\/waited\.ts$/u;
/** The paths of the sites, which API Gateway is given. */
const sitePaths = /^functions\/web\/paths\.ts$/u;
const flowSources = /^functions\/telephone\/flows\//u;

/** What pages are made with, and what reads telephone numbers. */
const packages = [hono, /^libphonenumber-js(\/|$)/u];

const capabilities = [
  'cases',
  'mail',
  'notices',
  'outreach',
  'relay',
  'reports',
  'sla',
  'surveys',
  'telephone',
  'web',
];

/** The folders of the pages. A page knows the shell and itself; the doors beside the folders know the pages. */
const pages = [
  'absence',
  'calls',
  'cases',
  'figures',
  'outreach',
  'people',
  'public',
  'settings',
  'shell',
  'workspace',
];
const shell = /^functions\/web\/shell\//u;

const pageArrows = (shared: readonly RegExp[]): Arrow[] =>
  pages.map((page) => {
    const own = new RegExp(`^functions/web/${page}/`, 'u');
    return { part: own, may: [own, shell, ...shared, ...packages] };
  });

/** A capability knows the shared parts and itself; only its handlers know that they are on AWS. */
const capabilityArrows = capabilities.flatMap((name): Arrow[] => {
  const own = new RegExp(`^functions/${name}/`, 'u');
  const shared = [
    own,
    events,
    domain,
    ports,
    settings,
    flow,
    runtime,
    application,
    crypto,
    common,
    zod,
    node,
  ];
  return [
    { part: new RegExp(`^functions/${name}/env\\.ts$`, 'u'), may: [zod, baseEnvironment] },
    {
      part: new RegExp(`^functions/${name}/.*\\.handler\\.ts$`, 'u'),
      may: [...shared, onAws, systemClock, aws, hono],
      never: [handlers],
    },
    ...(name === 'web' ? pageArrows(shared.filter((one) => one !== own)) : []),
    {
      part: name === 'web' ? /^functions\/web\/[^/]+\.ts$/u : own,
      may: [...shared, ...packages],
      never: [handlers],
    },
  ];
});

/** The import arrows of the project. What is not named here is forbidden. */
export const arrows: readonly Arrow[] = [
  { part: events, may: [events, zod] },
  { part: /^shared\/domain\/(.+-schema|.*interchange.*)\.ts$/u, may: [domain, events, zod] },
  // The one arrow against the grain: a day's figures are described where they are stored.
  { part: /^shared\/domain\/reports\//u, may: [domain], mayType: [events, figures] },
  { part: domain, may: [domain], mayType: [events] },
  { part: /^shared\/flow\/parse\.ts$/u, may: [flow, zod] },
  { part: flow, may: [flow] },
  // How a cause is named in an aggregate: a hash, so that causes that begin alike stay apart.
  { part: /^shared\/ports\/processed-causes\.ts$/u, may: [ports, node] },
  { part: ports, may: [ports], mayType: [domain, events] },
  { part: settings, may: [settings, ports, domain, events, zod], mayType: [logging] },
  { part: crypto, may: [crypto, node], mayType: [ports] },
  { part: systemClock, may: [], mayType: [ports] },
  { part: onAws, may: [onAws, systemClock, common, crypto, ports, domain, events, settings, node, zod, aws] },
  {
    part: embedded,
    may: [embedded, common, crypto, ports, domain, events, settings, node, zod, /^nodemailer(\/|$)/u],
  },
  {
    part: common,
    may: [
      common,
      ports,
      domain,
      events,
      node,
      zod,
      /^(mailparser|nodemailer|sanitize-html|iconv-lite)(\/|$)/u,
    ],
  },
  { part: runtime, may: [runtime, ports, domain, events, node, zod, hono, /^@middy\/core$/u] },
  { part: application, may: [application, runtime, common, crypto, ports, domain, events] },
  ...capabilityArrows,
  // What CloudFormation runs while it deploys: bundled by itself, started by no construct's import.
  {
    part: /^infra\/aws\/deploy-time\/.*\.handler\.ts$/u,
    may: [/^infra\/aws\/deploy-time\//u, aws, zod, node],
  },
  {
    part: /^infra\/aws\//u,
    may: [
      /^infra\/aws\//u,
      environments,
      functionNames,
      baseEnvironment,
      flowSources,
      sitePaths,
      flow,
      settings,
      tableForm,
      openingHours,
      waited,
      questionnaire,
      events,
      zod,
      node,
      cdk,
    ],
    mayType: [logging],
    never: [handlers],
  },
  {
    part: /^infra\/demo\//u,
    may: [/^infra\/(demo|local)\//u, flowSources, /^functions\//u, /^shared\//u, events, anyPackage],
    never: [handlers, onAws, aws, cdk],
  },
  {
    part: /^infra\/local\//u,
    may: [/^infra\/local\//u, flowSources, /^functions\//u, /^shared\//u, events, anyPackage],
    never: [handlers, onAws, aws, cdk],
  },
  // What it evaluates are the tests' own mails.
  {
    part: /^infra\/tools\/mail-evaluate\.ts$/u,
    may: [/^infra\/tools\//u, /^shared\//u, /^test\/unit\/mail\//u],
  },
  {
    part: /^infra\/tools\//u,
    may: [/^infra\//u, /^functions\//u, /^shared\//u, events, anyPackage],
    never: [handlers],
  },
];

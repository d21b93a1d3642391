/** The imports that the files of a part may use. A file belongs to the first part that matches it. */
export interface Arrow {
  readonly part: RegExp;
  readonly may: readonly RegExp[];
  /** Parts from which only types may be imported. */
  readonly mayType?: readonly RegExp[];
}

const zod = /^zod$/u;
const node = /^node:/u;
const aws = /^(@aws-sdk\/|@smithy\/signature-v4$)/u;
const charts = /^d3-(array|scale|shape)$/u;
const hono = /^(hono|@hono\/[a-z-]+)(\/|$)/u;
const phoneNumbers = /^libphonenumber-js(\/|$)/u;
const cdk = /^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/u;

const events = /^events\//u;
const domain = /^shared\/domain\//u;
const ports = /^shared\/ports\//u;
/** Types for functions that accept a logger, without a dependency on the runtime. */
const logging = /^shared\/runtime\/(log-codes|logger)\.ts$/u;
/** The check of a commit's events, which the table does before it stores a commit. */
const publishedForm = /^shared\/runtime\/envelopes\.ts$/u;
const settings = /^shared\/settings\//u;
const flow = /^shared\/flow\//u;
const runtime = /^shared\/runtime\//u;
const application = /^shared\/application\//u;
const crypto = /^shared\/adapters\/crypto\//u;
/** Adapters that both sets share: the items of the table, the format of mail, lists, calls over HTTP, and the clock. */
const common = /^shared\/adapters\/((table|mail|csv|sheets|pictures|http)\/|[^/]+\.ts$)/u;
/** The format of lists, which a page reads as it reads telephone numbers: no outside system is behind it. */
const lists = /^shared\/adapters\/(csv|sheets)\//u;
const onAws = /^shared\/adapters\/aws\//u;
const embedded = /^shared\/adapters\/embedded\//u;
/** The names in the table and in the buckets that the stack repeats. */
const storedNames = /^shared\/adapters\/(table\/(schema|keys)|content-keys)\.ts$/u;
const baseEnvironment = /^shared\/runtime\/env\.ts$/u;
const environments = /^functions\/[a-z]+\/env\.ts$/u;
const functionNames = /^shared\/runtime\/function-name\.ts$/u;
/** The paths of the sites, for API Gateway. */
const sitePaths = /^functions\/web\/paths\.ts$/u;
/** The files for browsers, which a bundle has beside its code. */
const designFiles = /^functions\/web\/design\/design-files\.ts$/u;
const flowSources = /^functions\/telephone\/flows\//u;
/** The prompts of a centre in its own words, for both hosts. */
const promptFile = /^infra\/prompts\//u;
/** The labelled mails for the evaluation of the mail rules. */
const labelledMails = /^test\/unit\/mail\//u;
/** Only Lambda starts handlers; no file imports them. */
const functions = /^functions\/(?!.+\.handler\.ts$)/u;

/** Packages for pages and mail on one computer. */
const onOneComputer = [hono, zod, node, /^(nodemailer|smtp-server)$/u];

/** Imports allowed for every use case. */
const core = [events, domain, ports, settings, flow, runtime, application, zod, node];

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

/** The figures of the pages, which reports by mail also show. */
const shownFigures = /^functions\/web\/(?:figures|shell)\//u;

/**
 * The folders of the pages. A page may import the shell, the design and itself. The files beside the folders may import
 * all pages.
 */
const pages = [
  'absence',
  'calls',
  'cases',
  'departments',
  'design',
  'figures',
  'investors',
  'outreach',
  'people',
  'public',
  'quality',
  'settings',
  'shell',
  'workspace',
];
const shell = /^functions\/web\/(?:shell|design)\//u;

const pageArrows = pages.map((page): Arrow => {
  const own = new RegExp(`^functions/web/${page}/`, 'u');
  return {
    part: own,
    may: [
      own,
      shell,
      ...core,
      hono,
      phoneNumbers,
      ...(['outreach', 'figures'].includes(page) ? [lists] : []),
      ...(page === 'figures' ? [charts] : []),
    ],
  };
});

/** A capability may import the core and itself. Only its handlers may import adapters. */
const capabilityArrows = capabilities.flatMap((name): Arrow[] => {
  const folder = `^functions/${name}/`;
  const own = new RegExp(`${folder}(?!.+\\.handler\\.ts$)`, 'u');
  return [
    { part: new RegExp(`${folder}env\\.ts$`, 'u'), may: [zod, baseEnvironment] },
    {
      part: new RegExp(`${folder}.+\\.handler\\.ts$`, 'u'),
      may: [own, ...core, onAws, common, crypto, aws, hono],
    },
    ...(name === 'web' ? pageArrows : []),
    // Reports show the figures of the pages, with their words and pictures.
    ...(name === 'reports' ? [{ part: own, may: [own, shownFigures, ...core, hono, charts, lists] }] : []),
    // In the web folder, only the files beside the page folders may import all pages.
    { part: new RegExp(name === 'web' ? `${folder}[^/]+\\.ts$` : folder, 'u'), may: [own, ...core, hono] },
  ];
});

/** The import arrows of the project. All other imports are forbidden. */
export const arrows: readonly Arrow[] = [
  { part: events, may: [events, zod] },
  // Schemas validate external data. Only they may use zod.
  { part: /^shared\/domain\/.+-schema\.ts$/u, may: [domain, events, zod] },
  { part: domain, may: [domain], mayType: [events] },
  { part: /^shared\/flow\/.+-schema\.ts$/u, may: [flow, zod] },
  { part: flow, may: [flow] },
  // Causes and counted events are identified by digests, on both sides of a port.
  { part: ports, may: [ports, /^node:crypto$/u], mayType: [domain, events] },
  { part: settings, may: [settings, ports, domain, events, zod], mayType: [logging] },
  { part: crypto, may: [crypto, node], mayType: [ports] },
  { part: onAws, may: [onAws, common, crypto, ports, domain, events, settings, node, zod, aws] },
  {
    part: embedded,
    may: [embedded, common, crypto, ports, domain, events, settings, node, zod, /^nodemailer$/u],
  },
  {
    part: /^shared\/adapters\/pictures\//u,
    may: [/^shared\/adapters\/pictures\//u, ports, node, /^@resvg\/resvg-wasm$/u],
  },
  {
    part: common,
    may: [
      common,
      publishedForm,
      ports,
      domain,
      events,
      node,
      zod,
      /^(mailparser|nodemailer|sanitize-html|iconv-lite|csv-parse|csv-stringify|fflate|hucre)(\/|$)/u,
    ],
  },
  { part: runtime, may: [runtime, ports, domain, events, node, zod, hono, /^@middy\/core$/u] },
  { part: application, may: [application, runtime, ports, domain, events] },
  ...capabilityArrows,
  // Handlers of deployment steps are bundled separately.
  {
    part: /^infra\/aws\/deploy-time\/.+\.handler\.ts$/u,
    may: [/^infra\/aws\/deploy-time\//u, aws, zod, node],
  },
  {
    part: /^infra\/aws\//u,
    may: [
      /^infra\/aws\/(?!.+\.handler\.ts$)/u,
      promptFile,
      environments,
      functionNames,
      baseEnvironment,
      flowSources,
      sitePaths,
      designFiles,
      /^shared\/adapters\/pictures\/picture-files\.ts$/u,
      flow,
      settings,
      domain,
      storedNames,
      events,
      zod,
      node,
      cdk,
      /^esbuild$/u,
    ],
    mayType: [logging],
  },
  { part: promptFile, may: [flowSources, lists, node] },
  {
    part: /^infra\/demo\//u,
    may: [/^infra\/(demo|local)\//u, functions, ...core, common, crypto, embedded, ...onOneComputer],
  },
  {
    part: /^infra\/local\//u,
    may: [/^infra\/local\//u, promptFile, functions, ...core, common, crypto, embedded, ...onOneComputer],
  },
  // The deployed stack, with the telephones and callers of one computer.
  {
    part: /^infra\/rehearsal\//u,
    may: [
      /^infra\/(?!.+\.handler\.ts$)/u,
      ...core,
      common,
      embedded,
      onAws,
      aws,
      /^nodemailer(\/|$)/u,
      /^@cloud-copilot\/iam-data$/u,
    ],
  },
  // Checks of the synthesised template.
  {
    part: /^infra\/tools\/template\//u,
    may: [/^infra\/tools\/template\//u, /^infra\/aws\/(?!.+\.handler\.ts$)/u, ...core, node, cdk],
  },
  {
    part: /^infra\/tools\//u,
    may: [
      /^infra\/(?!.+\.handler\.ts$)/u,
      functions,
      ...core,
      common,
      embedded,
      onAws,
      phoneNumbers,
      /^(esbuild|csv-stringify\/sync)$/u,
      labelledMails,
    ],
  },
];

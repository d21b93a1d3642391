/** The options that name a deployment, for `parseArgs`. The stack prints them as its output `DataOptions`. */
export const deploymentOptions = {
  region: { type: 'string' },
  table: { type: 'string' },
  'mail-bucket': { type: 'string' },
  'recordings-bucket': { type: 'string' },
  secret: { type: 'string' },
} as const;

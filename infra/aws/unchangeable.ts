import { tableSchema } from '#shared/adapters/table/schema.ts';

/** The settings of a stage of which some cannot be changed after the first deployment. */
interface Changeable {
  readonly connectInstanceArn?: string | undefined;
  readonly connectInstanceAlias?: string | undefined;
  readonly connectSignIn: string;
  readonly phoneNumbers: Readonly<
    Record<
      string,
      { arn: string } | { country: string; type: string; prefix?: string | undefined } | undefined
    >
  >;
}

/** How staff sign in to the console. Cognito cannot change it for an existing user pool. */
export const CONSOLE_SIGN_IN = 'email';

/** The instruction that replaces the change of a value, by the kind of the value. */
const INSTEAD = {
  table: 'CloudFormation would create an empty table. Create a stage of another name and copy the items',
  console: 'Cognito would lose all users. Create a stage of another name',
  instance: 'All queues, flows and users would be missing. Create a stage of another name',
  alias: 'Connect would create another instance without users and numbers. Create a stage of another name',
  signIn: 'Connect would create another instance without users and numbers. Create a stage of another name',
  number:
    'Connect would release the number, and it may be lost. Claim the other number by hand and set { arn }',
} as const;

interface Fixed {
  /** The setting, or the part of the code, from which the value comes. */
  readonly from: string;
  readonly value: string;
  readonly instead: keyof typeof INSTEAD;
}

/** Return what a deployment with these settings fixes forever, by name. */
function fixedBy(stage: Changeable): Readonly<Record<string, Fixed>> {
  const { connectInstanceArn, connectInstanceAlias, connectSignIn, phoneNumbers } = stage;
  const own = connectInstanceArn === undefined;
  const numbers = Object.entries(phoneNumbers).flatMap(([line, number]) => {
    if (number === undefined || 'arn' in number) return [];
    const value = [number.country, number.type, number.prefix ?? 'any prefix'].join(' ');
    return [[`number ${line}`, { from: `phoneNumbers.${line}`, value, instead: 'number' }] as const];
  });
  return {
    'table keys': {
      from: 'shared/adapters/table/schema.ts',
      value: `${tableSchema.partition} ${tableSchema.sort}`,
      instead: 'table',
    },
    'console sign-in': { from: 'infra/aws/sign-in.ts', value: CONSOLE_SIGN_IN, instead: 'console' },
    instance: { from: 'connectInstanceArn', value: connectInstanceArn ?? 'new', instead: 'instance' },
    ...(own && {
      'instance alias': {
        from: 'connectInstanceAlias',
        value: connectInstanceAlias ?? 'default',
        instead: 'alias',
      },
      'instance sign-in': { from: 'connectSignIn', value: connectSignIn, instead: 'signIn' },
    }),
    ...Object.fromEntries(numbers),
  };
}

/** Return the record of a deployment that `stages.<name>.deployed` keeps. */
export const deployedRecord = (stage: Changeable): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fixedBy(stage)).map(([name, { value }]) => [name, value]));

/** Return a sentence for each value that differs from the record of the first deployment. */
export function changesOf(stage: Changeable, deployed: Readonly<Record<string, string>>): string[] {
  const fixed = fixedBy(stage);
  return Object.entries(deployed).flatMap(([name, before]) => {
    const now = fixed[name];
    if (now === undefined && !name.startsWith('number '))
      return [`deployed: expected no "${name}", copy the output Deployed of the stack`];
    const value = now?.value ?? 'no number';
    if (value === before) return [];
    const from = now?.from ?? `phoneNumbers.${name.slice('number '.length)}`;
    return [
      `${from}: expected "${before}", which is deployed, not "${value}". ${INSTEAD[now?.instead ?? 'number']}`,
    ];
  });
}

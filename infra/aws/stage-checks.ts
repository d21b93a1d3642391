import { defaultSettings } from '#shared/settings/default-settings.ts';

/**
 * The Regions of Amazon Connect (administrator guide, "Availability of Amazon Connect features by Region").
 * The list of Connect was read on 2026-11-29. That SES receives mail in all of them (general reference, "Email
 * receiving endpoints") was confirmed for Cape Town and Seoul only: check it before a deployment in another
 * Region.
 */
const REGIONS = [
  'af-south-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-2',
  'us-east-1',
  'us-west-2',
];

/** The settings that are checked together. */
interface Checked {
  readonly region: string;
  readonly account?: string | undefined;
  readonly domain: string;
  readonly hostedZone?: { readonly name: string } | undefined;
  readonly alarmEmail: string;
  readonly connectInstanceArn?: string | undefined;
  readonly publicDomain?: string | undefined;
  readonly certificateArn?: string | undefined;
  readonly phoneNumbers: Readonly<Record<string, object | undefined>>;
  readonly centre?: CentreContacts | undefined;
}

/** The addresses and the number of a centre, for which the delivered settings have placeholders. */
export interface CentreContacts {
  readonly phone: string;
  readonly supervisor: string;
  readonly leadership: string;
  readonly departments: Readonly<Record<string, { readonly email: string; readonly headEmail: string }>>;
}

/** Names that no mail reaches (RFC 2606, RFC 6761). */
const RESERVED = /(^|\.|@)(example\.(com|net|org)|(.+\.)?(example|test|invalid|localhost))$/u;

const isReserved = (address: string): boolean => RESERVED.test(address);

/** Return the ARNs in the settings, by field. */
const arnsOf = ({ connectInstanceArn, certificateArn, phoneNumbers }: Checked): [string, string][] =>
  [
    ['connectInstanceArn', connectInstanceArn] as const,
    ['certificateArn', certificateArn] as const,
    ...Object.entries(phoneNumbers).map(
      ([line, number]) => [`phoneNumbers.${line}`, (number as { arn?: string } | undefined)?.arn] as const,
    ),
  ].flatMap(([field, arn]) => (arn === undefined ? [] : [[field, arn]]));

function arnFaults(stage: Checked): string[] {
  const arns = arnsOf(stage);
  const accountOf = (arn: string) => arn.split(':')[4] ?? '';
  const account = stage.account ?? accountOf(arns[0]?.[1] ?? '');
  return arns.flatMap(([field, arn]) => {
    const region = arn.split(':')[3];
    return [
      region === stage.region
        ? undefined
        : `${field}: expected an ARN of the Region ${stage.region}, not ${region}`,
      accountOf(arn) === account
        ? undefined
        : `${field}: expected an ARN of the account ${account}, not ${accountOf(arn)}`,
    ].filter((fault) => fault !== undefined);
  });
}

/** Return the addresses that a stage with a real domain lacks: the delivered ones reach no person. */
function contactFaults({ domain, alarmEmail, centre }: Checked): string[] {
  if (isReserved(domain)) return [];
  const faults = isReserved(alarmEmail)
    ? [`alarmEmail: expected an address that people read, not ${alarmEmail}`]
    : [];
  if (!centre)
    return [
      ...faults,
      'centre: expected { phone, supervisor, leadership, departments }, because the delivered ones are placeholders',
    ];
  const addresses = [
    ['supervisor', centre.supervisor] as const,
    ['leadership', centre.leadership] as const,
    ...Object.entries(centre.departments).flatMap(
      ([id, { email, headEmail }]) =>
        [
          [`departments.${id}.email`, email],
          [`departments.${id}.headEmail`, headEmail],
        ] as const,
    ),
  ];
  const departments = defaultSettings.departments.map(({ id }) => id);
  return [
    ...faults,
    ...addresses
      .filter(([, address]) => isReserved(address))
      .map(([field, address]) => `centre.${field}: expected an address that people read, not ${address}`),
    ...departments
      .filter((id) => !(id in centre.departments))
      .map((id) => `centre.departments.${id}: expected { email, headEmail }`),
    ...Object.keys(centre.departments)
      .filter((id) => !departments.includes(id))
      .map((id) => `centre.departments.${id}: expected one of ${departments.join(', ')}`),
  ];
}

/** Return a sentence for each field that contradicts another one. */
export function contradictionsIn(stage: Checked): string[] {
  const { region, domain, hostedZone, publicDomain, certificateArn } = stage;
  const faults: string[] = [];
  if (!REGIONS.includes(region))
    faults.push(`region: expected a Region of Amazon Connect: ${REGIONS.join(', ')}, not ${region}`);
  const inZone = (name: string): boolean =>
    hostedZone !== undefined && (name === hostedZone.name || name.endsWith(`.${hostedZone.name}`));
  if (publicDomain !== undefined && certificateArn === undefined && !inZone(publicDomain))
    faults.push(
      `publicDomain: expected certificateArn beside it, or a hostedZone that contains ${publicDomain}`,
    );
  if (certificateArn !== undefined && publicDomain === undefined)
    faults.push('certificateArn: expected publicDomain beside it');
  if (hostedZone && !inZone(domain))
    faults.push(`hostedZone.name: expected a zone that contains ${domain}, not ${hostedZone.name}`);
  return [...faults, ...arnFaults(stage), ...contactFaults(stage)];
}

/** Return the part of the settings that a deployment replaces, in the form of the settings. */
export function settingsOf(centre: CentreContacts | undefined) {
  if (!centre) return {};
  const { phone, supervisor, leadership, departments } = centre;
  return {
    phone: { phone },
    sections: {
      audiences: { supervisor, leadership },
      departments: defaultSettings.departments.map((department) => ({
        ...department,
        ...departments[department.id],
      })),
    },
  };
}

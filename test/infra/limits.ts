import { READER_CONCURRENCY } from '#infra/aws/concurrency.ts';
import { fedQueues } from '#infra/tools/template/fed-queues.ts';
import { existBefore, ofType, refersTo, serviceOf, type Template } from '#infra/tools/template/model.ts';

/** The functions that anonymous visitors reach. */
const PUBLIC: readonly (string | undefined)[] = ['web/survey', 'web/departments'];

interface Rate {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

/**
 * Return the faults of the request rates: a route without its own, a public route that may take as many
 * requests as staff, and a stage that does not wait for the routes that it limits.
 */
export function throttleFaults(template: Template): string[] {
  return ofType(template, 'AWS::ApiGatewayV2::Stage').flatMap(([stage, { Properties }]) => {
    const before = existBefore(template, stage);
    const rates = (Properties.RouteSettings ?? {}) as Readonly<Record<string, Rate>>;
    const staff = (Properties.DefaultRouteSettings ?? {}) as Partial<Rate>;
    return ofType(template, 'AWS::ApiGatewayV2::Route').flatMap(([id, route]) => {
      const key = String(route.Properties.RouteKey);
      const [integration = ''] = refersTo(route.Properties.Target);
      const [worker = ''] = refersTo(template.resources[integration]?.Properties.IntegrationUri);
      const rate = rates[key];
      if (typeof rate?.ThrottlingRateLimit !== 'number') return [`${key}: no rate of its own`];
      const faults = before.has(id) ? [] : [`${key}: the stage does not wait for the route`];
      const isPublic = PUBLIC.includes(serviceOf(template.resources[worker]));
      if (isPublic && rate.ThrottlingRateLimit >= (staff.ThrottlingRateLimit ?? 0))
        faults.push(`${key}: visitors may use the rate of staff`);
      return faults;
    });
  });
}

/**
 * Return the most concurrent executions of each source that is not a person, by the function. Those of the shared
 * reader include the functions that it invokes.
 */
export const concurrencyOf = (template: Template): ReadonlyMap<string, number> =>
  new Map([
    ...ofType(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]): [string, number] => {
      const [worker = ''] = refersTo(Properties.FunctionName);
      const scaling = Properties.ScalingConfig as { MaximumConcurrency?: number } | undefined;
      const ofQueue = scaling?.MaximumConcurrency;
      return [
        serviceOf(template.resources[worker]),
        ofQueue ?? Number(Properties.ParallelizationFactor ?? 1),
      ];
    }),
    ...fedQueues(template).flatMap(({ reader, mapping }): [string, number][] =>
      mapping === undefined ? [[serviceOf(template.resources[reader]), READER_CONCURRENCY]] : [],
    ),
  ]);

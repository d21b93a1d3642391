import { ofType, refersTo, serviceOf, type Template } from './model.ts';

/** A queue of a template, and the logical ids of the functions that read it and process its messages. */
export interface FedQueue {
  readonly queue: string;
  /** The function whose role receives and removes messages. */
  readonly reader: string;
  readonly worker: string;
  /** The mapping; undefined for the shared reader. */
  readonly mapping?: string;
}

/** Return the queues that Lambda reads for their functions, and those of the shared reader `relay/deliver`. */
export function fedQueues(template: Template): FedQueue[] {
  const mapped = ofType(template, 'AWS::Lambda::EventSourceMapping').flatMap(([mapping, { Properties }]) => {
    const [queue = ''] = refersTo(Properties.EventSourceArn);
    const [worker = ''] = refersTo(Properties.FunctionName);
    const isQueue = template.resources[queue]?.Type === 'AWS::SQS::Queue';
    return isQueue ? [{ queue, reader: worker, worker, mapping }] : [];
  });
  const shared = ofType(template, 'AWS::Lambda::Function')
    .filter(([, resource]) => serviceOf(resource) === 'relay/deliver')
    .flatMap(([reader, { Properties }]) => {
      const { FEEDS } = (Properties.Environment as { Variables: Readonly<Record<string, unknown>> })
        .Variables;
      // The name of a queue is followed by that of its function.
      const names = refersTo(FEEDS);
      return names.flatMap((queue, at) =>
        at % 2 === 0 ? [{ queue, reader, worker: names[at + 1] ?? '' }] : [],
      );
    });
  return [...mapped, ...shared];
}

import * as z from 'zod';
import { consumerNames, registry } from '#events/registry.ts';

const shortOf = (type: string): string => type.replace(/^rida\./u, '').replace(/\.v\d+$/u, '');
const nodeOf = (name: string): string => name.replaceAll(/[^a-z]/gu, '_');

const graph = (): string[] => {
  const events = registry.map(({ event }) => `  ${nodeOf(shortOf(event.type))}(["${shortOf(event.type)}"])`);
  const consumed = registry.flatMap(({ event, consumers }) =>
    consumers === 'audit only'
      ? []
      : consumers.map(
          (consumer) => `  ${nodeOf(shortOf(event.type))} --> ${nodeOf(consumer)}["${consumer}"]`,
        ),
  );
  return ['```mermaid', 'flowchart LR', ...events, ...consumed, '```'];
};

const row = ({ event, source, consumers }: (typeof registry)[number]): string =>
  `| [\`${event.type}\`](${event.type.replace(/^rida\./u, '').replace(/\.(?=[^.]*\.v)/u, '-')}.ts) | ${event.title} | \`${source}\` | ${consumers === 'audit only' ? '*audit only*' : consumers.join(', ')} |`;

/** Build `events/README.md`, the map of events, from the registry. */
export const readme = (): string =>
  `${[
    '# Events',
    '',
    'Written by `npm run events:build` from `registry.ts`; do not edit.',
    '',
    'Each file is one event in one version: its zod schema, its type and its detail-type. The envelope of all',
    'events is in `envelope.ts`. Add a new optional field in place. Any other change is a `.v2` file; both versions',
    'exist until every consumer has moved. Consumers ignore unknown fields. `schemas/` holds the JSON Schemas that',
    'are generated from the contracts. A change there is a change of contract and is reviewed as such. `samples/`',
    'holds events that must parse and, under `invalid/`, events that must not. `inbound/` holds the loosely parsed',
    'events of AWS services.',
    '',
    'A function stores its events in the table, in the same write as the changed state. Only `relay/relay` publishes them.',
    `The consumers are ${consumerNames.map((name) => `\`${name}\``).join(', ')}. Each has its own rule, queue, dead-letter queue and alarm.`,
    '',
    '| event | what happened | source | consumers |',
    '| --- | --- | --- | --- |',
    ...registry.map(row),
    '',
    ...graph(),
    '',
  ].join('\n')}`;

/** Build the JSON Schema of every event, by file name. */
export const schemas = (): Map<string, string> =>
  new Map(
    registry.map(({ event }) => [
      `${event.type}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(event.schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );

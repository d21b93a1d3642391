import * as z from 'zod';
import { consumerNames, registry } from '#events/registry.ts';

const shortOf = (type: string): string => type.replace(/^rida\./u, '').replace(/\.v\d+$/u, '');
const nodeOf = (name: string): string => name.replaceAll(/[^a-z]/gu, '_');

const graph = (): string[] => {
  const events = registry.map(({ event }) => `  ${nodeOf(shortOf(event.type))}(["${shortOf(event.type)}"])`);
  const produced = registry.flatMap(({ event, producers }) =>
    producers.map((producer) => `  ${nodeOf(producer)}["${producer}"] --> ${nodeOf(shortOf(event.type))}`),
  );
  const consumed = registry.flatMap(({ event, consumers }) =>
    consumers === 'audit only'
      ? []
      : consumers.map(
          (consumer) => `  ${nodeOf(shortOf(event.type))} --> ${nodeOf(consumer)}["${consumer}"]`,
        ),
  );
  return ['```mermaid', 'flowchart LR', ...events, ...produced, ...consumed, '```'];
};

const row = ({ event, source, producers, consumers }: (typeof registry)[number]): string =>
  `| [\`${event.type}\`](${event.type.replace(/^rida\./u, '').replace(/\.(?=[^.]*\.v)/u, '-')}.ts) | ${event.title} | \`${source}\` | ${producers.join(', ')} | ${consumers === 'audit only' ? '*audit only*' : consumers.join(', ')} |`;

/** `events/README.md`: the map of events, from the registry. */
export const readme = (): string =>
  `${[
    '# Events',
    '',
    'Written by `npm run events:build` from `registry.ts`; do not edit.',
    '',
    'One file is one event in one version: its zod schema, its type and its detail-type. What surrounds the',
    'data of each is in `envelope.ts`. A new optional field is added in place; anything else is a `.v2` file,',
    'and both live until the consumers have moved. Consumers ignore fields they do not know. `schemas/` holds',
    'the JSON Schemas made from the contracts: a change there is a change of contract, and is reviewed as one.',
    '`samples/` holds events that must parse and, under `invalid/`, events that must not. `inbound/` holds what',
    'the outside sends, parsed loosely.',
    '',
    'A function writes its events into the table with the state they belong to; only `relay/relay` publishes.',
    `Consumers are ${consumerNames.map((name) => `\`${name}\``).join(', ')}; each has its own rule, queue, dead-letter queue and alarm.`,
    '',
    '| event | what happened | source | caused by | acted on by |',
    '| --- | --- | --- | --- | --- |',
    ...registry.map(row),
    '',
    ...graph(),
    '',
  ].join('\n')}`;

/** The JSON Schemas of every event, by file name. */
export const schemas = (): Map<string, string> =>
  new Map(
    registry.map(({ event }) => [
      `${event.type}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(event.schema, { io: 'input' }), null, 2)}\n`,
    ]),
  );

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { connectContactRecord } from '#events/inbound/connect-contact-record.ts';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { sesMailEvent } from '#events/inbound/ses-mail-event.ts';
import { sesReceipt } from '#events/inbound/ses-receipt.ts';
import { consumerNames, registrationOf, registry, typesFor } from '#events/registry.ts';
import { readme, schemas } from '#infra/tools/events-docs.ts';

const samples = new URL('../../../events/samples/', import.meta.url);
const jsonIn = (folder: URL): string[] => readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (folder: URL, name: string): { type: string } =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

describe('samples of events', () => {
  it.each(jsonIn(samples))('%s parses, whole', (name) => {
    const sample = read(samples, name);
    expect(registrationOf(sample.type)?.event.schema.parse(sample)).toEqual(sample);
  });

  it('show every event', () => {
    expect(jsonIn(samples).sort()).toEqual(registry.map(({ event }) => `${event.type}.json`).sort());
  });

  const invalid = new URL('invalid/', samples);
  it.each(jsonIn(invalid))('%s is refused at the field it is named after', (name) => {
    const sample = read(invalid, name);
    const result = registrationOf(sample.type)?.event.schema.safeParse(sample);
    const field = name.split('.').at(-2)?.replace('envelope-', '');
    expect(result?.error?.issues.map(({ path }) => path.at(-1))).toEqual([field]);
  });

  it('ignore what a later producer adds', () => {
    const sample = read(samples, 'rida.case.closed.v1.json');
    const schema = registrationOf(sample.type)?.event.schema;
    expect(schema?.parse({ ...sample, mood: 'good' })).toEqual(sample);
  });
});

describe('samples of what the outside sends', () => {
  const inbound = new URL('inbound/', samples);
  it('parse by the fields Rida needs', () => {
    expect(sesReceipt.parse(read(inbound, 'ses-receipt.json')).receipt.action.objectKey).toMatch(/^raw\//u);
    expect(sesMailEvent.parse(read(inbound, 'ses-mail-event.json')).detail.mail.tags['rida-case']).toEqual([
      '4K7-2M9-0382',
    ]);
    expect(connectFlowRequest.parse(read(inbound, 'connect-flow-request.json')).Details.Parameters.step).toBe(
      'greet',
    );
    expect(connectContactEvent.parse(read(inbound, 'connect-contact-event.json')).detail.eventType).toBe(
      'DISCONNECTED',
    );
    expect(
      connectContactRecord.parse(read(inbound, 'connect-contact-record.json')).Agent?.NumberOfHolds,
    ).toBe(1);
    const { CurrentAgentSnapshot } = connectAgentEvent.parse(read(inbound, 'connect-agent-event.json'));
    expect(CurrentAgentSnapshot?.Contacts?.map((one) => one?.State)).toEqual(['CONNECTED_ONHOLD']);
  });
});

describe('the registry', () => {
  it('names each event once', () => {
    const types = registry.map(({ event }) => event.type);
    expect(new Set(types).size).toBe(types.length);
  });

  it('gives every event a consumer or says that it is only kept', () => {
    const unheard = registry.filter(
      ({ consumers }) => (consumers as readonly string[] | string).length === 0,
    );
    expect(unheard).toEqual([]);
  });

  it('gives every consumer something to act on', () => {
    expect(consumerNames.filter((name) => typesFor(name).length === 0)).toEqual([]);
  });
});

describe('generated files', () => {
  const at = (path: string): string =>
    readFileSync(new URL(`../../../events/${path}`, import.meta.url), 'utf8');

  it('is current: events/README.md', () => {
    expect(at('README.md'), 'run npm run events:build').toBe(readme());
  });

  it('is current: events/schemas', () => {
    const kept = readdirSync(new URL('../../../events/schemas/', import.meta.url)).sort();
    expect(kept).toEqual([...schemas().keys()].sort());
    for (const [name, text] of schemas())
      expect(at(`schemas/${name}`), `${name}: run npm run events:build`).toBe(text);
  });

  it('links to files that are there', () => {
    for (const [, file] of readme().matchAll(/\]\(([^)]+\.ts)\)/gu))
      expect(at(file ?? '')).toContain('defineEvent');
  });
});

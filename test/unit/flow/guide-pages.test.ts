import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import { transferFlow } from '#functions/telephone/flows/transfer.ts';
import { catalogue } from '#shared/flow/actions/catalogue.ts';
import * as builder from '#shared/flow/builder.ts';

const folder = new URL('../../../shared/flow/blocks/', import.meta.url);
const source = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const compiled = [...flows, ...outboundFlows, transferFlow].flatMap((flow) => flow.toFlow().Actions);

const GUIDE = 'https://docs.aws.amazon.com/connect/latest/devguide/';

/** Names of the builder that build no block. */
const NO_BLOCKS: ReadonlySet<string> = new Set(['byName', 'defineFlow', 'inBothLanguages', 'inOneLanguage']);

const builders = Object.keys(builder).filter((name) => !NO_BLOCKS.has(name));

/** Return the comment of an exported builder. */
function commentOf(name: string): string {
  const at = source.search(new RegExp(`export (?:function|const) ${name}\\b`, 'u'));
  const before = source.slice(0, at).trimEnd();
  return at > 0 && before.endsWith('*/') ? before.slice(before.lastIndexOf('/**')) : '';
}

/** Return the pages of the developer guide that a comment names. */
const pagesIn = (comment: string): string[] =>
  [...comment.matchAll(/@see (\S+)/gu)].map(([, page = '']) => page);

/** The last part of a page's name is the type in small letters. */
const isPageOf = (page: string, type: string): boolean =>
  page.startsWith(GUIDE) && page.replace('.html', '').replaceAll('-', '').endsWith(type.toLowerCase());

const resolve = ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`;
const prompt = { ar: 'أهلًا', en: 'Hello' };
const to = { next: 'a', onError: 'a', onGiveUp: 'a', open: 'a', closed: 'a', onCapacity: 'a' } as const;
const further = { onInvalid: 'a', onNotDialable: 'a', onInterrupt: 'a', onWrongKey: 'a' } as const;
const progress = { answered: 'a', beep: 'a', machine: 'a', unknown: 'a' } as const;
const ways = { ...to, ...further, ...progress };

/** One block of each builder, with everything that adds actions. */
const samples: Readonly<Record<string, builder.Block>> = {
  applyVoice: builder.applyVoice(ways),
  checkCallProgress: builder.checkCallProgress(ways),
  checkHours: builder.checkHours('centre', ways),
  collectDigits: builder.collectDigits({
    ...ways,
    prompt,
    maxDigits: 4,
    timeoutSeconds: 5,
    storeAs: 'digits',
  }),
  compare: builder.compare('$.Channel', { VOICE: 'a' }, 'a'),
  createCallback: builder.createCallback({ ...ways, attempts: 1, retrySeconds: 60, delaySeconds: 5 }),
  disconnect: builder.disconnect(),
  end: builder.end(),
  endModule: builder.endModule('done'),
  invoke: builder.invoke('f', { ...ways, timeoutSeconds: 3 }),
  invokeModule: builder.invokeModule('m', { ...ways, results: { done: 'a' } }),
  listen: builder.listen({ ...ways, prompt, maxSeconds: 60, recorded: [] }),
  menu: builder.menu({ ...ways, prompt, keys: { 1: 'a' }, timeoutSeconds: 5 }),
  repeatWhileWaiting: builder.repeatWhileWaiting(prompt, { ...ways, interruptSeconds: 30 }),
  say: builder.say(prompt, ways),
  setAttributes: builder.setAttributes({ a: 'b' }, ways),
  setCallbackNumber: builder.setCallbackNumber('$.Attributes.number', ways),
  setEventHook: builder.setEventHook('CustomerQueue', 'waiting', ways),
  setLanguage: builder.setLanguage('ar', ways),
  setLogging: builder.setLogging('Enabled', ways),
  setQueue: builder.setQueue('general', ways),
  setRecording: builder.setRecording([], ways),
  setRouting: builder.setRouting({ priority: 2 }, ways),
  transferToFlow: builder.transferToFlow('main', ways),
  transferToQueue: builder.transferToQueue(ways),
};

describe('the guide', () => {
  it('has a sample of each builder here', () => {
    expect(Object.keys(samples).sort()).toEqual(builders.sort());
  });

  it.each(builders)('%s names beside itself the page of each action that it builds, and no other', (name) => {
    const types = new Set(samples[name]?.compile('block', resolve).map(({ Type }) => Type));
    const pages = pagesIn(commentOf(name));
    expect([...types].filter((type) => !pages.some((page) => isPageOf(page, type)))).toEqual([]);
    expect(pages.filter((page) => ![...types].some((type) => isPageOf(page, type)))).toEqual([]);
    for (const type of types) expect(Object.keys(catalogue)).toContain(type);
  });

  it('describes neither a result nor conditions of a module, and the flows use none', () => {
    const modules = compiled.filter(({ Type }) => Type === 'InvokeFlowModule');
    expect(modules.length).toBeGreaterThan(2);
    for (const { Transitions } of modules) expect(Transitions.Conditions ?? []).toEqual([]);
    const ends = compiled.filter(({ Type }) => Type === 'EndFlowModuleExecution');
    for (const { Parameters } of ends) expect(Parameters).toEqual({});
  });

  it('gives each callback that starts with a flow the least delay, because Connect ignores it', () => {
    const callbacks = compiled.filter(({ Type }) => Type === 'CreateCallbackContact');
    expect(callbacks.map(({ Parameters }) => Parameters.InitialCallDelaySeconds)).toEqual(['1']);
  });

  it('lists no error branch where the service refuses one', () => {
    for (const { Type, Parameters, Transitions } of compiled) {
      const errors = (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType);
      const isStored = Parameters.StoreInput === 'True';
      if (Type === 'GetParticipantInput' && isStored) expect(errors).toEqual(['NoMatchingError']);
      if (Type === 'UpdateContactRecordingBehavior') expect(errors).toEqual([]);
      if (Type === 'UpdateContactRoutingBehavior') expect(errors).toEqual([]);
    }
  });

  it('limits an entry with a telephone number, a priority and a module to these flow types', () => {
    const kinds = new Set(
      [...flows, ...outboundFlows, transferFlow]
        .map((flow) => flow.toFlow())
        .filter(({ Actions }) => Actions.some(({ Type }) => Type === 'UpdateContactRoutingBehavior'))
        .map(({ Metadata }) => Metadata?.kind),
    );
    expect([...kinds]).toEqual(['CONTACT_FLOW']);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { flows } from '#functions/telephone/flows/inbound-flows.ts';
import { outboundFlows } from '#functions/telephone/flows/outbound/outbound-flows.ts';
import { transferFlow } from '#functions/telephone/flows/transfer.ts';
import { catalogue, GUIDE_PAGES } from '#shared/flow/actions/catalogue.ts';

const folder = new URL('../../../shared/flow/blocks/', import.meta.url);
const source = readdirSync(folder)
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n')
  // Names of event hooks look like types.
  .replace(/^\s*\| '.*$/gmu, '');
const emitted = Object.keys(catalogue).filter((type) => source.includes(`'${type}'`));
const compiled = [...flows, ...outboundFlows, transferFlow].flatMap((flow) => flow.toFlow().Actions);

describe('the guide', () => {
  it('has a noted page for each action type of the builder, and none for others', () => {
    expect(Object.keys(GUIDE_PAGES).sort()).toEqual(emitted.sort());
    for (const page of Object.values(GUIDE_PAGES)) expect(page).toMatch(/^[a-z-]+$/u);
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
});

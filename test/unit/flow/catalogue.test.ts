import { describe, expect, it } from 'vitest';
import { catalogue, parametersOf, specOf } from '#shared/flow/actions/catalogue.ts';
import { runnerOf } from '#shared/flow/run/runner-of.ts';

describe('the catalogue of actions', () => {
  it('does not include properties of every object', () => {
    expect(specOf('toString')).toBeUndefined();
    expect(runnerOf('toString')).toBeUndefined();
  });

  it('names no parameter twice', () => {
    for (const type of Object.keys(catalogue)) {
      const { required = [], optional = [] } = specOf(type) ?? {};
      const names = [...required, ...optional];
      expect(names, type).toEqual([...new Set(names)]);
    }
  });

  it('gives values only to parameters it knows, and conditions that are results', () => {
    for (const type of Object.keys(catalogue)) {
      const spec = specOf(type) ?? {};
      const paths = [...Object.keys(spec.values ?? {}), ...Object.keys(spec.nested ?? {})];
      const named = paths.map((path) => path.split('.')[0]);
      expect(parametersOf(spec), type).toEqual(expect.arrayContaining(named));
      const { conditions, results } = spec;
      if (Array.isArray(conditions)) expect(results, type).toEqual(conditions);
    }
  });

  it.each([
    ['MessageParticipant', true],
    ['GetParticipantInput', true],
    ['InvokeLambdaFunction', true],
    ['TransferContactToQueue', true],
    ['ShowView', true],
    ['ConnectParticipantWithLexBot', true],
    ['CheckVoiceId', false],
    ['CreateCase', false],
    ['UpdateContactRoutingCriteria', true],
    ['UntagContact', true],
    ['ListDataTableValues', false],
    ['AuthenticateParticipant', false],
    ['ConnectParticipantWithAgenticCX', true],
  ])('%s: run by the interpreter is %s', (type, runs) => {
    expect(specOf(type)).toBeDefined();
    expect(runnerOf(type) !== undefined).toBe(runs);
  });
});

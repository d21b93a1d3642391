import { describe, expect, it } from 'vitest';
import { catalogue, specOf } from '#shared/flow/actions/catalogue.ts';
import { runnerOf } from '#shared/flow/run/runners.ts';

describe('the catalogue of actions', () => {
  it('knows nothing of what every object has', () => {
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

  it.each([
    ['MessageParticipant', true],
    ['GetParticipantInput', true],
    ['InvokeLambdaFunction', true],
    ['TransferContactToQueue', true],
    ['ShowView', true],
    ['ConnectParticipantWithLexBot', false],
    ['CheckVoiceId', false],
    ['CreateCase', false],
  ])('%s: run by the interpreter is %s', (type, runs) => {
    expect(specOf(type)).toBeDefined();
    expect(runnerOf(type) !== undefined).toBe(runs);
  });
});

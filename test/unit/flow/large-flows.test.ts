import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/flow/flow-language.ts';
import { parseFlow } from '#shared/flow/flow-schema.ts';
import { lintFlow } from '#shared/flow/linter.ts';
import { action, flowOf } from './flow-of.ts';

/** A cycle of messages. */
const ring = (size: number): Flow =>
  flowOf(
    ...Array.from({ length: size }, (_, at) =>
      action(`a${at}`, 'MessageParticipant', {
        Parameters: { Text: 'Hello.' },
        Transitions: {
          NextAction: `a${(at + 1) % size}`,
          Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'a0' }],
        },
      }),
    ),
  );

const rulesOf = (flow: Flow): string[] => lintFlow(flow).errors.map(({ rule }) => rule);

describe('a flow beyond any measure', () => {
  it('is judged in full up to four times the limit, and as a whole beyond', () => {
    expect(rulesOf(ring(1000))).toEqual(['too-many-actions', 'endless-loop']);
    expect(rulesOf(ring(1001))).toEqual(['too-many-actions']);
  });

  it('is refused when its values have no bottom', () => {
    const depth = 50_000;
    const bottomless: unknown = JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
    const flow = { ...ring(1), Actions: [{ ...ring(1).Actions[0], Parameters: { Text: 'x', bottomless } }] };
    expect(parseFlow(flow)).toMatchObject({ ok: false, message: expect.stringMatching(/too deeply/) });
  });

  it.each([['<'], ['<p '], ['&'], ['<say-as interpret-as="expletive">']])(
    'is judged at once when it says %s without end',
    (part) => {
      const flow = flowOf(action('a', 'MessageParticipant', { Parameters: { SSML: part.repeat(20_000) } }));
      expect(lintFlow(flow).warnings.map(({ rule }) => rule)).toContain('bad-ssml');
    },
  );
});

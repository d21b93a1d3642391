import { describe, expect, it } from 'vitest';
import { FlowTelephone, heard, play } from './telephone.ts';

describe.each([
  {
    key: '1',
    question: 'سؤالين قصيرين',
    thanks: 'شكرًا لك على رأيك',
    again: 'وسنعود إلى معاملتك',
    five: 'من واحد إلى خمسة',
  },
  {
    key: '2',
    question: 'two short questions',
    thanks: 'Thank you for your answers',
    again: 'take your matter up again',
    five: 'from one to five',
  },
] as const)('after the agent has hung up, for a caller who pressed $key', ({ key, ...prompts }) => {
  const served = async () => {
    const line = new FlowTelephone();
    const call = await line.dial();
    await play(call, key, 'silence', '2', 'agent', 'agent leaves');
    return { line, call };
  };

  it('rates the call in two keys', async () => {
    const { line, call } = await served();
    expect(heard(call)).toContain(prompts.question);
    expect(await play(call, '1', '5', '1')).toMatchObject({ outcome: 'disconnected' });
    expect(heard(call)).toContain(prompts.thanks);
    expect(line.events).toContain('rida.call.rated.v1');
  });

  it('with an unfinished matter hears that it is taken up', async () => {
    const { call } = await served();
    await play(call, '1', '2', '2');
    expect(heard(call)).toContain(prompts.again);
  });

  it('is asked once more after an invalid score, and let go after that', async () => {
    const { line, call } = await served();
    await play(call, '1', '9');
    expect(heard(call)).toContain(prompts.five);
    expect(await play(call, '0')).toMatchObject({ outcome: 'disconnected' });
    expect(line.events).not.toContain('rida.call.rated.v1');
  });

  it('is not asked twice after silence or hanging up', async () => {
    const { line, call } = await served();
    expect(await play(call, 'silence')).toMatchObject({ outcome: 'disconnected' });
    const other = await served();
    await play(other.call, '1', 'hang up');
    expect([...line.events, ...other.line.events]).not.toContain('rida.call.rated.v1');
  });
});

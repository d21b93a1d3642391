import { describe, expect, it } from 'vitest';
import { TASK_HORIZON_MS, type Telephone } from '#shared/ports/telephone-system.ts';

const call = {
  ...{ token: 'call-1', to: '+966500000001', flow: 'outbound/evaluation-call', ringSeconds: 45 },
  attributes: { callOutId: 'co-1', language: 'ar' },
};
const task = {
  ...{ token: 'task-1', name: 'Call back', description: 'A promise is due.', flow: 'outbound/task' },
  ...{ url: 'https://rida.example/cases/4K7-2M9-0382', attributes: { caseRef: '4K7-2M9-0382' } },
};
const idOf = (answer: object): string => ('contactId' in answer ? String(answer.contactId) : '');

/** The contract of every telephone system. The clock of `make` starts at 0. */
export function telephoneContract(make: () => Telephone): void {
  describe('as a telephone', () => {
    it('places a call, and knows it with its attributes from then on', async () => {
      const telephone = make();
      const id = idOf(await telephone.dial(call));
      expect(id).not.toBe('');
      expect(await telephone.attributes(id)).toEqual(call.attributes);
      expect(await telephone.describe(id)).toMatchObject({ initiatedAt: expect.any(Number) });
    });

    it('places one call for one token, and another for another', async () => {
      const telephone = make();
      const first = await telephone.dial(call);
      expect(await telephone.dial(call)).toEqual(first);
      expect(idOf(await telephone.dial({ ...call, token: 'call-2' }))).not.toBe(idOf(first));
    });

    it('rejects an invalid number', async () => {
      expect(await make().dial({ ...call, to: '0500' })).toEqual({ refused: 'invalid-number' });
    });

    it('takes no more attributes than a contact can carry', async () => {
      const telephone = make();
      await expect(telephone.dial({ ...call, attributes: { a: 'س'.repeat(16_384) } })).rejects.toThrow(
        'attributes have 32769 bytes; the maximum is 32768',
      );
      await expect(telephone.dial({ ...call, attributes: { 'not a name': '' } })).rejects.toThrow(
        'invalid attribute name "not a name"',
      );
      expect(idOf(await telephone.dial({ ...call, attributes: { a: 'x'.repeat(32_767) } }))).not.toBe('');
    });

    it('ends an active call, and reports a call that has ended already', async () => {
      const telephone = make();
      expect(await telephone.stop(idOf(await telephone.dial(call)))).toBe(true);
      expect(await telephone.stop('nobody')).toBe(false);
    });

    it('does not know a contact that never existed', async () => {
      expect(await make().describe('nobody')).toBeUndefined();
      expect(await make().attributes('nobody')).toBeUndefined();
    });

    it('gives a task once for one token, up to six days ahead', async () => {
      const telephone = make();
      const given = await telephone.task({ ...task, at: TASK_HORIZON_MS });
      expect(idOf(given)).not.toBe('');
      expect(await telephone.task({ ...task, at: TASK_HORIZON_MS })).toEqual(given);
      const later = { ...task, token: 'task-2', at: TASK_HORIZON_MS + 1 };
      expect(await telephone.task(later)).toEqual({ refused: 'too-far' });
    });
  });
}

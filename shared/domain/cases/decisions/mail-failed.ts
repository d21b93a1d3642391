import type { Case } from '../case.ts';
import type { Decision } from '../command.ts';
import { informed, type Of } from './step.ts';

const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/**
 * A mail about the case did not arrive, or its receiver complained of it. An address that takes no mail is
 * marked, and nothing more is sent to it. The clocks stay as they are: whether a call is owed now is for those
 * who are informed to say. In whatever order several failures come, the case ends the same.
 */
export function mailFailed(state: Case, command: Of<'mail-failed'>): Decision {
  const { message, to, reason, permanent, status, elsewhere } = command;
  const { beneficiary } = state;
  const theirs = same(to, beneficiary.email);
  const failing = theirs && permanent && beneficiary.failing !== true;
  return {
    case: failing ? { ...state, beneficiary: { ...beneficiary, failing: true } } : state,
    events: [
      {
        type: 'rida.message.failed.v1',
        data: {
          ...(message !== undefined && { message }),
          ...{ reason, permanent, recipient: theirs ? 'beneficiary' : 'other' },
          ...(status !== undefined && { status }),
          ...(elsewhere && { elsewhere }),
          ...informed(state, 'rida'),
        },
      },
    ],
  };
}

/** Whether an address is the beneficiary's and takes no mail: nothing is sent to it. */
export const isFailing = ({ beneficiary }: Case, address: string): boolean =>
  beneficiary.failing === true && same(address, beneficiary.email);

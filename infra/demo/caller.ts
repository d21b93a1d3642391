import type { CallLine } from '#shared/domain/telephone/line.ts';
import type { CallView } from '../local/phone/call-view.ts';
import type { Switchboard } from '../local/phone/switchboard.ts';

const LETTERS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** A reference as it is keyed in: each letter by the key that carries it. */
export const keysOf = (reference: string): string =>
  [...reference.replaceAll('-', '')]
    .map((sign) => {
      const at = LETTERS.findIndex((letters) => letters.includes(sign));
      return at < 0 ? sign : String(at + 2);
    })
    .join('');

/** What a caller does at each question: keys, `silence`, `hang up`, or `say` and what they say. */
export type Doing = string;

async function does(switchboard: Switchboard, id: string, doing: Doing): Promise<CallView> {
  const call = switchboard.find(id);
  if (!call) throw new Error('the switchboard lost a call');
  if (doing === 'silence') return call.silence();
  if (doing === 'hang up') return call.hangUp();
  return doing.startsWith('say ') ? call.say('caller', doing.slice(4)) : call.press(doing);
}

/** Goes on with a call; comes back when the caller has done everything. */
export async function goOn(
  switchboard: Switchboard,
  call: CallView,
  doings: readonly Doing[],
): Promise<CallView> {
  let view = call;
  for (const doing of doings) {
    if (view.state === 'ended') break;
    view = await does(switchboard, view.id, doing);
  }
  return view;
}

/** Calls the centre and answers its questions; comes back when the caller has done everything. */
export const callIn = async (
  switchboard: Switchboard,
  caller: string | undefined,
  doings: readonly Doing[],
  line?: CallLine,
): Promise<CallView> => goOn(switchboard, await switchboard.call(caller, line), doings);

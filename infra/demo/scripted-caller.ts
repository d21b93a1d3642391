import type { CallLine } from '#shared/domain/telephone/line.ts';
import type { CallView } from '../local/phone/call-view.ts';
import type { Switchboard } from '../local/phone/switchboard.ts';

const LETTERS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** Return the keys for a reference: for each letter, the key that carries it. */
export const keysToDial = (reference: string): string =>
  [...reference.replaceAll('-', '')]
    .map((sign) => {
      const at = LETTERS.findIndex((letters) => letters.includes(sign));
      return at < 0 ? sign : String(at + 2);
    })
    .join('');

/**
 * The response of a caller to a question: keys, `silence`, `stay silent` until no question is left, `hang up`, or
 * `say` and a text.
 */
export type CallerAction = string;

async function does(switchboard: Switchboard, id: string, doing: CallerAction): Promise<CallView> {
  const call = switchboard.find(id);
  if (!call) throw new Error('the switchboard has lost a call');
  if (doing === 'silence') return call.silence();
  if (doing === 'stay silent') {
    let view = await call.silence();
    while (view.state === 'waiting-for-input') view = await call.silence();
    return view;
  }
  if (doing === 'hang up') return call.hangUp();
  return doing.startsWith('say ') ? call.say('caller', doing.slice(4)) : call.press(doing);
}

/** Continue a call. Resolve when the caller has given all responses. */
export async function goOn(
  switchboard: Switchboard,
  call: CallView,
  doings: readonly CallerAction[],
): Promise<CallView> {
  let view = call;
  for (const doing of doings) {
    if (view.state === 'ended') break;
    view = await does(switchboard, view.id, doing);
  }
  return view;
}

/** Call the centre and respond to its questions. Resolve when the caller has given all responses. */
export const callIn = async (
  switchboard: Switchboard,
  caller: string | undefined,
  doings: readonly CallerAction[],
  line?: CallLine,
): Promise<CallView> => goOn(switchboard, await switchboard.call(caller, line), doings);

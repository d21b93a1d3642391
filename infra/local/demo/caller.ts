import type { CallView } from '../phone/phone-call.ts';
import type { Switchboard } from '../phone/switchboard.ts';

const LETTERS = ['ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];

/** A reference as it is keyed in: each letter by the key that carries it. */
export const keysOf = (reference: string): string =>
  [...reference.replaceAll('-', '')]
    .map((sign) => {
      const at = LETTERS.findIndex((letters) => letters.includes(sign));
      return at < 0 ? sign : String(at + 2);
    })
    .join('');

/** What a caller does at each question: keys, `silence` or `hang up`. */
export type Doing = string;

/** Calls the centre and answers its questions; comes back when the caller has done everything. */
export async function callIn(
  switchboard: Switchboard,
  caller: string | undefined,
  doings: readonly Doing[],
): Promise<CallView> {
  let view = await switchboard.call(caller);
  const call = switchboard.find(view.id);
  if (!call) throw new Error('the switchboard lost a call');
  for (const doing of doings) {
    if (view.state === 'ended') break;
    if (doing === 'silence') view = await call.silence();
    else view = await (doing === 'hang up' ? call.hangUp() : call.press(doing));
  }
  return view;
}

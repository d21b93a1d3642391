import { createCall, type World } from '#shared/flow/interpreter.ts';
import { sampleFlow } from './sample-flow.ts';

export const contact = { contactId: 'c-1', customer: '+966500000001' };

/** A call of the sample after English was chosen. */
export async function englishCall(world: Partial<World> = {}) {
  const call = createCall({ flow: sampleFlow.toFlow(), contact, world });
  await call.run();
  const status = await call.press('2');
  return { call, status };
}

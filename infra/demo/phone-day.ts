import type { Ledger } from './ledger.ts';
import {
  aMessageInstead,
  anOrdinaryMorning,
  calledBack,
  handedOn,
  leftWaiting,
  type PhoneScene,
} from './phone-scenes.ts';
import { askForStatus, otherLines, strangeCallers, wrongReferences } from './phone-scenes-more.ts';

/** The results of the telephone day. */
export interface PhoneDone {
  /** The day, as a key of the figures. */
  readonly day: string;
  readonly ledger: Ledger;
  /** The number of callers who heard details of a case. */
  readonly verified: number;
  /** The number of outbound calls that rang, and of those with all questions answered. */
  readonly evaluations: { readonly rang: number; readonly completed: number };
  /** Whether investors were answered first. */
  readonly inPriorityOrder: boolean;
}

/** Make the calls of the opening hours. */
export async function callsOfTheDay(
  scene: PhoneScene,
): Promise<Pick<PhoneDone, 'verified' | 'inPriorityOrder'>> {
  const references = await anOrdinaryMorning(scene);
  await handedOn(scene);
  await leftWaiting(scene);
  await calledBack(scene);
  await aMessageInstead(scene);
  const verified = await askForStatus(scene, references);
  await wrongReferences(scene);
  const inPriorityOrder = await otherLines(scene);
  await strangeCallers(scene);
  return { verified, inPriorityOrder };
}

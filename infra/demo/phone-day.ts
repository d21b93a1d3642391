import type { Ledger } from './ledger.ts';
import {
  aMessageInstead,
  anOrdinaryMorning,
  calledBack,
  handedOn,
  leftWaiting,
  type PhoneScene,
} from './phone-scenes.ts';
import { otherLines, strangeCallers, whereItStands, wrongReferences } from './phone-scenes-more.ts';

/** What the day on the telephone did. */
export interface PhoneDone {
  /** The day, as figures are kept by. */
  readonly day: string;
  readonly ledger: Ledger;
  /** Callers who heard details of a case. */
  readonly verified: number;
  /** Calls out that rang, and those whose questions were answered to the end. */
  readonly evaluations: { readonly rang: number; readonly completed: number };
  /** Whether investors were answered first. */
  readonly inOrder: boolean;
}

/** The calls of the opening hours. */
export async function callsOfTheDay(scene: PhoneScene): Promise<Pick<PhoneDone, 'verified' | 'inOrder'>> {
  const references = await anOrdinaryMorning(scene);
  await handedOn(scene);
  await leftWaiting(scene);
  await calledBack(scene);
  await aMessageInstead(scene);
  const verified = await whereItStands(scene, references);
  await wrongReferences(scene);
  const inOrder = await otherLines(scene);
  await strangeCallers(scene);
  return { verified, inOrder };
}

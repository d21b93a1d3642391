import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseStatus } from './vocabulary.ts';
/** A case moved to another status. */
export const caseStatusChanged = defineEvent(
  'rida.case.status-changed.v1',
  'A case moved to another status.',
  z.object({ from: caseStatus, to: caseStatus, by: actor }),
);

import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseStatus } from './vocabulary.ts';
/** The status of a case changed. */
export const caseStatusChanged = defineEvent(
  'rida.case.status-changed.v1',
  'The status of a case changed.',
  z.object({ from: caseStatus, to: caseStatus, by: actor }),
);

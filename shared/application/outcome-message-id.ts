import type { Case } from '#shared/domain/cases/case.ts';
import { questionOf } from '#shared/domain/cases/confirmation.ts';
import { causeId } from '#shared/runtime/ids.ts';

/** Return the id of the effect of the text message about the newest resolution of a case. */
export const outcomeMessageId = (supportCase: Pick<Case, 'id' | 'generation'>): string =>
  causeId(`message:${supportCase.id}:${questionOf(supportCase)}`);

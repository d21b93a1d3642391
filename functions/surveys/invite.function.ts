import { surveyToken } from '#shared/application/tokens/survey-token.ts';
import { unsubscribeToken } from '#shared/application/tokens/unsubscribe-token.ts';
import type { Keys } from '#shared/ports/outside.ts';
import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { type InviteDeps, invite } from './invite.ts';

export interface InviteFunctionDeps extends Omit<InviteDeps, 'seal' | 'sealUnsubscribe'> {
  readonly keys: Keys;
}

export const inviteFunction = eventFunction({
  name: 'surveys/invite',
  environment: environments['surveys/invite'],
  run: (deps: InviteFunctionDeps, event) =>
    invite(
      {
        ...deps,
        seal: (ticket) => surveyToken(deps.keys, ticket),
        sealUnsubscribe: (reference) => unsubscribeToken(deps.keys, reference),
      },
      event,
    ),
  log: (logger, outcome) => logger.info('survey-sent', 'A survey invitation was processed.', { outcome }),
});

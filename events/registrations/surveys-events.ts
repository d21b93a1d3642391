import { callRated } from '../call-rated.v1.ts';
import { callSurveyDecided } from '../call-survey-decided.v1.ts';
import { checkDrawn } from '../check-drawn.v1.ts';
import { checkRecorded } from '../check-recorded.v1.ts';
import { outcomeAnswered } from '../outcome-answered.v1.ts';
import { outcomeReturned } from '../outcome-returned.v1.ts';
import { outcomeSuspected } from '../outcome-suspected.v1.ts';
import { recoveryAttempted } from '../recovery-attempted.v1.ts';
import { recoveryEnded } from '../recovery-ended.v1.ts';
import { recoveryOpened } from '../recovery-opened.v1.ts';
import { surveyAnswered } from '../survey-answered.v1.ts';
import { surveyInvited } from '../survey-invited.v1.ts';
import { surveySuppressed } from '../survey-suppressed.v1.ts';
import { taskAssigned } from '../task-assigned.v1.ts';
import type { Registration } from './registration.ts';

/** Events about surveys, and about the confirmation of outcomes. */
export const surveyEvents = [
  {
    event: surveyInvited,
    source: 'rida.surveys',
    consumers: ['surveys/invite', 'reports/roll-up'],
  },
  {
    event: surveyAnswered,
    source: 'rida.surveys',
    consumers: ['surveys/alert-supervisor', 'reports/roll-up', 'cases/index-case'],
  },
  {
    event: callRated,
    source: 'rida.surveys',
    consumers: ['surveys/alert-supervisor', 'reports/roll-up'],
  },
  {
    event: callSurveyDecided,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: surveySuppressed,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: outcomeAnswered,
    source: 'rida.surveys',
    consumers: ['reports/roll-up', 'cases/index-case'],
  },
  {
    event: outcomeSuspected,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: outcomeReturned,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: recoveryOpened,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: recoveryAttempted,
    source: 'rida.surveys',
    consumers: 'audit only',
  },
  {
    event: recoveryEnded,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: checkDrawn,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: checkRecorded,
    source: 'rida.surveys',
    consumers: ['reports/roll-up'],
  },
  {
    event: taskAssigned,
    source: 'rida.surveys',
    consumers: 'audit only',
  },
] as const satisfies readonly Registration[];

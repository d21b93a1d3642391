import { flowFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { answerSurveyFlow } from './survey-flow.ts';

export const surveyFlowFunction = flowFunction({
  name: 'telephone/survey-flow',
  environment: environments['telephone/survey-flow'],
  run: answerSurveyFlow,
});

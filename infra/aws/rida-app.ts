import { App, type AppProps } from 'aws-cdk-lib';
import { checkWithNag } from './nag.ts';
import { RidaStack } from './rida-stack.ts';
import { stageFrom } from './stage.ts';

/**
 * Create the app with the stack of one stage. cdk-nag checks it during synthesis.
 *
 * @throws StageError when a setting is wrong
 */
export function ridaApp(props: AppProps = {}): { app: App; stack: RidaStack } {
  // Without the times of the run and the paths of this clone, every synthesis is the same.
  const app = new App({
    ...{ performanceReporting: false, stackTraces: false },
    ...props,
    context: {
      'aws:cdk:disable-creation-stack-traces': true,
      // CloudFormation takes a template of a megabyte, and the flows fill most of it.
      '@aws-cdk/core:suppressTemplateIndentation': true,
      ...props.context,
    },
  });
  const stack = new RidaStack(app, stageFrom(app.node));
  checkWithNag(app);
  return { app, stack };
}

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
  const app = new App(props);
  const stack = new RidaStack(app, stageFrom(app.node));
  checkWithNag(app);
  return { app, stack };
}

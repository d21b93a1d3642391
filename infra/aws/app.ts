import { ridaApp } from './rida-app.ts';
import { StageError } from './stage.ts';

try {
  const { app, stack } = ridaApp();
  app.synth();
  if (stack.terminationProtection !== true)
    process.stderr.write(
      `${stack.stackName}: the stage has no record "deployed", so that its deletion protection is off. ` +
        'After the first deployment, copy the output Deployed to cdk.json and deploy again.\n',
    );
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

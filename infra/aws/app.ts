import { ridaApp } from './rida-app.ts';
import { StageError } from './stage.ts';

try {
  ridaApp().app.synth();
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

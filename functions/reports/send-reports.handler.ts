import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer } from '#shared/adapters/aws/deployed-mailer.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { resvgRasteriser } from '#shared/adapters/pictures/resvg-rasteriser.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { sendReportsFunction } from './send-reports.function.ts';

const { here, logger } = startLambda(sendReportsFunction);
const { table, ...desk } = deployedDesk(here, { logger });

export const handler = forSchedule(
  sendReportsFunction,
  {
    ...desk,
    figures: new DynamoFigureStore(table),
    mailer: deployedMailer(here),
    rasteriser: resvgRasteriser(),
  },
  { logger },
);

import { s3Client } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { exportDaysFunction } from './export-days.function.ts';

const { here, logger } = startLambda(exportDaysFunction);
const { table, ...desk } = deployedDesk(here, { logger });

export const handler = forSchedule(
  exportDaysFunction,
  {
    ...desk,
    figures: new DynamoFigureStore(table),
    exports: s3Blobs(s3Client(here.REGION), here.EXPORT_BUCKET),
  },
  { logger },
);

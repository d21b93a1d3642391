import { parseArgs } from 'node:util';
import { failedRecords } from '#shared/adapters/aws/failed-records.ts';
import { feedRecords, recordsIn } from './feed-records.ts';
import { isWrongUse, runCommand, type ToolCommand, UsageError } from './tool-command.ts';

const USAGE = `Usage: npm run --silent failed-records -- list|feed --bucket NAME --stream NAME --region REGION

list  prints the stored records of calls that could not be processed, with the number of records of each object
feed  puts them on the stream again, and removes each object when the stream has all its records

Uses your own AWS credentials: s3:ListBucket, s3:GetObject, s3:DeleteObject, kinesis:PutRecords, and the key of both.`;

const run: ToolCommand = async ({ args, console }) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { bucket: { type: 'string' }, stream: { type: 'string' }, region: { type: 'string' } },
      allowPositionals: true,
    });
    const { bucket, stream, region } = values;
    const [action] = positionals;
    if (!bucket || !stream || !region || (action !== 'list' && action !== 'feed'))
      throw new UsageError('expected list or feed, --bucket, --stream and --region');
    const failed = failedRecords({ bucket, stream, region });
    if (action === 'list') {
      for (const key of await failed.keys())
        console.log(`${key}: ${recordsIn(await failed.read(key)).length} records`);
      return 0;
    }
    const { objects, records, left } = await feedRecords(failed);
    console.log(`${records} records of ${objects} objects are on the stream again`);
    for (const line of left) console.error(line);
    return left.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError) && !isWrongUse(error)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
};

await runCommand(run);

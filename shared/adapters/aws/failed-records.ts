import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';

interface Places {
  readonly bucket: string;
  readonly stream: string;
  readonly region: string;
}

/** A record in the form of PutRecords. */
interface StreamRecord {
  readonly Data: string;
  readonly PartitionKey: string;
}

/** The records of calls that could not be processed, as objects of a bucket, and the stream that had them. */
export function failedRecords({ bucket: Bucket, stream, region }: Places) {
  const s3 = new S3Client({ region });
  const { credentials, sha256 } = s3.config;
  const signer = new SignatureV4({ service: 'kinesis', region, credentials, sha256 });
  const hostname = `kinesis.${region}.amazonaws.com`;
  return {
    async keys(): Promise<readonly string[]> {
      const found: string[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await s3.send(
          new ListObjectsV2Command({ Bucket, ...(ContinuationToken && { ContinuationToken }) }),
        );
        found.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      return found;
    },
    async read(Key: string): Promise<string> {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      return (await Body?.transformToString()) ?? '';
    },
    async remove(Key: string): Promise<void> {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    // One request of a service whose client the project does not need otherwise.
    async put(records: readonly StreamRecord[]): Promise<readonly StreamRecord[]> {
      const body = JSON.stringify({ StreamName: stream, Records: records });
      const headers = {
        host: hostname,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'Kinesis_20131202.PutRecords',
      };
      const request = { method: 'POST', protocol: 'https:', hostname, path: '/', headers, body };
      const signed = await signer.sign(request);
      const answer = await fetch(`https://${hostname}/`, { method: 'POST', headers: signed.headers, body });
      if (!answer.ok) throw new Error(`Kinesis answered ${answer.status}: ${await answer.text()}`);
      const { Records = [] } = (await answer.json()) as { Records?: { ErrorCode?: string }[] };
      return records.filter((_, at) => Records[at]?.ErrorCode !== undefined);
    },
  };
}

import type { Asked, RawRequest } from './aws-call.ts';

const ask = (action: string, resource: string, context: Asked['context'] = {}): Asked => ({
  ...{ action: `s3:${action}`, resources: [`arn:aws:s3:::${resource}`], context },
});

/** Return what a request to S3 asks for (API reference of S3; requests have the bucket in their path). */
export function s3Asked({ method, path, body }: RawRequest): Asked[] {
  const url = new URL(path, 'http://s3');
  const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  const key = rest.join('/');
  const { searchParams: query } = url;
  const version = query.has('versionId') ? 'Version' : '';
  const object = `${bucket}/${key}`;
  if (key !== '') {
    if (method === 'GET' || method === 'HEAD') return [ask(`GetObject${version}`, object)];
    if (method === 'PUT') return [ask('PutObject', object)];
    if (method === 'DELETE') return [ask(`DeleteObject${version}`, object)];
  }
  const prefix = { 's3:prefix': [query.get('prefix') ?? ''] };
  if (method === 'GET' && query.has('versions')) return [ask('ListBucketVersions', bucket, prefix)];
  if (method === 'GET' && query.has('list-type')) return [ask('ListBucket', bucket, prefix)];
  if (method === 'POST' && query.has('delete')) {
    const objects = [...body.toString().matchAll(/<Object>(.*?)<\/Object>/gsu)].map(([, one = '']) => one);
    return objects.map((one) => {
      const name = /<Key>(.*?)<\/Key>/su.exec(one)?.[1] ?? '';
      return ask(one.includes('<VersionId>') ? 'DeleteObjectVersion' : 'DeleteObject', `${bucket}/${name}`);
    });
  }
  throw new Error(`the rehearsal does not know the request ${method} ${url.pathname}${url.search} to S3`);
}

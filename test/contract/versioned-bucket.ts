import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  type DeleteObjectsCommandInput,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';

interface Version {
  readonly Key: string;
  readonly VersionId: string;
  readonly body: Uint8Array;
  readonly type: string | undefined;
  /** Marks the newest version of a deleted object. */
  readonly isMarker?: true;
}

/** A small page size, so that every listing has several pages. */
const PAGE = 2;

/** A double of a versioned bucket, in the order of S3: by key, newest version first. */
export class VersionedBucket {
  /** When everything was written, epoch milliseconds. */
  static readonly WRITTEN_AT = Date.UTC(2026, 0, 4, 7);
  readonly client = new S3Client({ region: 'eu-central-1' });
  #versions: Version[] = [];

  constructor() {
    const s3 = mockClient(this.client);
    s3.on(PutObjectCommand).callsFake(({ Key, Body, ContentType, IfNoneMatch }) => {
      if (IfNoneMatch === '*' && this.current(Key).includes(Key)) {
        throw new S3ServiceException({
          ...{ name: 'PreconditionFailed', $fault: 'client', message: 'there is one', $metadata: {} },
        });
      }
      this.#add({ Key, body: new Uint8Array(Body), type: ContentType });
      return {};
    });
    s3.on(DeleteObjectCommand).callsFake(({ Key }) => {
      this.#add({ Key, body: new Uint8Array(), type: undefined, isMarker: true });
      return {};
    });
    s3.on(ListObjectsV2Command).callsFake(({ Prefix = '', ContinuationToken = '0' }) => {
      const keys = this.current(Prefix);
      const end = Number(ContinuationToken) + PAGE;
      const LastModified = new Date(VersionedBucket.WRITTEN_AT);
      const Contents = keys.slice(end - PAGE, end).map((Key) => ({ Key, LastModified }));
      return { Contents, ...(end < keys.length && { NextContinuationToken: String(end) }) };
    });
    s3.on(GetObjectCommand).callsFake(({ Key }) => {
      const found = this.#versions.find((one) => one.Key === Key);
      if (!found || found.isMarker) throw new NoSuchKey({ message: 'there is none', $metadata: {} });
      const Body = Object.assign(Readable.from([]), { transformToByteArray: async () => found.body.slice() });
      return { Body, ContentType: found.type };
    });
    s3.on(ListObjectVersionsCommand).callsFake((input) => this.#list(input));
    s3.on(DeleteObjectsCommand).callsFake((input) => this.#delete(input));
  }

  /** Return the number of versions under a prefix. */
  versions(prefix: string): number {
    return this.#versions.filter(({ Key }) => Key.startsWith(prefix)).length;
  }

  /** Return the keys under a prefix whose newest version is an object. */
  current(prefix: string): string[] {
    const newest = new Map(this.#versions.toReversed().map((one) => [one.Key, one]));
    return [...newest.values()].flatMap(({ Key, isMarker }) =>
      Key.startsWith(prefix) && !isMarker ? [Key] : [],
    );
  }

  /** Store a text as another client would, and return its key. */
  place(Key: string, text: string): string {
    this.#add({ Key, body: new TextEncoder().encode(text), type: undefined });
    return Key;
  }

  #add(version: Omit<Version, 'VersionId'>): void {
    this.#versions.unshift({ ...version, VersionId: String(this.#versions.length) });
    this.#versions.sort((a, b) => Buffer.compare(Buffer.from(a.Key), Buffer.from(b.Key)));
  }

  #list({ Prefix = '', KeyMarker, VersionIdMarker }: ListObjectVersionsCommandInput) {
    const all = this.#versions.filter(({ Key }) => Key.startsWith(Prefix));
    const last = all.findLastIndex(
      ({ Key, VersionId }) => Key === KeyMarker && (VersionIdMarker ?? VersionId) === VersionId,
    );
    // The marker may refer to a deleted version: the listing then continues with the next key.
    const next = all.findIndex(
      ({ Key }) => KeyMarker !== undefined && Buffer.compare(Buffer.from(Key), Buffer.from(KeyMarker)) >= 0,
    );
    const start = KeyMarker === undefined ? 0 : last >= 0 ? last + 1 : next < 0 ? all.length : next;
    const Versions = all.slice(start, start + PAGE).map(({ Key, VersionId }) => ({ Key, VersionId }));
    const end = Versions.at(-1);
    return start + PAGE < all.length
      ? { Versions, IsTruncated: true, NextKeyMarker: end?.Key, NextVersionIdMarker: end?.VersionId }
      : { Versions, IsTruncated: false };
  }

  #delete({ Delete }: DeleteObjectsCommandInput) {
    for (const { Key, VersionId } of Delete?.Objects ?? [])
      this.#versions = this.#versions.filter((one) => one.Key !== Key || one.VersionId !== VersionId);
    return {};
  }
}

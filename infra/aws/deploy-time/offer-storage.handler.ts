import {
  AssociateInstanceStorageConfigCommand,
  ConnectClient,
  DisassociateInstanceStorageConfigCommand,
  type InstanceStorageConfig,
  type InstanceStorageResourceType,
  ListInstanceStorageConfigsCommand,
} from '@aws-sdk/client-connect';
import { answering } from './custom-resource.ts';
import { type InstanceKeeping, offerStorage, withdrawStorage } from './storage-offers.ts';

/** A storage configuration in the form of the template (AWS::Connect::InstanceStorageConfig). */
interface Written {
  readonly resourceType: string;
  readonly s3Config?: {
    readonly bucketName: string;
    readonly bucketPrefix: string;
    readonly encryptionConfig: { readonly keyId: string };
  };
  readonly kinesisStreamConfig?: { readonly streamArn: string };
}

const connect = new ConnectClient({});

const placeOf = ({ S3Config, KinesisStreamConfig }: Partial<InstanceStorageConfig>): string =>
  KinesisStreamConfig?.StreamArn ??
  (S3Config ? `s3://${S3Config.BucketName}/${S3Config.BucketPrefix}` : 'another storage type');

const configOf = ({ s3Config, kinesisStreamConfig }: Written): InstanceStorageConfig =>
  kinesisStreamConfig
    ? { StorageType: 'KINESIS_STREAM', KinesisStreamConfig: { StreamArn: kinesisStreamConfig.streamArn } }
    : {
        StorageType: 'S3',
        S3Config: {
          BucketName: s3Config?.bucketName,
          BucketPrefix: s3Config?.bucketPrefix,
          EncryptionConfig: { EncryptionType: 'KMS', KeyId: s3Config?.encryptionConfig.keyId },
        },
      };

const keepingOf = (InstanceId: string, written: readonly Written[]): InstanceKeeping => ({
  async kept(what) {
    const ResourceType = what as InstanceStorageResourceType;
    const { StorageConfigs = [] } = await connect.send(
      new ListInstanceStorageConfigsCommand({ InstanceId, ResourceType }),
    );
    return StorageConfigs.map((config) => ({ id: config.AssociationId ?? '', place: placeOf(config) }));
  },
  async keep({ what }) {
    const offer = written.find(({ resourceType }) => resourceType === what);
    if (!offer) throw new Error(`${what} is missing in the properties of the resource`);
    const ResourceType = what as InstanceStorageResourceType;
    const StorageConfig = configOf(offer);
    await connect.send(
      new AssociateInstanceStorageConfigCommand({ InstanceId, ResourceType, StorageConfig }),
    );
  },
  async forget(what, AssociationId) {
    const ResourceType = what as InstanceStorageResourceType;
    await connect.send(
      new DisassociateInstanceStorageConfigCommand({ InstanceId, ResourceType, AssociationId }),
    );
  },
});

export const handler = answering(async ({ RequestType, ResourceProperties }) => {
  const { InstanceId = '', Offers = '[]' } = ResourceProperties;
  const written = JSON.parse(Offers) as readonly Written[];
  const offers = written.map((offer) => ({ what: offer.resourceType, place: placeOf(configOf(offer)) }));
  const instance = keepingOf(InstanceId, written);
  if (RequestType !== 'Delete') return { Left: await offerStorage(instance, offers) };
  await withdrawStorage(instance, offers);
  return undefined;
});

import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';

/** The key for survey links, case references and beneficiary ids. */
export class SigningKey extends Construct {
  private readonly secret: Secret;
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    this.platform = platform;
    this.secret = new Secret(this, 'Secret', {
      description:
        'Rida: seals survey links and derives case references and beneficiary ids that cannot be guessed',
      encryptionKey: platform.keys.content,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(this.secret, [exceptions.signingKey]);
  }

  /** Return the id of the secret and the permission to read it. */
  reading(): Granted {
    return readSecret(this.secret, this.platform);
  }
}

/** Return the id of a secret and the permission to read it. */
export function readSecret(secret: Secret, { keys }: Platform): Granted {
  return {
    value: secret.secretArn,
    statements: [
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secret.secretArn] }),
      keys.use(keys.content, 'kms:Decrypt'),
    ],
  };
}

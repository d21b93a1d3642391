import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { readSecret } from './signing-key.ts';

/** The secret of the provider of text messages. Operators replace the drawn value by that of their provider. */
export class MessageSecret extends Construct {
  private readonly secret: Secret;
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    this.platform = platform;
    this.secret = new Secret(this, 'Secret', {
      description: 'Rida: the secret of the provider of text messages, written as {secret} in the settings',
      encryptionKey: platform.keys.content,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    accept(this.secret, [exceptions.providerSecret]);
  }

  /** Return the id of the secret and the permission to read it. */
  reading(): Granted {
    return readSecret(this.secret, this.platform);
  }
}

import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPoolClient,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolClient,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ROLES } from '#shared/domain/staff/role.ts';
import type { Granted } from './granted.ts';
import { accept, exceptions } from './nag.ts';
import type { Platform } from './platform.ts';
import { readSecret } from './signing-key.ts';
import { CONSOLE_SIGN_IN } from './unchangeable.ts';

/** The Cognito user pool of the console, with a second factor, and the console as its client. */
export class CognitoSignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;
  private readonly secret: Secret;
  private readonly platform: Platform;

  constructor(scope: Construct, id: string, platform: Platform, { publicUrl }: { publicUrl: string }) {
    super(scope, id);
    this.platform = platform;
    const { name } = platform.stage;
    const pool = new UserPool(this, 'Pool', {
      userPoolName: `rida-${name}`,
      selfSignUpEnabled: false,
      signInAliases: { [CONSOLE_SIGN_IN]: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: platform.stage.deployed !== undefined,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    pool.addDomain('Domain', { cognitoDomain: { domainPrefix: `rida-${name}-${Aws.ACCOUNT_ID}` } });
    // A user without a group has no access.
    for (const role of ROLES) new UserPoolGroup(this, `Group-${role}`, { userPool: pool, groupName: role });
    const client = new UserPoolClient(this, 'Console', {
      userPool: pool,
      generateSecret: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${publicUrl}/callback`],
        logoutUrls: [publicUrl],
      },
      // The address is the identity of a person, which only an administrator may change.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
      preventUserExistenceErrors: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(10),
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    const { attrClientSecret } = client.node.defaultChild as CfnUserPoolClient;
    this.secret = new Secret(this, 'Secret', {
      description: 'Rida: the client secret of the console, and the secret that seals its sessions',
      encryptionKey: platform.keys.content,
      generateSecretString: {
        secretStringTemplate: Stack.of(this).toJsonString({ clientSecret: attrClientSecret }),
        generateStringKey: 'sessionSecret',
        passwordLength: 64,
        excludePunctuation: true,
      },
    });
    accept(this.secret, [exceptions.clientSecret]);
  }

  /** Return the id of the secret `{ clientSecret, sessionSecret }` and the permission to read it. */
  reading(): Granted {
    return readSecret(this.secret, this.platform);
  }
}

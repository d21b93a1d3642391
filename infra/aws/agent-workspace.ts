import { CfnApplication } from 'aws-cdk-lib/aws-appintegrations';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { WORKSPACE_PATH } from '#functions/web/paths.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

/**
 * Registers Rida as an app in the agent workspace of Connect. The app is shown beside each contact and opens
 * the case of the call. It needs no permissions: the workspace passes the contact to the app.
 */
export class AgentWorkspace extends Construct {
  /** The namespace by which security profiles refer to the app. */
  readonly namespace: string;

  constructor(scope: Construct, id: string, platform: Platform, instance: ConnectInstance) {
    super(scope, id);
    const { stage, publicApi } = platform;
    this.namespace = `rida.${stage.name}`;
    const app = new CfnApplication(this, 'App', {
      name: `Rida ${stage.name}`,
      namespace: this.namespace,
      description: 'Opens the case of the call',
      applicationSourceConfig: { externalUrlConfig: { accessUrl: `${publicApi.url}${WORKSPACE_PATH}` } },
      applicationConfig: { contactHandling: { scope: 'PER_CONTACT' } },
    });
    instance.inTurn(
      new CfnIntegrationAssociation(this, 'Association', {
        instanceId: instance.arn,
        integrationType: 'APPLICATION',
        integrationArn: app.attrApplicationArn,
      }),
    );
  }
}

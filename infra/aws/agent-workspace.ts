import { CfnApplication } from 'aws-cdk-lib/aws-appintegrations';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { WORKSPACE_PATH } from '#functions/web/paths.ts';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

/**
 * Rida in the agents' workspace of Connect: an app beside each contact that opens the case of the call. It
 * needs no permission: the workspace tells an app beside a contact which one it is.
 */
export class AgentWorkspace extends Construct {
  /** By which security profiles name the app. */
  readonly namespace: string;

  constructor(scope: Construct, id: string, foundation: Platform, instance: ConnectInstance) {
    super(scope, id);
    const { stage, publicApi } = foundation;
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

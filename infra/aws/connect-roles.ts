import { CfnAgentStatus, CfnSecurityProfile } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

/** Names of the admin guide, "List of security profile permissions"; one it does not know fails the deployment. */
const AGENT = [
  'AudioDeviceSettings.Access',
  'BasicAgentAccess',
  'OutboundCallAccess',
  // Without it the list of where to transfer to is empty.
  'TransferDestinations.View',
];
const FIGURES = [
  'AccessMetrics.Dashboards.Access',
  'AccessMetrics.HistoricalMetrics.Access',
  'AccessMetrics.RealTimeMetrics.Access',
  'Queues.View',
  'RoutingPolicies.View',
];
const SUPERVISION = [
  'AccessMetrics.AgentActivityAudit.Access',
  'AgentStates.View',
  'AgentTimeCard.View',
  'ContactAttributes.View',
  'ContactSearch.View',
  'ManagerBargeIn',
  'ManagerListenIn',
  'Users.View',
];

/** The console's roles. None of them may change anything in Connect: that is code, and users are the administrators'. */
const ROLES = {
  agent: { description: 'Takes calls, calls out and transfers', permissions: AGENT },
  supervisor: {
    description: 'Takes calls, listens in and joins, and sees who does what',
    permissions: [...AGENT, ...FIGURES, ...SUPERVISION],
  },
  leader: { description: "Sees the centre's figures", permissions: FIGURES },
} as const;

/** What an agent may be doing instead of being available, as they and their supervisors read it. */
const STATUSES = [
  'صلاة – Prayer',
  'استراحة – Break',
  'متابعة – Follow-up',
  'اجتماع – Meeting',
  'تدريب – Training',
];

export interface ConnectRolesProps {
  readonly instance: ConnectInstance;
  /** The agents' app, by its namespace, for those who take calls. */
  readonly app?: string | undefined;
}

/** Security profiles by role, and the statuses an agent can choose. */
export class ConnectRoles extends Construct {
  constructor(scope: Construct, id: string, foundation: Platform, { instance, app }: ConnectRolesProps) {
    super(scope, id);
    const { name: stage } = foundation.stage;
    for (const [role, { description, permissions }] of Object.entries(ROLES))
      instance.inTurn(
        new CfnSecurityProfile(this, role, {
          instanceArn: instance.arn,
          securityProfileName: `Rida ${stage} ${role}`,
          description,
          permissions: [...permissions].sort(),
          ...(app !== undefined &&
            role !== 'leader' && {
              applications: [{ namespace: app, applicationPermissions: ['ACCESS'] }],
            }),
        }),
      );
    for (const [order, status] of STATUSES.entries())
      instance.inTurn(
        new CfnAgentStatus(this, `Status${order + 1}`, {
          instanceArn: instance.arn,
          // In an instance of others the stage tells whose they are; names are unique in an instance.
          name: instance.isNew ? status : `${status} (${stage})`,
          state: 'ENABLED',
          displayOrder: order + 1,
        }),
      );
  }
}

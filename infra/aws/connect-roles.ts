import { CfnAgentStatus, CfnSecurityProfile } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { ConnectInstance } from './connect-instance.ts';
import type { Platform } from './platform.ts';

/**
 * Permission names of the admin guide, "List of security profile permissions". The deployment fails for an
 * unknown name.
 */
const AGENT = [
  'AudioDeviceSettings.Access',
  'BasicAgentAccess',
  'OutboundCallAccess',
  // Without this permission the list of transfer destinations is empty.
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

/**
 * The roles of the console. No role may change resources in Connect, which are deployed from code.
 * Administrators of the instance manage the users.
 */
const ROLES = {
  agent: { description: 'Takes calls, places calls and transfers calls', permissions: AGENT },
  supervisor: {
    description: 'Takes calls, listens in, joins calls, and sees the activity of agents',
    permissions: [...AGENT, ...FIGURES, ...SUPERVISION],
  },
  leader: { description: 'Sees the figures of the centre', permissions: FIGURES },
} as const;

/** Statuses in which an agent is not available, as agents and supervisors read them. */
const STATUSES = [
  'صلاة – Prayer',
  'استراحة – Break',
  'متابعة – Follow-up',
  'اجتماع – Meeting',
  'تدريب – Training',
];

export interface ConnectRolesProps {
  readonly instance: ConnectInstance;
  /** The namespace of the agent app, for roles that take calls. */
  readonly app?: string | undefined;
}

/** Security profiles by role, and the agent statuses. */
export class ConnectRoles extends Construct {
  constructor(scope: Construct, id: string, platform: Platform, { instance, app }: ConnectRolesProps) {
    super(scope, id);
    const { name: stage } = platform.stage;
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
          // Names are unique in an instance. In a shared instance the name includes the stage.
          name: instance.isNew ? status : `${status} (${stage})`,
          state: 'ENABLED',
          displayOrder: order + 1,
        }),
      );
  }
}

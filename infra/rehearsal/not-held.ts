/**
 * The resource types that are not created in moto, with the reason and the replacement. Types that
 * moto's CloudFormation has no class for need a row here; a type without a row stops the rehearsal.
 */
const notHeld = {
  'AWS::ApiGatewayV2::Api': 'no class in moto; the rehearsal routes requests by the routes of the template',
  'AWS::ApiGatewayV2::Integration': 'no class in moto; read by the rehearsal for the routes',
  'AWS::ApiGatewayV2::Route': 'no class in moto; read by the rehearsal for the routes',
  'AWS::ApiGatewayV2::Stage': 'no class in moto; throttling has no effect on a single visitor',
  'AWS::AppIntegrations::Application': 'no class in moto; agents see it, no function uses it',
  'AWS::CloudFormation::Stack': 'the nested stack is flattened into the outer one',
  'AWS::CloudWatch::Alarm': 'no class in moto; test/infra/alarms.test.ts checks alarms',
  'AWS::Cognito::UserPool': 'moto has no sign-in pages; sign-in-service.ts replaces it',
  'AWS::Cognito::UserPoolClient': 'moto has no sign-in pages; sign-in-service.ts replaces it',
  'AWS::Cognito::UserPoolDomain': 'moto has no sign-in pages; sign-in-service.ts replaces it',
  'AWS::Cognito::UserPoolGroup': 'moto has no sign-in pages; sign-in-service.ts replaces it',
  'AWS::Connect::AgentStatus': 'moto has no contacts, flows or hours; connect-service.ts replaces it',
  'AWS::Connect::ContactFlow': 'run by the interpreter of flows, with the content of the template',
  'AWS::Connect::ContactFlowModule': 'run by the interpreter of flows, with the content of the template',
  'AWS::Connect::HoursOfOperation': 'moto has no contacts, flows or hours; connect-service.ts replaces it',
  'AWS::Connect::Instance': 'moto has no contacts, flows or hours; connect-service.ts replaces it',
  'AWS::Connect::InstanceStorageConfig': 'read by the rehearsal: the stream of records and events',
  'AWS::Connect::IntegrationAssociation': 'read by the rehearsal: the functions that flows may call',
  'AWS::Connect::Queue': 'moto has no contacts, flows or hours; connect-service.ts replaces it',
  'AWS::Connect::QuickConnect': 'moto has no contacts, flows or hours; no function uses it',
  'AWS::Connect::RoutingProfile': 'moto has no contacts, flows or hours; no function uses it',
  'AWS::Connect::SecurityProfile': 'moto has no contacts, flows or hours; no function uses it',
  'AWS::Events::Archive': 'moto reads the pattern of an archive only as text; no function uses it',
  'AWS::Lambda::EventInvokeConfig': 'no class in moto; the rehearsal invokes functions itself, once',
  'AWS::Lambda::EventSourceMapping':
    'moto would start functions in Docker; the rehearsal polls with their roles',
  'AWS::Logs::MetricFilter': 'no class in moto; test/infra/alarms.test.ts checks filters',
  'AWS::S3::BucketPolicy': 'no class in moto; npm run ways decides requests of services by it',
  'AWS::SES::ConfigurationSet': 'no class in moto; created over its API',
  'AWS::SES::ConfigurationSetEventDestination': 'moto publishes no events of sent mail; the rehearsal does',
  'AWS::SES::EmailIdentity': 'no class in moto; created over its API',
  'AWS::SES::ReceiptRule': 'no class in moto; created over its API',
  'AWS::SES::ReceiptRuleSet': 'no class in moto; created over its API',
  'AWS::SNS::Subscription': 'no class in moto; created over its API',
  'AWS::SNS::TopicPolicy': 'no class in moto; npm run ways decides requests of services by it',
  'AWS::SQS::QueuePolicy': 'no class in moto; npm run ways decides requests of services by it',
  'AWS::Scheduler::Schedule':
    'no class in moto; the rehearsal calls the targets, with the role of the schedule',
  'AWS::SecretsManager::Secret': 'no class in moto; created over its API',
  'Custom::RidaDeployStep': 'moto calls no function; the rehearsal invokes it and reads its response',
} as const satisfies Readonly<Record<string, string>>;

/**
 * Return the types of the list that a template does not have.
 *
 * @internal exported for tests
 */
export const staleTypes = (types: ReadonlySet<string>): string[] =>
  Object.keys(notHeld).filter((type) => !types.has(type));

/** Return whether a resource of this type is created in moto from the template. */
export const isHeld = (type: string): boolean => !Object.hasOwn(notHeld, type);

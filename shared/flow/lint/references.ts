import { referencesOf } from './attribute-rules.ts';
import { error, type Finding, type Rule, warning } from './finding.ts';
import { meantBy } from './spelling.ts';

/** First parts of references. Source: admin guide, "connect-attrib-list", and console exports. */
const SPACES = [
  'AdditionalEmailRecipients',
  'Agent',
  'AgenticCX',
  'AnsweringMachineDetectionStatus',
  'Attributes',
  'AwsRegion',
  'CallbackNumber',
  'Capabilities',
  'Campaign',
  'Case',
  'Channel',
  'ContactId',
  'Customer',
  'CustomerCallbackNumber',
  'CustomerEndpoint',
  'CustomerId',
  'DataTableList',
  'DataTables',
  'Description',
  'Email',
  'External',
  'FlowAttributes',
  'InitialContactId',
  'InitiationMethod',
  'InstanceARN',
  'InstanceId',
  'LambdaInvocation',
  'LanguageCode',
  'Lex',
  'Loop',
  'Media',
  'MediaStreams',
  'Metrics',
  'Modules',
  'Name',
  'PreviousContactId',
  'Queue',
  'References',
  'RelatedContactId',
  'Segment',
  'SegmentAttributes',
  'StoredCustomerInput',
  'SystemEndpoint',
  'Tags',
  'TaskContactId',
  'Task',
  'TextToSpeechVoiceId',
  'Views',
  'Wisdom',
] as const;

const isSpace = (space: string): boolean => (SPACES as readonly string[]).includes(space);

/** Report an error for a misspelling, and a warning for a name that a newer Connect may support. */
function judge(block: string, space: string): Finding {
  const meant = meantBy(space, SPACES);
  return meant === undefined
    ? warning('bad-reference', block, `$.${space} is not known contact data`)
    : error('bad-reference', block, `$.${space} is not contact data; did you mean $.${meant}?`);
}

const badReferences: Rule = ({ flow }) =>
  flow.Actions.flatMap((action) => {
    const spaces = new Set(referencesOf(action).map(([space = '']) => space));
    return [...spaces].filter((space) => !isSpace(space)).map((space) => judge(action.Identifier, space));
  });

/** Rules about the first parts of references. */
export const referenceRules: readonly Rule[] = [badReferences];

import {
  DescribeActiveReceiptRuleSetCommand,
  SESClient,
  SetActiveReceiptRuleSetCommand,
} from '@aws-sdk/client-ses';
import { answering } from './custom-resource.ts';
import { activateReceiptRules, deactivateReceiptRules, type ReceiptRules } from './receipt-rules.ts';

const ses = new SESClient({});

const rules: ReceiptRules = {
  active: async () => (await ses.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name,
  activate: async (name) => {
    await ses.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: name }));
  },
};

export const handler = answering(async ({ RequestType, ResourceProperties }) => {
  const ruleSet = String(ResourceProperties.RuleSetName);
  const takeOver = ResourceProperties.TakeOver === 'true';
  if (RequestType === 'Delete') await deactivateReceiptRules(rules, { ruleSet });
  else await activateReceiptRules(rules, { ruleSet, takeOver });
});

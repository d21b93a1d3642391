import { describe } from 'vitest';
import { connectTelephone } from '#shared/adapters/aws/connect-telephone.ts';
import { phoneExchange } from '#shared/adapters/embedded/phone-exchange.ts';
import { connectDouble } from './connect-double.ts';
import { telephoneContract } from './telephone.suite.ts';

const flows = { 'outbound/evaluation-call': 'flow-1', 'outbound/task': 'flow-2' };

describe('Amazon Connect', () =>
  telephoneContract(() =>
    connectTelephone(connectDouble(), {
      ...{ instanceId: 'instance-1', queueId: 'queue-1', flows, campaign: false, now: () => 0 },
    }),
  ));

describe('the exchange of one computer', () =>
  telephoneContract(() => {
    const exchange = phoneExchange(() => 0);
    exchange.onDial({ ring: () => {}, end: () => {} });
    return exchange;
  }));

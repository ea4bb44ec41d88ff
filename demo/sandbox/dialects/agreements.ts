import type { SandboxDialect } from './dialect.js';
import { inList, without } from './rewriting.js';

/** Other ways in which agreements are named. */
export const agreementDialects = {
  'renamed-agreements': {
    title: 'tokens of Klarna and subscriptions of Nexi named by other fields',
    answers: {
      listKlarnaTokens: inList('recurringTokens', (item) => ({
        ...without(item, 'recurrenceToken'),
        tokenId: item['recurrenceToken'],
      })),
      listNexiSubscriptions: inList('subscriptions', (item) => ({
        ...without(item, 'subscriptionId'),
        id: item['subscriptionId'],
      })),
    },
    requests: {
      removeKlarnaToken: (body) => ({ ...body, recurrenceToken: body['tokenId'] }),
      removeNexiSubscription: (body) => ({ ...body, subscriptionId: body['id'] }),
    },
  },
} as const satisfies Record<string, SandboxDialect>;

import { never } from '../api/http.js';
import type { ConnectApi } from '../api/connect/dialect.js';
import type { Operation } from '../flow/operations.js';
import type { FlowServer } from '../flow/seam.js';
import type { Subject } from '../flow/transaction.js';

/**
 * What a flow asks, asked of the API of an element.
 *
 * @param companyCodeOf Whose invoice it is, where that is known.
 */
export function flowServer(
  api: () => ConnectApi,
  operationOf: (subject: Subject) => Operation,
  companyCodeOf: () => string | undefined,
): FlowServer {
  return {
    look: async (subject, { signal, onWait, ...tries }) => {
      const asking = { signal, isFresh: true, ...tries, ...(onWait && { onWait }) };
      const about = { companyCode: companyCodeOf(), ...subject };
      return operationOf(subject).look(api(), about, asking);
    },
    // Aborting a POST would leave its fate unknown: one that comes too late is ignored instead.
    create: async (request) => operationOf(request).create(api(), request, { signal: never }),
  };
}

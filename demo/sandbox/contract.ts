import { readFile } from 'node:fs/promises';
import { OpenAPIBackend, type Document, type Request } from 'openapi-backend';
import { parse } from 'yaml';

/** A request in the shape that the contract is checked against. */
export interface ContractRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

export interface Contract {
  /** @returns undefined when the contract has no such operation. */
  operationId(request: ContractRequest): string | undefined;
  /** The fields of the path. */
  pathFields(request: ContractRequest): unknown;
  /** What is wrong with the request, or undefined. */
  problem(request: ContractRequest): string | undefined;
}

/** The file as YAML; what it holds is checked by the library that is given it. */
const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && 'openapi' in value && 'paths' in value;

/**
 * @param name Folder below `src/api` that has the contract.
 * @param operations What the sandbox can do; the contract must not ask for more.
 */
export async function loadContract(
  name: string,
  apiRoot: string,
  operations: { has(operationId: string): boolean },
): Promise<Contract> {
  const contractFile = new URL(`../../src/api/${name}/openapi.yaml`, import.meta.url);
  const definition: unknown = parse(await readFile(contractFile, 'utf8'));
  if (!isDocument(definition)) throw new Error(`${contractFile.href} is not an OpenAPI document`);
  // Quick, since the library's check of the document itself knows OpenAPI 3.0 only.
  const backend = new OpenAPIBackend({ definition, apiRoot, quick: true });
  await backend.init();
  for (const { operationId = '' } of backend.getOperations()) {
    if (!operations.has(operationId)) throw new Error(`${operationId} is not in the sandbox`);
  }
  // Each call gets its own copy, since a check may coerce values in place.
  const copy = (request: ContractRequest): Request => structuredClone(request);
  return {
    operationId: (request) => backend.matchOperation(copy(request))?.operationId,
    pathFields: (request) => {
      const one = copy(request);
      const parsed: { params: unknown } = backend.router.parseRequest(
        one,
        backend.matchOperation(one),
      );
      return parsed.params;
    },
    problem: (request) => {
      const { errors } = backend.validateRequest(copy(request));
      return errors
        ?.map((error) => `${error.instancePath} ${error.message ?? ''}`.trim())
        .join('; ');
    },
  };
}

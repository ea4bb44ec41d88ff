import { createServer } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';

/** A request or an answer that the contract does not allow. */
export interface Violation {
  method: string;
  path: string;
  what: string;
}

export interface ValidatingProxy {
  /** To be used as `api-url`. */
  readonly url: string;
  readonly violations: readonly Violation[];
  /** How many calls passed both ways. */
  readonly passed: readonly string[];
  close(): Promise<void>;
}

/**
 * Stands between our client and the sandbox, and holds both to `openapi.yaml` with a validator that
 * neither of them uses.
 *
 * @param name Folder below `src/api` that has the contract.
 * @param base Path that the addresses of the contract's servers end in, as the sandbox's does.
 */
export async function startValidatingProxy(
  target: string,
  name = 'connect',
  base = '/capi',
): Promise<ValidatingProxy> {
  const violations: Violation[] = [];
  const passed: string[] = [];
  const app = express();
  app.options(/.*/, (request, response) => void forward(request, response, target, base));
  app.use(express.json());
  app.use(
    OpenApiValidator.middleware({
      apiSpec: `src/api/${name}/openapi.yaml`,
      validateApiSpec: true,
      validateRequests: { allowUnknownQueryParameters: false },
      validateResponses: {
        onError: (error, _body, request) =>
          violations.push({ method: request.method, path: request.path, what: error.message }),
      },
      validateSecurity: false,
    }),
  );
  app.use(async (request: Request, response: Response) => {
    await forward(request, response, target, base);
    passed.push(`${request.method} ${withoutBase(request.path, base)}`);
  });
  app.use((error: Error, request: Request, response: Response, next: NextFunction) => {
    violations.push({ method: request.method, path: request.path, what: error.message });
    // Express knows a handler of errors by its four parameters.
    if (response.headersSent) next(error);
    else response.status(500).json({ exceptionType: 'Violation', errorMessage: error.message });
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: `http://localhost:${port}${base}`,
    violations,
    passed,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function withoutBase(path: string, base: string): string {
  return path.startsWith(base) ? path.slice(base.length) : path;
}

async function forward(
  request: Request,
  response: Response,
  target: string,
  base: string,
): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !['host', 'content-length', 'connection'].includes(name)) {
      headers.set(name, value);
    }
  }
  const hasBody = !['GET', 'OPTIONS'].includes(request.method);
  const answer = await fetch(target + withoutBase(request.url, base), {
    method: request.method,
    headers,
    body: hasBody ? JSON.stringify(request.body) : null,
  });
  for (const [name, value] of answer.headers) {
    if (!['content-length', 'transfer-encoding', 'content-encoding', 'connection'].includes(name)) {
      response.setHeader(name, value);
    }
  }
  response.status(answer.status);
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  // The validator sees what goes through `json()`; an empty or an HTML body goes as it is.
  if (isJson && text) response.json(JSON.parse(text));
  else response.send(text);
}

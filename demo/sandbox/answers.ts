import { XMLBuilder } from 'fast-xml-parser';

/** What the API says, before it is written as JSON or XML. */
export interface Answer {
  readonly status: 200 | 400 | 401 | 404;
  readonly body: object;
}

export const refused = (errorMessage: string): Answer => ({
  status: 400,
  body: { exceptionType: 'ValidationException', errorMessage },
});

export const notFound: Answer = {
  status: 404,
  body: { exceptionType: 'NotFoundException', errorMessage: 'There is no such operation' },
};

export const unauthorized: Answer = {
  status: 401,
  body: {
    error: 'invalid_token',
    error_description: 'The access token is missing, expired or not for this API',
  },
};

export const isJsonWanted = (accept: string | undefined) =>
  accept?.includes('application/json') ?? false;

export function toXml(body: unknown): string {
  const declaration = { '@_version': '1.0', '@_encoding': 'UTF-8' };
  const builder = new XMLBuilder({ ignoreAttributes: false });
  return builder.build({ '?xml': declaration, response: body });
}

export interface Answer {
  readonly status: 200 | 400 | 401 | 403 | 404 | 500 | 502 | 504;
  readonly body: object;
  /** JSON, or a problem where it is refused, when absent. */
  readonly type?: string;
}

/** RFC 7807; `type` is the only field that programs go by. */
export function problem(
  status: Exclude<Answer['status'], 200>,
  type: string,
  detail: string,
  problems: readonly object[] = [],
): Answer {
  return {
    status,
    body: {
      type: `https://api.payex.com/psp/errordetail/${type}`,
      title: type.replace(/.*\//, '').replaceAll('_', ' '),
      ...{ detail, status, problems, instance: `urn:problem:${type}`, action: 'RetryNewData' },
    },
  };
}

export const inputError = (name: string, description: string): Answer =>
  problem(400, 'inputerror', 'The request is not as it should be', [{ name, description }]);

/** ASSUMED: what is answered to an operation that is no longer listed. */
export const forbidden = problem(403, 'vipps/forbidden', 'This cannot be done in this state');
export const notFound = problem(404, 'notfound', 'There is no such payment or operation');
export const unauthorized = problem(401, 'unauthorized', 'The key is missing or wrong');

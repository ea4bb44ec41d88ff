import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConnectError } from '../api/errors.js';
import { refusalOf } from './vipps-moments.js';

describe('what is said of a problem of a Vipps payment', () => {
  const problem = (type: string) => ({
    type: `https://api.payex.com/psp/errordetail/vipps/${type}`,
    title: 'x',
    status: 400,
  });
  const notFound = ['vipps-payment.not-found', 'shared.error.bad-request'];
  const declined = ['vipps-payment.refused', 'shared.error.declined'];
  const refused = ['vipps-payment.refused', 'shared.error.bad-request'];
  const failed = ['vipps-payment.refused', 'shared.error.server'];
  const doubt = ['vipps-payment.in-doubt.title', 'vipps-payment.in-doubt.body'];
  for (const [type, code, status, words] of [
    ['inputerror', 'bad-request', 400, refused],
    ['configurationerror', 'bad-request', 403, refused],
    ['forbidden', 'bad-request', 403, refused],
    ['notfound', 'bad-request', 404, notFound],
    ['systemerror', 'server', 500, failed],
    ['systemerror', 'in-doubt', 500, doubt],
    ['vipps_error', 'bad-request', 403, declined],
    ['vipps_declined', 'bad-request', 400, declined],
    ['acquirer_error', 'bad-request', 403, declined],
    ['acquirer_gateway_error', 'in-doubt', 502, doubt],
    ['acquirer_gateway_timeout', 'in-doubt', 504, doubt],
    ['constructor', 'bad-request', 400, refused],
    ['no_vipps_error', 'bad-request', 400, refused],
  ] as const) {
    it(`is calm: ${type} (${status}, ${code})`, () => {
      const body = problem(type);
      const failure = new ConnectError(code, `HTTP ${status}`, status, undefined, body);
      assert.deepEqual(refusalOf(failure), words);
    });
  }

  for (const body of [undefined, null, [], 'x', {}, { type: 5 }, { type: '' }, { type: 'a/' }]) {
    it(`is that the service has a problem when the body is ${JSON.stringify(body)}`, () => {
      const error = new ConnectError('server', 'HTTP 500', 500, undefined, body);
      assert.deepEqual(refusalOf(error), failed);
    });
  }
});

import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { ConnectError } from '../../src/api/errors.js';
import { errorText, texts } from '../../src/i18n/en.js';
import { vippsPayment } from '../../src/i18n/vipps-payment.js';

/** What the element tells a reader of an error. */
function saidOf(error: ConnectError): unknown {
  const element = document.createElement('connect-vipps-payment');
  const sentence: unknown = Reflect.get(element, 'sentence');
  if (typeof sentence !== 'function') throw new Error('it says nothing');
  return Reflect.apply(sentence, element, [error]);
}

describe('what is said of a problem of a Vipps payment', () => {
  const problem = (type: string) => ({
    type: `https://api.payex.com/psp/errordetail/vipps/${type}`,
    title: 'x',
    status: 400,
  });
  const notFound = vippsPayment.notFound;
  const declined = errorText('declined');
  const refused = errorText('bad-request');
  const doubt = texts.outcomes['in-doubt'][0];
  for (const [type, code, status, words] of [
    ['inputerror', 'bad-request', 400, refused],
    ['configurationerror', 'bad-request', 403, refused],
    ['forbidden', 'bad-request', 403, refused],
    ['notfound', 'bad-request', 404, notFound],
    ['systemerror', 'server', 500, errorText('server')],
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
      expect(saidOf(failure)).to.equal(words);
    });
  }

  for (const body of [undefined, null, [], 'x', {}, { type: 5 }, { type: '' }, { type: 'a/' }]) {
    it(`is that there was no answer when the body is ${JSON.stringify(body)}`, () => {
      const error = new ConnectError('server', 'HTTP 500', 500, undefined, body);
      expect(saidOf(error)).to.equal(texts.noAnswer);
    });
  }
});

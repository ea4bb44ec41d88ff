import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { world } from '../../platform/world.js';
import { text } from '../decode.js';
import { never } from '../http.js';
import { assumedDialect } from './assumed.js';
import type { Dialect } from './dialect.js';
import { findTicket } from './payex.js';

let apis = 0;

/** The card of the product `DN` among these tokens. */
function ticketAmong(tokens: readonly unknown[], dialect: Partial<Dialect> = {}): Promise<string> {
  const body = JSON.stringify({ paymentRecurrenceTokens: tokens });
  const fetch = () => Promise.resolve(new Response(body));
  const access = { id: `payex ${++apis}` };
  const api = { url: 'https://api.example', access, world: { ...world, fetch }, dialect };
  return findTicket(api, 'DN', { signal: never });
}

const other = { recurrenceToken: 'other', productCode: 'XX' };
const own = { recurrenceToken: 'own', productCode: 'DN' };
const unnamed = { recurrenceToken: 'unnamed' };

describe('the card that a new one replaces', () => {
  it('is that of the product, and none that only may be', async () => {
    assert.equal(await ticketAmong([other, unnamed, own]), 'own');
    assert.equal(await ticketAmong([other, unnamed]), '');
    assert.equal(await ticketAmong([other, unnamed], assumedDialect), '');
    assert.equal(await ticketAmong([]), '');
  });

  it('is named as the dialect says', async () => {
    const agreementReference: Dialect['agreementReference'] = (item) => {
      return { field: 'id', value: text(item['id']) };
    };
    const tokens = [
      { id: 'theirs', productCode: 'XX' },
      { id: 'mine', productCode: 'DN' },
    ];
    assert.equal(await ticketAmong(tokens, { agreementReference }), 'mine');
  });

  it('is about what the dialect says, and about what it names where the dialect cannot tell', async () => {
    const isAgreementAbout: Dialect['isAgreementAbout'] = ({ reference }) =>
      reference === 'unnamed' ? true : undefined;
    assert.equal(await ticketAmong([other, unnamed, own], { isAgreementAbout }), 'unnamed');
    assert.equal(await ticketAmong([other, own], { isAgreementAbout }), 'own');
    const none = { isAgreementAbout: () => false };
    assert.equal(await ticketAmong([own], none), '');
  });
});

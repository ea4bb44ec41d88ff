// In every engine: each has its own Intl, and data of its own age.
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { date, decimals, money } from './format.js';

/** Intl writes some spaces as narrow or unbreakable ones. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace('−', '-');

describe('an amount of money', () => {
  for (const [amount, currency, language, written] of [
    // Engines differ in the age of their locale data, which has changed its mind about where `kr` stands.
    [295, 'NOK', 'nb', /^(295,00 kr|kr 295,00)$/],
    [1234.5, 'SEK', 'sv', /^1 234,50 kr$/],
    [1234.5, 'DKK', 'da', /^1\.234,50 kr\.$/],
    [0.1, 'NOK', 'en', /^NOK 0\.10$/],
    [-5, 'EUR', 'en', /^-€5\.00$/],
  ] as const) {
    it(`is written as in ${language}: ${amount} ${currency}`, () => {
      expect(plain(money(amount, currency, language))).to.match(written);
    });
  }

  for (const currency of ['', 'crowns', 'N0K']) {
    it(`is a bare number after what is no currency: "${currency}"`, () => {
      expect(money(295, currency, 'en')).to.equal(`${currency} 295`);
    });
  }

  for (const [currency, digits, shown] of [
    ['NOK', 2, 'NOK 15.00'],
    ['JPY', 0, '¥1,500'],
    ['KWD', 3, 'KWD 1.500'],
    ['?', 2, '? 15'],
  ] as const) {
    it(`is shown with the ${digits} decimals of ${currency}`, () => {
      expect(decimals(currency)).to.equal(digits);
      const text = money(1500 / 10 ** digits, currency, 'en').replace('\u00a0', ' ');
      expect(text).to.equal(shown);
    });
  }
});

describe('Nynorsk, for which not every browser has data', () => {
  it('is written as Norwegian', () => {
    const day = new Date('2026-12-24T12:00Z');
    for (const tag of ['nn', 'nn-NO', 'nb']) {
      // Data of one age have `kr` before the amount in Bokmål and behind it in Nynorsk.
      expect(plain(money(1234.5, 'NOK', tag))).to.match(/^(1 234,50 kr|kr 1 234,50)$/);
      expect(date(day, tag)).to.equal('24. des. 2026');
    }
  });
});

describe('a day', () => {
  const when = new Date('2024-01-31T12:05:00Z');

  it('is written as in the language', () => {
    expect(date(when, 'en')).to.equal('Jan 31, 2024');
    expect(date(when, 'da')).to.equal('31. jan. 2024');
  });

  it('has the time of day when that is asked for', () => {
    expect(plain(date(when, 'en', true))).to.equal('Jan 31, 2024, 1:05 PM');
  });

  it("is that of the vendors' countries, wherever the reader is and whatever the season", () => {
    expect(date(new Date('2023-12-31T23:30:00Z'), 'en')).to.equal('Jan 1, 2024');
    expect(date(new Date('2024-06-30T22:30:00Z'), 'en')).to.equal('Jul 1, 2024');
  });
});

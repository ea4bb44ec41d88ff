import type { ConnectProps } from '../../src/frameworks/tags.js';

/** What the types for frameworks accept and refuse; the compiler is the test. */
type PayInvoice = ConnectProps<'connect-pay-invoice'>;
type ChangeMethod = ConnectProps<'connect-change-method'>;
type Config = ConnectProps<'connect-config'>;

export const accepted: readonly (PayInvoice | ChangeMethod | Config)[] = [
  { 'invoice-number': '7435367', 'product-code': 'CO27409', 'company-code': '68979834' },
  { invoiceNumber: 7435367, productCode: 27409, companyCode: 68979834, amount: 295.5 },
  { amount: null, currency: undefined, value: false },
  { methods: 'nexi swishPayex' },
  { methods: ['nexi', 'swishPayex'] satisfies readonly string[] },
  { remember: true, required: false, disabled: 'false', name: 'method', debug: true },
  { 'replace-card': false, replaceCard: null },
  { tokenProvider: () => 'token' },
  { tokenProvider: null },
  { 'result-param': ['status', 'result'], returnOrigins: ['https://site.example'] },
];

type All = PayInvoice & ChangeMethod & Config;

/** Whether a property or an attribute refuses a type, each member of it. */
type Refuses<Name extends keyof All, Value> =
  Extract<Value, All[Name]> extends never ? true : false;

/** What cannot be used is no property at all. */
type IsAbsent<Name extends string> = Name extends keyof All ? false : true;

export const refused: readonly [
  text: Refuses<'productCode', object | true | string[] | (() => string)>,
  attribute: Refuses<'invoice-number', object | true | string[]>,
  value: Refuses<'value', object | string[]>,
  // A token is not what gives one, nor the promise of one.
  token: Refuses<'token', Promise<string> | (() => string)>,
  list: Refuses<'methods', true | object[] | { paymentMethod: string }>,
  // An empty text would be off, where a bare attribute is on.
  flag: Refuses<'remember', '' | 'yes' | object>,
  disabled: Refuses<'disabled', 'disabled' | object>,
  provider: Refuses<'tokenProvider', 'token' | true | object>,
  // Methods of an element are called, not set; what is only read is neither; a function is no attribute.
  call: IsAbsent<'pay' | 'change' | 'reload'>,
  function: IsAbsent<'token-provider'>,
  internals: IsAbsent<'operation' | 'news'>,
  unknown: IsAbsent<'invoice'>,
] = [true, true, true, true, true, true, true, true, true, true, true, true];

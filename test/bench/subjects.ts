import { bundleAside, bundleFloor } from './build.js';

/** Something that is measured: a file for a script tag, and the element in which the first option is looked for. */
export interface Subject {
  readonly name: string;
  /** Of the bundled file. */
  readonly path: string;
  readonly tag: string;
  /** A selector of the first option, inside of the element. */
  readonly option: string;
  /** Whether the page begins to read with its HTML: it asks with cookies then. */
  readonly isEarly?: boolean;
}

const option = '[part~=item] [part~=label]';
const ours = (file: string, tag = `connect-${file}`): Subject => ({
  name: `${file}.js`,
  path: `dist/cdn/${file}.js`,
  tag,
  option,
});

/** Every file that shows options by what the Connect API says, or before it says anything. */
export const files: readonly Subject[] = [
  ...['payment-methods', 'pay-invoice', 'change-method', 'invoices', 'agreements'].map((file) =>
    ours(file),
  ),
  ours('connect-elements', 'connect-payment-methods'),
];

/** With the starter in the head. */
export const withStarter: Subject = {
  ...ours('payment-methods'),
  name: 'payment-methods.js, with the starter',
  isEarly: true,
};

/** Bundled as the published files are. */
export async function floorSubjects(): Promise<readonly Subject[]> {
  const tag = 'connect-payment-methods';
  return [
    { name: 'hand-written', path: await bundleFloor('hand-written'), tag, option },
    { name: 'lit', path: await bundleFloor('lit'), tag, option },
  ];
}

/** The same job as `connect-invoices` does, with Lit alone. */
export async function invoiceFloor(): Promise<Subject> {
  const path = await bundleAside('floor-lit-invoices', 'test/bench/floors/lit-invoices.ts');
  return { name: 'lit invoices', path, tag: 'connect-invoices', option };
}

/** The same job as `connect-pay-invoice` does before anything is pressed, with Lit alone. */
export async function paymentFloor(): Promise<Subject> {
  const path = await bundleAside('floor-lit-payment', 'test/bench/floors/lit-payment.ts');
  return { name: 'lit payment', path, tag: 'connect-pay-invoice', option };
}

/** An app, and what differs from the others' apps. */
export interface Framework {
  readonly name: string;
  /** In `app/`. */
  readonly folder: string;
  /** What it is proven with: titles and package names. */
  readonly packages: Readonly<Record<string, string>>;
  /** What `npm run check` runs. */
  readonly checker: string;
  /** The file of the component. */
  readonly source: string;
  readonly mistakes: readonly Mistake[];
  /** How often the app says that an effect of it runs: twice in React's strict mode. Others say nothing. */
  readonly effects?: number;
  /** Whether the handbook has an example of a look of one's own for it. */
  readonly hasOwnLook?: true;
}

/** A change of the source that the type checker has to refuse. */
export interface Mistake {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** What it says then. */
  readonly message: RegExp;
}

const vite = { Vite: 'vite', TypeScript: 'typescript' };

/** @param from Where the template sets the `invoice-number`, and to what it sets it. */
function wrongValue(from: string, value: string): Mistake {
  const to = from.replace(value, '{}');
  return {
    what: 'a wrong value',
    from,
    to,
    message: /Type '\{\}' is not assignable to type/,
  };
}

/** @param from Where the template sets the `amount`. */
function wrongName(from: string): Mistake {
  return { what: 'a wrong name', from, to: from.replace('amount', 'amont'), message: /amont/ };
}

/** @param from Where the template listens with `tell`. */
function wrongListener(from: string): Mistake {
  const to = from.replace('tell', 'onConfirmed');
  return { what: 'a listener of another event', from, to, message: /SubmitDetail/ };
}

/** What React and its like share. */
const jsx = {
  checker: 'tsc',
  source: 'src/App.tsx',
  mistakes: [
    wrongValue('invoice-number={invoiceNumber}', 'invoiceNumber'),
    wrongName('amount={'),
    wrongListener('onconnect-submit={tell}'),
  ],
};

export const frameworks: readonly Framework[] = [
  {
    name: 'React',
    folder: 'react',
    packages: { React: 'react', ...vite },
    ...jsx,
    effects: 2,
    hasOwnLook: true,
  },
  { name: 'Preact', folder: 'preact', packages: { Preact: 'preact', ...vite }, ...jsx },
  {
    name: 'Solid',
    folder: 'solid',
    packages: { Solid: 'solid-js', ...vite },
    ...jsx,
    mistakes: [
      wrongValue('attr:invoice-number={invoiceNumber()}', 'invoiceNumber()'),
      wrongName('prop:amount={'),
      wrongListener('on:connect-submit={tell}'),
    ],
  },
  {
    name: 'Vue',
    folder: 'vue',
    packages: { Vue: 'vue', ...vite },
    checker: 'vue-tsc',
    source: 'src/Payment.vue',
    mistakes: [
      wrongValue(':invoice-number="invoiceNumber"', 'invoiceNumber'),
      wrongName(':amount="'),
      wrongListener('@connect-submit="tell"'),
    ],
  },
  {
    name: 'Svelte',
    folder: 'svelte',
    packages: { Svelte: 'svelte', ...vite },
    checker: 'svelte-check',
    source: 'src/App.svelte',
    mistakes: [
      wrongValue('invoice-number={invoiceNumber}', 'invoiceNumber'),
      wrongName('amount={'),
      wrongListener('onconnect-submit={tell}'),
    ],
  },
  {
    name: 'Angular',
    folder: 'angular',
    packages: {
      Angular: '@angular/core',
      '@angular/build': '@angular/build',
      TypeScript: 'typescript',
    },
    checker: 'ngc',
    source: 'src/app.ts',
    // Of tags that it does not know as components it checks the events alone.
    mistakes: [wrongListener('(connect-submit)="tell($event)"')],
  },
];

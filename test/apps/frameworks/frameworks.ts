/** An app, and what differs from the others' apps. */
export interface Framework {
  readonly name: string;
  /** In `app/`. */
  readonly folder: string;
  readonly inCi?: boolean;
  /** What it is proven with: titles and package names. */
  readonly packages: Readonly<Record<string, string>>;
  /** What `npm run check` runs. */
  readonly checker: string;
  /** The file of the component. */
  readonly source: string;
  readonly mistakes: readonly Mistake[];
  /** How often the app says that an effect of it runs: twice in React's strict mode. Others say nothing. */
  readonly effects?: number;
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

/** A listener of another event's, where a template or JSX has `tell`. */
function wrongEvent(from: string, message = /SubmitDetail/): Mistake {
  return { what: 'a wrong event', from, to: from.replace('tell', 'onConfirmed'), message };
}

export const frameworks: readonly Framework[] = [
  {
    name: 'React',
    folder: 'react',
    inCi: true,
    packages: { React: 'react', ...vite },
    checker: 'tsc',
    source: 'src/App.tsx',
    mistakes: [
      {
        what: 'a wrong attribute',
        from: 'invoice-number={invoiceNumber}',
        to: 'invoice-number={7435367}',
        message: /Type 'number' is not assignable to type 'string/,
      },
      wrongEvent('onconnect-submit={tell}'),
    ],
    effects: 2,
  },
  {
    name: 'Preact',
    folder: 'preact',
    packages: { Preact: 'preact', ...vite },
    checker: 'tsc',
    source: 'src/App.tsx',
    mistakes: [
      {
        what: 'a wrong attribute',
        from: 'invoice-number={invoiceNumber}',
        to: 'invoice-number={7435367}',
        message: /Type 'number' is not assignable to type 'string/,
      },
      wrongEvent('onconnect-submit={tell}'),
    ],
  },
  {
    name: 'Solid',
    folder: 'solid',
    packages: { Solid: 'solid-js', ...vite },
    checker: 'tsc',
    source: 'src/App.tsx',
    mistakes: [
      {
        what: 'a wrong attribute',
        from: 'invoice-number={invoiceNumber()}',
        to: 'invoice-number={7435367}',
        message: /Type 'number' is not assignable to type 'string/,
      },
      wrongEvent('on:connect-submit={tell}'),
    ],
  },
  {
    name: 'Vue',
    folder: 'vue',
    packages: { Vue: 'vue', ...vite },
    checker: 'vue-tsc',
    source: 'src/Payment.vue',
    mistakes: [
      {
        what: 'a wrong attribute',
        from: ':invoice-number="invoiceNumber"',
        to: ':invoice-number="7435367"',
        message: /Type 'number' is not assignable to type 'string/,
      },
      wrongEvent('@connect-submit="tell"'),
    ],
  },
  {
    name: 'Svelte',
    folder: 'svelte',
    packages: { Svelte: 'svelte', ...vite },
    checker: 'svelte-check',
    source: 'src/App.svelte',
    mistakes: [
      {
        what: 'a wrong attribute',
        from: 'invoice-number={invoiceNumber}',
        to: 'invoice-number={7435367}',
        message: /Type 'number' is not assignable to type 'string/,
      },
      wrongEvent('onconnect-submit={tell}'),
    ],
  },
  {
    name: 'Angular',
    folder: 'angular',
    packages: {
      Angular: '@angular/core',
      'its builder': '@angular/build',
      TypeScript: 'typescript',
    },
    checker: 'ngc',
    source: 'src/app.ts',
    mistakes: [wrongEvent('(connect-submit)="tell($event)"')],
  },
];

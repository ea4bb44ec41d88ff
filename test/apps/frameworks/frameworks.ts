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
  /** Where in its output folder the builder puts the files. */
  readonly output?: string;
  /** How often effects run at the first mount; once when absent. */
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

export const frameworks: readonly Framework[] = [
  {
    name: 'React',
    folder: 'react',
    inCi: true,
    packages: { React: 'react', Vite: 'vite', TypeScript: 'typescript' },
    checker: 'tsc',
    source: 'src/App.tsx',
    mistakes: [
      {
        what: 'a wrong attribute',
        from: 'invoice-number={invoiceNumber}',
        to: 'invoice-number={7435367}',
        message: /Type 'number' is not assignable to type 'string/,
      },
      {
        what: 'a wrong event',
        from: 'onconnect-submit={tell}',
        to: 'onconnect-submit={onConfirmed}',
        message: /'SubmitDetail' is missing the following properties from type 'ConfirmedDetail'/,
      },
    ],
    effects: 2,
  },
];

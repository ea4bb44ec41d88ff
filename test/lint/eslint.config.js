import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** From the top down: none imports from one above it. */
const storeys = [
  ...['define', 'elements', 'controllers', 'views', 'redirect', 'vipps-payment', 'host'],
  ...['flow', 'api'],
];

/** Who may not import whom: imports run downwards only, and the three at the bottom stand alone. */
const forbidden = {
  ...Object.fromEntries(storeys.map((storey, level) => [storey, storeys.slice(0, level)])),
  // Templates of what is given to them.
  views: ['define', 'elements', 'controllers', 'redirect', 'vipps-payment', 'host'],
  // Without a page.
  flow: [...storeys.slice(0, storeys.indexOf('flow')), 'ui', 'i18n', 'platform'],
  api: [...storeys.slice(0, storeys.indexOf('api')), 'ui', 'i18n'],
  ui: [...storeys, 'i18n'],
  i18n: [...storeys.filter((storey) => storey !== 'api'), 'ui'],
  platform: [...storeys, 'ui', 'i18n'],
};

/** What reaches a page is given to an operation: it runs in workers and in Node too. */
const pageOnly = {
  regex: '/platform/(?!world\\.js$)',
  message:
    'api/ must not import from platform/, but for world.js: what it needs comes with the Api.',
};

/** What makes the package is no part of it: the files for a script tag are the same code as the entries. */
const buildOnly = {
  regex: '/(package|cdn)/',
  message: 'Nothing that ships imports from what builds it.',
};

const ownBuild = {
  files: ['src/**/*.ts'],
  ignores: ['src/package/**'],
  rules: { 'no-restricted-imports': ['error', { patterns: [buildOnly] }] },
};

/** The first of these costs a page up to 60 ms in Chromium: who may never need it does not pay for it. */
const nothingAtStart = {
  files: ['src/**/*.ts'],
  ignores: ['src/**/*.test.ts', 'src/package/**'],
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.object.name='Intl']:not(:function NewExpression)",
        message: 'Make it when it is needed first: a page may never need it.',
      },
      {
        selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
        message: 'Older Safari cannot read a file with a look-behind in it.',
      },
    ],
  },
};

const downwardsOnly = Object.entries(forbidden).map(([layer, above]) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          buildOnly,
          ...(layer === 'api' ? [pageOnly] : []),
          ...above.map((folder) => ({
            regex: `/${folder}/`,
            message: `${layer}/ must not import from ${folder}/: imports run downwards only.`,
          })),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    // What the bench has built beside is not ours to mend.
    ignores: [
      '.cache/',
      'dist/',
      'demo/www/',
      'node_modules/',
      'src/api/*/schema.ts',
      'test/apps/*/app/',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  lit['flat/recommended'],
  wc['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        project: './tsconfig.json',
        tsconfigRootDir: `${import.meta.dirname}/../..`,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/ban-ts-comment': ['error', { minimumDescriptionLength: 1000 }],
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines-per-function': ['error', { max: 40, skipComments: true, skipBlankLines: true }],
      'max-lines': ['error', { max: 300 }],
      // Superclasses call the callbacks; the rule does not see through our base classes.
      'wc/guard-super-call': 'off',
    },
  },
  ownBuild,
  nothingAtStart,
  ...downwardsOnly,
  {
    // A method that is taken off a panel or a controller would run without it, in the middle of a payment.
    files: ['src/{host,redirect,vipps-payment,controllers,elements,views,ui}/**/*.ts'],
    ignores: ['src/**/*.test.ts'],
    rules: { '@typescript-eslint/unbound-method': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/**', 'src/**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['fetch', 'location', 'history', 'sessionStorage', 'localStorage', 'setTimeout'].map(
          (name) => ({
            name,
            message: 'Reach it through the seam, src/platform/platform.ts.',
          }),
        ),
      ],
    },
  },
  {
    // A suite is one function however many tests it holds.
    files: ['test/**/*.ts', 'src/**/*.test.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    // They add to the types of frameworks, none of which is installed here.
    files: ['src/frameworks/*.d.ts'],
    rules: {
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
);

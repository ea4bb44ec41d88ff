/** A framework that renders pages on a server of its own, and what differs from the others' apps. */
export interface MetaFramework {
  readonly name: string;
  /** In `app/`. */
  readonly folder: string;
  /** What it is proven with: titles and package names. */
  readonly packages: Readonly<Record<string, string>>;
  /** What `npm run check` runs. */
  readonly checker: string;
  /** The page of the handbook that has the app's files to copy. */
  readonly page: string;
  /** The file that listens. */
  readonly source: string;
  /** Whether it makes everything anew where the page is not what the server has written. */
  readonly makesAnew?: true;
  /** Starts the server that it has built. */
  readonly start: readonly [string, ...string[]];
  /** Starts the one that checks and warns while one writes. */
  readonly development: readonly [string, ...string[]];
}

/** Stands for the port in a command. */
export const port = '<port>';
const bin = 'node_modules/.bin';

export const frameworks: readonly MetaFramework[] = [
  {
    name: 'Next.js',
    folder: 'next',
    page: 'start-next',
    packages: { 'Next.js': 'next', React: 'react', TypeScript: 'typescript' },
    checker: 'tsc',
    source: 'app/account/payment.tsx',
    makesAnew: true,
    start: [`${bin}/next`, 'start'],
    development: [`${bin}/next`, 'dev', '--port', port],
  },
  {
    name: 'SvelteKit',
    folder: 'sveltekit',
    page: 'start-sveltekit',
    packages: { SvelteKit: '@sveltejs/kit', Svelte: 'svelte', Vite: 'vite' },
    checker: 'svelte-check',
    source: 'src/routes/account/+page.svelte',
    start: ['node', 'build'],
    development: [`${bin}/vite`, 'dev', '--port', port],
  },
  {
    name: 'Nuxt',
    folder: 'nuxt',
    page: 'start-nuxt',
    packages: { Nuxt: 'nuxt', Vue: 'vue', Nitro: 'nitropack' },
    checker: 'vue-tsc',
    source: 'app/pages/account.vue',
    start: ['node', '.output/server/index.mjs'],
    development: [`${bin}/nuxt`, 'dev', '--port', port],
  },
  {
    name: 'React Router',
    folder: 'react-router',
    page: 'start-react-router',
    packages: { 'React Router': 'react-router', React: 'react', Vite: 'vite' },
    checker: 'tsc',
    source: 'app/routes/account.tsx',
    makesAnew: true,
    start: [`${bin}/react-router-serve`, './build/server/index.js'],
    development: [`${bin}/react-router`, 'dev', '--port', port],
  },
  {
    name: 'Angular, server-rendered',
    folder: 'angular',
    page: 'start-angular',
    packages: {
      Angular: '@angular/core',
      '@angular/ssr': '@angular/ssr',
      TypeScript: 'typescript',
    },
    checker: 'ngc',
    source: 'src/app/account.ts',
    start: ['node', 'dist/newspaper/server/server.mjs'],
    development: [`${bin}/ng`, 'serve', '--port', port],
  },
];

/** A framework that renders pages on a server of its own, and what differs from the others' apps. */
export interface MetaFramework {
  readonly name: string;
  /** In `app/`. */
  readonly folder: string;
  /** What it is proven with: titles and package names. */
  readonly packages: Readonly<Record<string, string>>;
  /** What `npm run check` runs. */
  readonly checker: string;
}

export const frameworks: readonly MetaFramework[] = [
  {
    name: 'Next.js',
    folder: 'next',
    packages: { 'Next.js': 'next', React: 'react', TypeScript: 'typescript' },
    checker: 'tsc',
  },
  {
    name: 'SvelteKit',
    folder: 'sveltekit',
    packages: { SvelteKit: '@sveltejs/kit', Svelte: 'svelte', Vite: 'vite' },
    checker: 'svelte-check',
  },
  {
    name: 'Nuxt',
    folder: 'nuxt',
    packages: { Nuxt: 'nuxt', Vue: 'vue', Nitro: 'nitropack' },
    checker: 'vue-tsc',
  },
  {
    name: 'React Router',
    folder: 'react-router',
    packages: { 'React Router': 'react-router', React: 'react', Vite: 'vite' },
    checker: 'tsc',
  },
  {
    name: 'Angular, server-rendered',
    folder: 'angular',
    packages: {
      Angular: '@angular/core',
      '@angular/ssr': '@angular/ssr',
      TypeScript: 'typescript',
    },
    checker: 'ngc',
  },
];

import { federation } from '@module-federation/vite';
import { sharedIn } from './shared.js';

export default ({ mode }) => ({
  root: 'account',
  base: `/${mode}/account/`,
  plugins: [
    federation({
      name: 'account',
      remotes: {
        invoices: { type: 'module', name: 'invoices', entry: `/${mode}/invoices/remoteEntry.js` },
      },
      shared: sharedIn(mode),
      dts: false,
    }),
  ],
  build: { target: 'esnext', outDir: `../${mode}/account`, emptyOutDir: true },
});

import { federation } from '@module-federation/vite';
import { sharedIn } from './shared.js';

export default ({ mode }) => ({
  root: 'invoices',
  base: `/${mode}/invoices/`,
  plugins: [
    federation({
      name: 'invoices',
      filename: 'remoteEntry.js',
      exposes: { './panel': './invoices/panel.js' },
      shared: sharedIn(mode),
      dts: false,
    }),
  ],
  build: {
    target: 'esnext',
    outDir: `../${mode}/invoices`,
    emptyOutDir: true,
    rolldownOptions: { input: 'invoices/panel.js' },
  },
});

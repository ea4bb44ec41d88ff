import { build } from 'vite';
import { installPeers, peersFolder, peerVersion } from './peers.js';
import type { Subject } from './subjects.js';

/** Each has a script in `test/bench/peers`, which does with it what `connect-payment-methods` does, or nearest to it. */
const peers = [
  {
    name: '@awesome.me/webawesome',
    script: 'webawesome',
    what: 'radio group',
    option: '[data-shown]',
  },
  {
    name: '@adyen/adyen-web',
    script: 'adyen',
    what: 'Drop-in',
    option: '.adyen-checkout__payment-method',
  },
  { name: '@justifi/webcomponents', script: 'justifi', what: 'form', option: '[data-shown]' },
] as const;

/** Installed by the bench alone, and bundled as a site would. */
export async function peerSubjects(): Promise<readonly Subject[]> {
  installPeers();
  return Promise.all(
    peers.map(async ({ name, script, what, option }) => {
      const outDir = `${peersFolder}/bundled/${script}`;
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'error',
        root: peersFolder,
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir,
          lib: { entry: `${script}.js`, formats: ['es'], fileName: () => `${script}.js` },
          rolldownOptions: { output: { codeSplitting: false, minify: true } },
        },
      });
      return {
        name: `${name} ${peerVersion(name)}, ${what}`,
        path: `${outDir}/${script}.js`,
        tag: `peer-${script}`,
        option,
      };
    }),
  );
}

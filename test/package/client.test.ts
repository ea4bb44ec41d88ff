import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { build } from 'vite';

/** The entry with all that it reaches, as a site's bundler finds it, and what it was made of. */
async function bundled(): Promise<{ code: string; modules: string[] }> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: 'src/client.ts', formats: ['es'], fileName: 'client' },
      rolldownOptions: { output: { codeSplitting: false, minify: true } },
    },
  });
  const [result] = [made].flat();
  assert.ok(result && 'output' in result);
  const [chunk, ...more] = result.output;
  assert.deepEqual(more, []);
  return { code: chunk.code, modules: chunk.moduleIds };
}

describe('connect-elements/client', () => {
  it('reaches nothing but the operations and the seam without a page', async () => {
    const { modules } = await bundled();
    const ours = modules.map((id) => id.replace(/.*\/src\//, ''));
    const others = ours.filter((id) => !/^(client|api\/.*|platform\/world)\.ts$/.test(id));
    assert.deepEqual(others, []);
    assert.ok(ours.includes('api/connect/payment.ts'));
  });

  it('names nothing that only a page has', async () => {
    const { code } = await bundled();
    for (const name of ['document', 'window', 'customElements', 'location', 'localStorage']) {
      assert.ok(!new RegExp(`\\b${name}\\b`).test(code), name);
    }
  });

  it('says in its types what can be asked, without a type of Lit', async () => {
    const types = await readFile('dist/types/client.d.ts', 'utf8');
    assert.match(types, /createClient\(options\?: ClientOptions\): Client/);
    assert.doesNotMatch(types, /from '(lit|@lit)/);
  });
});

import { relative } from 'node:path';

/** The manifest names what a site may use; members that only our own classes call are left out. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = ({ privacy, name }) => !privacy && !name.startsWith('#') && name !== 'version';
    customElementsManifest.modules.sort((a, b) => a.path.localeCompare(b.path));
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(isPublic);
      }
    }
  },
};

export default {
  globs: [
    'src/elements/*.ts',
    'src/define/*.ts',
    'src/redirect/*-element.ts',
    'src/host/*-element.ts',
  ],
  // The analyzer takes it from the working folder, even when it is absolute.
  outdir: relative('.', process.env.MANIFEST_FOLDER ?? '.'),
  litelement: true,
  // Or the check for drift would write its temporary folder into package.json.
  packagejson: false,
  plugins: [publicOnly],
};

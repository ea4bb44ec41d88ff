import { relative } from 'node:path';

/** The manifest names what a site may use; members that only our own classes call are left out. */
const internal = new Set();
const publicOnly = {
  name: 'public-only',
  analyzePhase({ ts, node }) {
    const isInternal = (tag) => tag.tagName.text === 'internal';
    for (const member of ts.isClassLike(node) ? node.members : []) {
      if (ts.getJSDocTags(member).some(isInternal)) internal.add(member.name.getText());
    }
  },
  packageLinkPhase({ customElementsManifest }) {
    const isPublic = ({ privacy, name }) =>
      !privacy && !name.startsWith('#') && name !== 'version' && !internal.has(name);
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

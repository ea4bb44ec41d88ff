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
    const isPublic = ({ privacy = 'public', name }) =>
      privacy === 'public' && !name.startsWith('#') && name !== 'version' && !internal.has(name);
    customElementsManifest.modules.sort((a, b) => a.path.localeCompare(b.path));
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter(isPublic);
        // A base class dispatches by a variable, after which the analyzer calls an event.
        declaration.events = declaration.events?.filter(({ name }) => name.startsWith('connect-'));
      }
    }
  },
};

/** Every element has the settings of `connect-config` as attributes, but for those of the whole page. */
const sharedSettings = {
  name: 'shared-settings',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const elements = modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName);
    const config = elements.find(({ tagName }) => tagName === 'connect-config');
    const shared = config.attributes.filter(({ name }) => !name.endsWith('-origins'));
    // It renders nothing of its own.
    config.cssProperties = [];
    const inheritedFrom = { name: 'ConnectElement', module: 'src/host/connect-element.ts' };
    for (const { attributes } of elements.filter((one) => one !== config)) {
      const isOwn = ({ name }) => attributes.some((own) => own.name === name);
      attributes.push(
        ...shared.filter((one) => !isOwn(one)).map((one) => ({ ...one, inheritedFrom })),
      );
    }
  },
};

/** A class header tells slots that are alike in one line: `icon-a - Replaces it; one slot each, also `icon-b`.` */
const everySlot = {
  name: 'every-slot',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
      declaration.slots = declaration.slots?.flatMap((slot) => {
        const [, description, others] =
          /^([^;]*); one slot[^]*? also ([^]*)/.exec(slot.description) ?? [];
        if (!others) return [slot];
        const names = [slot.name, ...[...others.matchAll(/`([^`]+)`/g)].map(([, name]) => name)];
        return names.map((name) => ({ ...slot, name, description: `${description}.` }));
      });
    }
  },
};

/** A setting that is not given is undefined; tools that offer a field for it go by what is given. */
const optionalText = {
  name: 'optional-text',
  packageLinkPhase({ customElementsManifest: { modules } }) {
    const members = modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ members = [] }) => members);
    for (const { type } of members) if (type?.text === 'string | undefined') type.text = 'string';
  },
};

export default {
  globs: [
    '!src/**/*.test.ts',
    'src/elements/*.ts',
    'src/define/*.ts',
    'src/host/connect-element.ts',
  ],
  // The analyzer takes it from the working folder, even when it is absolute.
  outdir: relative('.', process.env.MANIFEST_FOLDER ?? '.'),
  litelement: true,
  // Or the check for drift would write its temporary folder into package.json.
  packagejson: false,
  plugins: [publicOnly, sharedSettings, everySlot, optionalText],
};

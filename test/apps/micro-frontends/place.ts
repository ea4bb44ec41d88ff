import type { Place } from '../place.js';
import { contexts } from './contexts.js';
import { documents } from './documents.js';
import { federation } from './federation.js';
import { frames } from './frames.js';
import { importMaps } from './import-maps.js';
import { ownNames } from './own-names.js';
import { scopedRegistries } from './scoped-registries.js';
import { shadowRoots } from './shadow-roots.js';
import { twoVersions } from './two-versions.js';

export const places: readonly Place[] = [
  ...[twoVersions, contexts, ownNames, scopedRegistries],
  ...[importMaps, frames, shadowRoots, documents, federation],
];

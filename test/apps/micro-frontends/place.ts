import type { Place } from '../place.js';
import { contexts } from './contexts.js';
import { importMaps } from './import-maps.js';
import { ownNames } from './own-names.js';
import { scopedRegistries } from './scoped-registries.js';
import { twoVersions } from './two-versions.js';

export const places: readonly Place[] = [twoVersions, contexts, ownNames, scopedRegistries, importMaps];

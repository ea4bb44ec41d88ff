import type { Place } from '../place.js';
import { contexts } from './contexts.js';
import { ownNames } from './own-names.js';
import { twoVersions } from './two-versions.js';

export const places: readonly Place[] = [twoVersions, contexts, ownNames];

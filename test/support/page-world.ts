import { assumedDialect } from '../../src/api/connect/assumed.js';
import { platform } from '../../src/platform/platform.js';

/** What a request of an element goes through: the page, whose members tests replace. */
export const throughPage = { world: platform, dialect: assumedDialect };

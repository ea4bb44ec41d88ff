import { copyDeclarations, writeDeclarations } from './declarations.js';
import { writeDictionaries } from './dictionaries.js';
import { writeEditorData } from './editors.js';
import { writeIntegrity } from './integrity.js';

/** What the package has beside the elements, after `vite build` and the compiler. */
copyDeclarations('frameworks');
copyDeclarations('i18n');
writeDeclarations('demo/sandbox/package.ts');
await writeDictionaries();
writeEditorData();
writeIntegrity();

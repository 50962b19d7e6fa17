// Translates row-scan.wat into the module that ships: node packages/upload/wasm/build.mjs
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtModule } from './built-module.mjs';

await writeFile(join(import.meta.dirname, '../src/csv/row-scan-module.ts'), await builtModule());

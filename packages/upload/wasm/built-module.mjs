import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import wabt from 'wabt';

/** The source text of the module that ships. */
export async function builtModule() {
  const { parseWat } = await wabt();
  const source = parseWat('row-scan.wat', await readFile(join(import.meta.dirname, 'row-scan.wat')));
  const { buffer } = source.toBinary({});
  const lines = Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,100}/g);
  return `// Made from wasm/row-scan.wat by wasm/build.mjs. Do not edit.

/** The module of WebAssembly that counts rows, in base64. */
export const rowScanModule = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
}

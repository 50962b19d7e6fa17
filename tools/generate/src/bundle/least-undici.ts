import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What of undici our transport never asks for: it switches HTTP/2 off, and its bodies are bytes and streams, never forms. That
 * is a quarter of undici.
 */
const neverAsked = /^\.\.?\/(client-h2\.js|web\/fetch\/body\.js|web\/fetch\/formdata|web\/webidl)$/;
/** The parser of HTTP/1 comes twice. The one without SIMD runs on every machine, and is as fast: it looks at headers only. */
const parserWithSimd = /^\.\.\/llhttp\/llhttp_simd-wasm\.js$/;
const inUndici = /[\\/]node_modules[\\/]undici[\\/]lib[\\/]/;

const leftOut = `module.exports = () => {
  throw new Error('This part of undici is not in the bundle.');
};
`;

/** Bundles no more of undici than can be reached by what we send. */
export const leastUndici: Plugin = {
  name: 'least-undici',
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: neverAsked }, ({ importer, path }) =>
      inUndici.test(importer) ? { path: `undici/${path}`, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: leftOut }));
    onResolve({ filter: parserWithSimd }, ({ importer, kind }) =>
      inUndici.test(importer)
        ? resolve('../llhttp/llhttp-wasm.js', { importer, kind, resolveDir: dirname(importer) })
        : undefined,
    );
  },
};

/** What esbuild writes where a module of the old kind asks for one of Node's: it looks for `require`, which modules lack. */
const asksForRequire = 'typeof require !== "undefined"';

/** Gives a module of a bundle the `require` that it asks for; others stay as they are. */
export const withRequire = (text: string): string =>
  text.includes(asksForRequire)
    ? `import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\n${text}`
    : text;

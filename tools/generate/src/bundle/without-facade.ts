/** An import of names from Node's own `fs`, as esbuild writes it. */
const fsImport = /^import \{([^}]*)\} from "(?:node:)?fs";\n/gm;

/**
 * Takes Node's `fs` as it stands. To give it to an `import`, Node reads every property of it, and makes streams and all that
 * they need for it: a fifth of what an empty script takes.
 */
export function withoutFacade(text: string): string {
  const names = [...text.matchAll(fsImport)].flatMap(([, list = '']) =>
    list.split(',').map((name) => name.trim().replace(' as ', ': ')),
  );
  if (names.length === 0) return text;
  const taken = `const { ${names.join(', ')} } = process.getBuiltinModule('node:fs');\n`;
  return taken + text.replace(fsImport, '');
}

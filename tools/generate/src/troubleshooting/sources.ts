import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

/** The code whose errors people see, as it can be asked about. Names are looked up by name: no types are needed. */
export interface Sources {
  readonly files: readonly ts.SourceFile[];
  /** What a name stands for: of its block, its file, or of what it is imported from. */
  valueOf(name: ts.Identifier): ts.Expression | undefined;
  /** What a function of this name in this file returns. */
  returnsOf(name: string, file: ts.SourceFile): readonly ts.Expression[];
  /** Every call of a function: where it can be seen in its own file, and where its name is imported. */
  callsOf(name: string, declared: ts.SignatureDeclaration): readonly ts.CallExpression[];
}

const folders =
  '{packages/{http,auth,upload,polling,operation,prediction-one,datarobot,abeja,node-host,n8n-host},apps/github-action}/src/**/*.ts';

/** Reads everything that can raise an error before a user. */
export function readSources(root: string): Sources {
  const paths = globSync(folders, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.includes('/generated/'))
    .sort();
  return sourcesOf(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const));
}

/** The same of texts, by their paths. */
export function sourcesOf(texts: readonly (readonly [path: string, text: string])[]): Sources {
  const files = texts.map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  const values = new Map<string, ts.VariableDeclaration[]>();
  const functions = new Map<string, ts.SignatureDeclaration[]>();
  const calls = new Map<string, ts.CallExpression[]>();
  const add = <T>(map: Map<string, T[]>, name: string, one: T) =>
    map.set(name, [...(map.get(name) ?? []), one]);

  for (const file of files)
    visit(file, (node) => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
        if (isFunction(node.initializer)) add(functions, node.name.text, node.initializer);
        else add(values, node.name.text, node);
      } else if (ts.isFunctionDeclaration(node) && node.name) add(functions, node.name.text, node);
      else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression))
        add(calls, node.expression.text, node);
    });

  return {
    files,
    callsOf(name, declared) {
      const home = declared.getSourceFile();
      const scope = ts.findAncestor(declared.parent, ts.isFunctionLike) ?? home;
      return (calls.get(name) ?? []).filter((call) => {
        const file = call.getSourceFile();
        if (file === home) return scope.pos <= call.pos && call.end <= scope.end;
        return scope === home && isImported(name, file);
      });
    },
    valueOf(name) {
      const all = values.get(name.text) ?? [];
      const own = all.filter((one) => one.getSourceFile() === name.getSourceFile() && isSeenFrom(one, name));
      const exported = isImported(name.text, name.getSourceFile()) ? all.filter(isExported) : [];
      return (own.at(-1) ?? exported[0])?.initializer;
    },
    returnsOf(name, file) {
      const found = (functions.get(name) ?? []).find((one) => one.getSourceFile() === file);
      return found ? returned(found) : [];
    },
  };
}

/** Calls a function for a node and for everything within. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

const isFunction = (node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node);

const isSeenFrom = (declared: ts.VariableDeclaration, user: ts.Node): boolean => {
  const block = declared.parent.parent.parent;
  return block.pos <= user.pos && user.end <= block.end;
};

const isExported = (declared: ts.VariableDeclaration): boolean =>
  /^export /.test(declared.parent.parent.getText());

const isImported = (name: string, file: ts.SourceFile): boolean =>
  new RegExp(`^import [^;]*\\b${name}\\b[^;]*;`, 'm').test(file.text);

function returned(node: ts.SignatureDeclaration): readonly ts.Expression[] {
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return [node.body];
  const found: ts.Expression[] = [];
  const look = (one: ts.Node): void => {
    if (ts.isReturnStatement(one) && one.expression) found.push(one.expression);
    else if (!ts.isFunctionLike(one)) ts.forEachChild(one, look);
  };
  ts.forEachChild(node, look);
  return found;
}

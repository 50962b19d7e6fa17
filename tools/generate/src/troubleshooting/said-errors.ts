import { codeOfStatus, errorCodes, type ErrorCode } from '@modelferry/http';
import ts from 'typescript';
import { visit, type Sources } from './sources.ts';
import { blank, textsOf, type Bindings } from './texts-of.ts';

/** One thing that an error says. */
export interface SaidError {
  readonly code: ErrorCode;
  /** The text as people see it, with blanks. */
  readonly text: string;
  /** What to do next, where it is said. */
  readonly remedies: readonly string[];
  /** The file that says it. */
  readonly path: string;
}

/** Codes of errors of the transport, by their kind. */
const codeOfKind: Readonly<Record<string, ErrorCode>> = {
  timeout: 'timeout',
  network: 'network',
  fatal: 'network',
  aborted: 'cancelled',
  'source-mismatch': 'source-mismatch',
};

type Names = ReadonlyMap<string, ts.Expression>;

/** Every error that the code can raise, found where it is raised. */
export function saidErrors(sources: Sources): readonly SaidError[] {
  const said: SaidError[] = [];
  for (const file of sources.files)
    visit(file, (node) => {
      if (ts.isObjectLiteralExpression(node)) said.push(...ofObject(node, sources));
      else if (ts.isCallExpression(node)) said.push(...ofCheck(node));
      else if (ts.isPropertyAssignment(node)) said.push(...ofRemedy(node, sources));
      else if (ts.isCaseClause(node)) said.push(...ofCase(node, sources));
    });
  return said;
}

function ofObject(node: ts.ObjectLiteralExpression, sources: Sources): readonly SaidError[] {
  const names = namesOf(node);
  const says = names.get('message') ?? names.get('problem') ?? bodyOf(names.get('what'));
  const isProblem = !names.has('message') && names.has('problem');
  if (!says || !(isProblem || names.has('code') || names.has('kind'))) return [];

  return waysToCall(node, sources).flatMap((bindings) => {
    const texts = (one: ts.Expression | undefined) => (one ? textsOf(one, sources, bindings) : []);
    const codes = isProblem
      ? (['invalid-input'] as const)
      : [
          ...texts(names.get('code')),
          ...texts(names.get('kind')).map((kind) => codeOfKind[kind] ?? ''),
        ].filter(isErrorCode);
    const remedies = texts(names.get('remedy')).filter((one) => letters(one) > 0);
    const path = node.getSourceFile().fileName;
    return codes.flatMap((code) =>
      texts(says)
        .map((one) => (isProblem ? `${blank}: ${one}` : one))
        .filter((text) => letters(text) > 5)
        .map((text) => ({ code, text, remedies, path })),
    );
  });
}

/** The words of a check on an input: `v.integer('must be a whole number')`. */
function ofCheck(node: ts.CallExpression): readonly SaidError[] {
  const { expression } = node;
  const words = node.arguments.at(-1);
  if (!ts.isPropertyAccessExpression(expression) || expression.expression.getText() !== 'v') return [];
  if (!words || !ts.isStringLiteralLike(words) || !words.text.startsWith('must ')) return [];
  const path = node.getSourceFile().fileName;
  return [{ code: 'invalid-input', text: `${blank}: ${words.text}`, remedies: [], path }];
}

/** What is said of an HTTP status, or of a kind of failure, in a table of remedies. */
function ofRemedy(node: ts.PropertyAssignment, sources: Sources): readonly SaidError[] {
  const table = ts.findAncestor(node, ts.isVariableDeclaration);
  if (!table?.name.getText().startsWith('remed') || node.parent !== table.initializer) return [];
  const key = node.name.getText();
  if (isErrorCode(key.replaceAll("'", '')))
    return [answered(key as ErrorCode, blank, node.initializer, sources)];
  return /^\d{3}$/.test(key) ? [answered(codeOfStatus(Number(key)), key, node.initializer, sources)] : [];
}

/** The same in a `switch`. */
function ofCase(node: ts.CaseClause, sources: Sources): readonly SaidError[] {
  const status = node.expression.getText();
  const [first] = node.statements;
  if (!/^\d{3}$/.test(status) || !first || !ts.isReturnStatement(first)) return [];
  const { expression } = first;
  const remedy = expression && ts.isObjectLiteralExpression(expression) && namesOf(expression).get('remedy');
  return remedy ? [answered(codeOfStatus(Number(status)), status, remedy, sources)] : [];
}

const answered = (code: ErrorCode, status: string, remedy: ts.Expression, sources: Sources): SaidError => ({
  code,
  text: `Could not …: the server answered ${status}, "…".`,
  remedies: textsOf(remedy, sources),
  path: remedy.getSourceFile().fileName,
});

const isErrorCode = (text: string): text is ErrorCode => (errorCodes as readonly string[]).includes(text);

const letters = (text: string): number => text.replaceAll(/\P{L}/gu, '').length;

const bodyOf = (node: ts.Expression | undefined): ts.Expression | undefined =>
  node && ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;

function namesOf(node: ts.ObjectLiteralExpression): Names {
  return new Map(
    node.properties.flatMap((property) => {
      if (ts.isShorthandPropertyAssignment(property)) return [[property.name.text, property.name] as const];
      if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name))
        return [[property.name.text, property.initializer] as const];
      return [];
    }),
  );
}

/** Makers of errors call makers of errors no deeper than this. */
const maxMakers = 3;

/** A function that makes errors from its parameters says what its callers give. */
function waysToCall(node: ts.Node, sources: Sources, depth = 0): readonly Bindings[] {
  const maker = makerOf(node);
  const name = maker && nameOf(maker);
  if (!maker || name === undefined) return [new Map()];
  const ways = sources.callsOf(name, maker).flatMap((call) => {
    const given = bindingsOf(maker, call);
    const caller = makerOf(call);
    const isPassedOn = [...given.values()].some((one) => ts.isIdentifier(one) && isParameter(one, caller));
    const outer = isPassedOn && depth < maxMakers ? waysToCall(call, sources, depth + 1) : [new Map()];
    return outer.map((way) => through(given, way));
  });
  return ways.some((way) => way.size > 0) ? ways : [new Map()];
}

const makerOf = (node: ts.Node): ts.SignatureDeclaration | undefined =>
  ts.findAncestor(node.parent, (one) => ts.isFunctionLike(one)) as ts.SignatureDeclaration | undefined;

const isParameter = (name: ts.Identifier, maker: ts.SignatureDeclaration | undefined): boolean =>
  maker?.parameters.some((one) => one.name.getText() === name.text) ?? false;

/** What was given, with what its giver was given in place of the giver's parameters. */
const through = (given: Bindings, way: Bindings): Bindings =>
  new Map([...given].map(([name, one]) => [name, (ts.isIdentifier(one) && way.get(one.text)) || one]));

const nameOf = (node: ts.SignatureDeclaration): string | undefined => {
  if (node.name && ts.isIdentifier(node.name)) return node.name.text;
  return ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)
    ? node.parent.name.text
    : undefined;
};

function bindingsOf(maker: ts.SignatureDeclaration, call: ts.CallExpression): Bindings {
  const bindings = new Map<string, ts.Expression>();
  maker.parameters.forEach(({ name, initializer }, index) => {
    const given = call.arguments[index] ?? initializer;
    if (!given) return;
    if (ts.isIdentifier(name)) bindings.set(name.text, given);
    else if (ts.isObjectBindingPattern(name) && ts.isObjectLiteralExpression(given)) {
      const names = namesOf(given);
      for (const { name: part, propertyName } of name.elements) {
        const value = names.get((propertyName ?? part).getText());
        if (value && ts.isIdentifier(part)) bindings.set(part.text, value);
      }
    }
  });
  return bindings;
}

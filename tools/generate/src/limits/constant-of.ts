import ts from 'typescript';

/**
 * The value of a constant, read from the code that declares it.
 * @param name of the constant, or with a point of a field of one
 * @throws Error when there is none, or it is no plain figure
 */
export function constantOf(path: string, code: string, name: string): number {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const declared = new Map<string, ts.Expression>();
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer)
      declared.set(node.name.getText(), node.initializer);
    ts.forEachChild(node, look);
  };
  look(file);

  const [constant = '', field] = name.split('.');
  const value = declared.get(constant);
  const figure = field === undefined ? value : value && fieldOf(value, field);
  const result = figure ? valueOf(figure, declared) : NaN;
  if (!Number.isFinite(result)) throw new Error(`${path} has no figure ${name}: correct the list of limits.`);
  return result;
}

function fieldOf(node: ts.Expression, field: string): ts.Expression | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const found = node.properties.find((one) => one.name?.getText() === field);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

function valueOf(node: ts.Expression, declared: ReadonlyMap<string, ts.Expression>): number {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isParenthesizedExpression(node)) return valueOf(node.expression, declared);
  if (ts.isIdentifier(node)) {
    const value = declared.get(node.text);
    return value ? valueOf(value, declared) : NaN;
  }
  if (!ts.isBinaryExpression(node)) return NaN;
  const [left, right] = [valueOf(node.left, declared), valueOf(node.right, declared)];
  if (node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) return left * right;
  return node.operatorToken.kind === ts.SyntaxKind.PlusToken ? left + right : NaN;
}

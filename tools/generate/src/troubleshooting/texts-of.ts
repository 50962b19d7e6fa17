import ts from 'typescript';
import type { Sources } from './sources.ts';

/** What stands in a text where the code fills in a name, an ID or a number. */
export const blank = '…';

/** What the parameters of a function are called with, by name. */
export type Bindings = ReadonlyMap<string, ts.Expression>;

/** More ways than these of saying one thing are one text with a blank. */
const maxWays = 6;
const maxDepth = 6;

/** Every text that an expression may come to, with blanks for what only a run knows. */
export function textsOf(
  node: ts.Expression | undefined,
  sources: Sources,
  bindings: Bindings = new Map(),
  depth = 0,
): readonly string[] {
  if (node === undefined || depth > maxDepth) return [blank];
  const again = (one: ts.Expression) => textsOf(one, sources, bindings, depth + 1);

  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return again(node.expression);
  if (ts.isConditionalExpression(node)) return either(again(node.whenTrue), again(node.whenFalse));
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce<readonly string[]>(
      (texts, { expression, literal }) => joined(joined(texts, again(expression)), [literal.text]),
      [node.head.text],
    );
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [again(node.left), again(node.right)];
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        return joined(left, right);
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return right;
      case ts.SyntaxKind.QuestionQuestionToken:
      case ts.SyntaxKind.BarBarToken:
        return either(left, right);
      default:
        return [blank];
    }
  }
  if (ts.isIdentifier(node)) return ofName(node, sources, bindings, depth);
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const returned = sources.returnsOf(node.expression.text, node.getSourceFile());
    if (returned.length > 0) return returned.map(again).reduce(either);
  }
  return [blank];
}

function ofName(node: ts.Identifier, sources: Sources, bindings: Bindings, depth: number): readonly string[] {
  const bound = bindings.get(node.text);
  // What a caller gives is said in the words of the caller's own file
  if (bound) return textsOf(bound, sources, new Map(), depth + 1);
  const value = sources.valueOf(node);
  return value ? textsOf(value, sources, bindings, depth + 1) : [blank];
}

const either = (left: readonly string[], right: readonly string[]): readonly string[] => [
  ...new Set([...left, ...right]),
];

function joined(starts: readonly string[], ends: readonly string[]): readonly string[] {
  const texts = starts.flatMap((start) =>
    ends.map((end) => `${start}${end}`.replaceAll(/…(?:…|\.{3})+/g, blank)),
  );
  return texts.length <= maxWays ? texts : starts.map((start) => `${start}${blank}`);
}

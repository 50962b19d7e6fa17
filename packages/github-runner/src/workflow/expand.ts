import type { data } from '@actions/expressions';
import { plainValue } from './context-data.ts';
import { evaluate, statusFunctions } from './evaluate.ts';
import type { ContextValue, Scope } from './scope.ts';

/** A text with the value of each `${{ expression }}` in its place. */
export const expand = (text: string, scope: Scope): string =>
  pieces(text)
    .map(({ text: piece, isExpression }) => (isExpression ? evaluate(piece, scope).coerceString() : piece))
    .join('');

/** Like `expand` for any value of YAML; a text that is one expression keeps the type of its value. */
export function expandValue(value: unknown, scope: Scope): ContextValue {
  if (typeof value === 'string') {
    const [only, ...others] = pieces(value);
    const isOne = only?.isExpression === true && others.length === 0;
    return isOne ? plainValue(evaluate(only.text, scope)) : expand(value, scope);
  }
  if (Array.isArray(value)) return value.map((item) => expandValue(item, scope));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, expandValue(held, scope)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/**
 * Whether an `if:` holds. One that calls none of the status functions holds only while all is well.
 * @param condition with or without `${{ }}`. @default success()
 */
export function holds(condition: string | undefined, scope: Scope): boolean {
  const text = condition?.trim() ?? '';
  const parts = pieces(text);
  const bare = parts.length === 1 && parts[0]?.isExpression ? parts[0].text : text;
  const isMixed = parts.length > 1; // Text beside an expression: the whole is a text, and true unless empty
  if (isMixed) return expand(text, scope) !== '' && scope.status === 'success';
  if (bare === '') return scope.status === 'success';
  const asksStatus = new RegExp(`\\b(${statusFunctions.join('|')})\\s*\\(`, 'i').test(withoutStrings(bare));
  if (!asksStatus && scope.status !== 'success') return false;
  return isTrue(evaluate(bare, scope));
}

function isTrue(value: data.ExpressionData): boolean {
  if (!value.primitive) return true;
  const plain = plainValue(value);
  return plain !== null && plain !== false && plain !== 0 && plain !== '';
}

const withoutStrings = (expression: string) => expression.replace(/'(?:[^']|'')*'/g, "''");

interface Piece {
  readonly text: string;
  readonly isExpression: boolean;
}

/** Cuts a text at its expressions. A `}}` in a string of an expression does not end it. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(/\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g)) {
    if (match.index > last) found.push({ text: text.slice(last, match.index), isExpression: false });
    found.push({ text: (match[1] ?? '').trim(), isExpression: true });
    last = match.index + match[0].length;
  }
  if (last < text.length) found.push({ text: text.slice(last), isExpression: false });
  return found;
}

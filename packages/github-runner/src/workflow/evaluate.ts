import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { contextData } from './context-data.ts';
import { hashFiles } from './hash-files.ts';
import type { Scope } from './scope.ts';

const contextNames = [
  'github',
  'secrets',
  'vars',
  'inputs',
  'env',
  'steps',
  'needs',
  'runner',
  'job',
  'jobs',
  'matrix',
  'strategy',
];

/** The functions that make an `if:` look at more than success. */
export const statusFunctions = ['success', 'failure', 'always', 'cancelled'];

/**
 * Evaluates one expression, written without `${{ }}`.
 * @throws Error with the expression, when it is not well formed
 */
export function evaluate(expression: string, scope: Scope): data.ExpressionData {
  const { status, workspace, names = contextNames } = scope;
  const truth = (value: boolean) => () => new data.BooleanData(value);
  const functions = [
    { name: 'success', minArgs: 0, maxArgs: 0, call: truth(status === 'success') },
    { name: 'failure', minArgs: 0, maxArgs: 0, call: truth(status === 'failure') },
    { name: 'cancelled', minArgs: 0, maxArgs: 0, call: truth(status === 'cancelled') },
    { name: 'always', minArgs: 0, maxArgs: 0, call: truth(true) },
    {
      name: 'hashFiles',
      minArgs: 1,
      maxArgs: 255,
      call: (...patterns: data.ExpressionData[]) =>
        new data.StringData(
          hashFiles(
            workspace,
            patterns.map((pattern) => pattern.coerceString()),
          ),
        ),
    },
  ];
  const contexts = Object.fromEntries(names.map((name) => [name, scope.contexts[name] ?? {}]));
  try {
    const parsed = new Parser(new Lexer(expression).lex().tokens, [...names], functions).parse();
    const known = new Map(functions.map((entry) => [entry.name.toLowerCase(), entry]));
    return new Evaluator(parsed, contextData(contexts) as data.Dictionary, known).evaluate();
  } catch (error) {
    throw new Error(
      `While evaluating \${{ ${expression} }}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

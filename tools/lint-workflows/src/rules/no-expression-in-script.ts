import type { RuleInput } from './rule.ts';

/**
 * What stands in an expression becomes part of the script before the shell reads it, so text from outside would be run.
 * Through `env` it stays text. No exception for what is harmless today: nobody has to judge it then.
 */
export const noExpressionInScript = ({ steps }: RuleInput) =>
  steps
    .filter(({ map }) => String(map.get('run') ?? '').includes('${{'))
    .map(({ line }) => ({ line, message: 'has an expression in `run`: pass it through `env`.' }));

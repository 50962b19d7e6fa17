import type { ActionFace, ActionInput, ActionOutput } from '@modelferry/github-action';

/**
 * What stands in an `action-types.yml`: the types that GitHub does not know.
 * Source: the specification of `typesafegithub/github-actions-typing`.
 */
export const actionTypes = ({ inputs, outputs }: Pick<ActionFace, 'inputs' | 'outputs'>) => ({
  inputs: Object.fromEntries(inputs.map((one) => [one.name, typeOf(one)])),
  outputs: Object.fromEntries(outputs.map((one) => [one.name, typeOf(one)])),
});

type Typed = Pick<ActionInput | ActionOutput, 'type' | 'choices'>;

function typeOf({ type, choices }: Typed): object {
  switch (type) {
    case 'enum':
      return { type: 'enum', 'allowed-values': choices };
    case 'list': {
      const item = choices ? { type: 'enum', 'allowed-values': choices } : { type: 'string' };
      return { type: 'list', separator: '\n', 'list-item': item };
    }
    // Text to GitHub: the specification knows none of them
    case 'duration':
    case 'path':
    case 'url':
      return { type: 'string' };
    default:
      return { type };
  }
}

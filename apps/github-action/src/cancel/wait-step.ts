import { actionFace, stepsOf, type ActionInput } from '../face/index.ts';
import { inputText, type Environment } from '../inputs/input-text.ts';
import type { Credential } from '../vendors/vendor.ts';
import type { Catalog } from '@modelferry/operation';

/** Where the actions are, when the environment does not tell: a runner names it for actions of other repositories only. */
const home = { repository: 'modelferry/modelferry', ref: 'action-v1' };

const plain = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
/** Also an ID of hexadecimal digits, where the only letter in it is an e. */
const numeric = /^[\d.]+(e\d+)?$/i;

/**
 * The step that waits for a job later, ready to be pasted into a workflow file: with the same keys, from secrets, and the same
 * references as the step at hand.
 * @returns undefined where the vendor has no such step
 */
export function waitStep(
  catalog: Catalog<never>,
  credentials: readonly Credential[],
  env: Environment,
  jobId: string,
): string | undefined {
  const operation = stepsOf(catalog).find(({ ciStep }) => ciStep === 'wait');
  if (!operation) return undefined;
  const { inputs } = actionFace(catalog, credentials, operation);
  const repository = env['GITHUB_ACTION_REPOSITORY'] || home.repository;
  const ref = env['GITHUB_ACTION_REF'] || home.ref;
  const given = inputs.flatMap((input) => {
    const value =
      input.name === 'job-id' ? yaml(jobId) : valueOf(input, credentials, inputText(env, input.name));
    return value === undefined ? [] : [`    ${input.name}: ${value}`];
  });
  return [`- uses: ${repository}/apps/github-action/${catalog.vendor}/wait@${ref}`, '  with:', ...given].join(
    '\n',
  );
}

/** Whose job it is must be said again; how to wait may be another matter the next time. */
function valueOf(
  { name, field, secret, default: usual }: ActionInput,
  credentials: readonly Credential[],
  text: string | undefined,
): string | undefined {
  const isAsked = field?.kind === 'reference' || credentials.some((one) => one.name === name);
  if (!isAsked || text === undefined || text === usual) return undefined;
  return secret ? `\${{ secrets.${name.replaceAll('-', '_').toUpperCase()} }}` : yaml(text);
}

/**
 * One line of YAML that says this text: quoted as JSON, which YAML reads, where it might be taken for something else. The ID
 * is the vendor's: an expression in it must not be evaluated.
 */
const yaml = (text: string): string =>
  plain.test(text) && !numeric.test(text) ? text : JSON.stringify(text).replaceAll('${{', '$ {{');

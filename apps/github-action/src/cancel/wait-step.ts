import { actionFace, secretOf, stepsOf, type ActionInput } from '../face/index.ts';
import { inputText, type Environment } from '../inputs/input-text.ts';
import type { KeptJob } from '../state/job-state.ts';
import type { AnyVendorHost, Vendor } from '../vendors/vendor.ts';

/** Where the actions are, when the environment does not tell: a runner names it for actions of other repositories only. */
const home = { repository: 'modelferry/modelferry', ref: 'action-v1' };

/** What a step has to say of its vendor. */
export interface OfVendor {
  readonly host: Pick<AnyVendorHost, 'catalog' | 'jobs'>;
  readonly vendor: Pick<Vendor, 'credentials'>;
}

/**
 * The step that waits for a job later, ready to be pasted into a workflow file: with the same keys, from secrets, and the same
 * references as the step at hand.
 * @returns undefined where the vendor has no such step for jobs of this kind
 */
export function waitStep(
  { host: { catalog, jobs }, vendor: { credentials } }: OfVendor,
  env: Environment,
  { kind, id }: Pick<KeptJob, 'kind' | 'id'>,
): string | undefined {
  const { waitedBy, outputs } = jobs[kind] ?? {};
  const operation = waitedBy && stepsOf(catalog).find(({ ciStep }) => ciStep === waitedBy);
  if (!operation) return undefined;
  const { inputs } = actionFace(catalog, credentials, operation);
  const repository = env['GITHUB_ACTION_REPOSITORY'] || home.repository;
  const ref = env['GITHUB_ACTION_REF'] || home.ref;
  const ids = outputs?.(id) ?? {};
  const given = inputs.flatMap((input) => {
    const part = ids[input.name];
    const value =
      part === undefined ? valueOf(input, catalog.vendor, inputText(env, input.name)) : yaml(part);
    return value === undefined ? [] : [`    ${input.name}: ${value}`];
  });
  return [
    `- uses: ${repository}/apps/github-action/${catalog.vendor}/${waitedBy}@${ref}`,
    '  with:',
    ...given,
  ].join('\n');
}

/** Whose job it is must be said again; how to wait may be another matter the next time. */
function valueOf(input: ActionInput, vendor: string, text: string | undefined): string | undefined {
  const isAsked = input.isCredential || input.field?.kind === 'reference';
  if (!isAsked || text === undefined || text === input.default) return undefined;
  return input.secret ? secretOf(vendor, input.name) : yaml(text);
}

/**
 * One line of YAML that says this text, and never a number: quoted as JSON, which YAML reads. The ID is the vendor's: an
 * expression in it must not be evaluated.
 */
const yaml = (text: string): string => JSON.stringify(text).replaceAll('${{', '$ {{');

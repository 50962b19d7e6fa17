import { secretOf, type ActionFace, type ActionInput } from '@modelferry/github-action';
import { nameOf } from './action-vendor.ts';

/** The least that a step needs, to be copied into a workflow file. */
export function minimalExample(face: ActionFace): string {
  const lines = needed(face).map((input) => `    ${input.name}: ${valueOf(face, input)}`);
  return [
    `- uses: modelferry/modelferry/apps/github-action/${nameOf(face)}@action-v1`,
    '  with:',
    ...lines,
  ].join('\n');
}

/**
 * What is required; the first of several ways in, or a key, of which one may do where none is required; what a choice left at its default asks for; where no ID is
 * required, those that are only now and then not.
 */
function needed({ inputs }: ActionFace): readonly ActionInput[] {
  const secrets = inputs.filter(({ secret }) => secret);
  const key = secrets.find(({ required }) => required) ?? secrets[0];
  const isWayIn = ({ login }: ActionInput) => login !== undefined && login === key?.login;
  const ids = inputs.filter(({ field }) => field?.kind === 'reference' && !field.advanced);
  const isUsual = (input: ActionInput) => ids.includes(input) && !ids.some(({ required }) => required);
  return inputs.filter(
    (input) =>
      input.required || input === key || isWayIn(input) || isUsual(input) || isAskedFor(input, inputs),
  );
}

function isAskedFor({ field, default: value }: ActionInput, inputs: readonly ActionInput[]): boolean {
  if (!field?.when || field.advanced || value !== undefined) return false;
  return Object.entries(field.when).every(([name, wanted]) => {
    const controlling = inputs.find((one) => one.field?.name === name)?.field;
    return [wanted].flat().includes(controlling?.default as string);
  });
}

function valueOf({ vendor }: ActionFace, { name, secret, example, default: value, choices }: ActionInput) {
  if (secret) return secretOf(vendor, name);
  const text = example ?? value ?? choices?.[0];
  if (text === undefined)
    throw new Error(`The input ${name} is needed, and nothing says what it looks like.`);
  return /^[\w./-]+$|^https:/.test(text) && Number.isNaN(Number(text))
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}

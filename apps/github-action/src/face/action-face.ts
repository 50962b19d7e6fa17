import type { Catalog, Operation } from '@modelferry/operation';
import type { Credential } from '../vendors/vendor.ts';
import type { ActionFace, ActionInput } from './face.ts';
import { hostInputs } from './host-inputs.ts';
import { hostOutputs } from './host-outputs.ts';
import { operationInput } from './operation-input.ts';
import { operationOutputs } from './operation-outputs.ts';
import { workflowWords } from './workflow-words.ts';

/** An operation that is a step of CI. */
export type StepOperation = Operation & { readonly ciStep: string };

/** The operations of a catalog that are worth a step of CI. */
export const stepsOf = ({ operations }: Catalog<never>): readonly StepOperation[] =>
  (operations as readonly Operation[]).filter((one): one is StepOperation => one.ciStep !== undefined);

/** An operation as an action. What must be given comes first, then what is asked often, then the rest. */
export function actionFace(
  catalog: Pick<Catalog<never>, 'vendor' | 'title'>,
  credentials: readonly Credential[],
  operation: StepOperation,
): ActionFace {
  const { ciStep: step } = operation;
  const forms = operation.inputFields.map(operationInput);
  // A job is spoken of as such: nobody says that a `job-id` has made a model
  const named = { inputs: forms.filter(({ name }) => name !== 'job-id') };
  // When somebody reads it: nobody does while a step runs
  const inWords = <T extends { readonly description: string }>(one: T): T => ({
    ...one,
    get description() {
      return workflowWords(named, one.description);
    },
  });
  const fields = forms.map(inWords);
  const isMain = ({ required, field }: ActionInput) => required || field?.advanced !== true;
  return {
    vendor: catalog.vendor,
    step,
    title: `${catalog.title}: ${operation.action}`,
    description: operation.summary,
    inputs: [
      ...credentials.filter(({ steps }) => steps?.includes(step) ?? true).map(credentialInput),
      ...fields.filter(isMain),
      ...hostInputs(operation),
      ...fields.filter((input) => !isMain(input)),
    ],
    outputs: [...operationOutputs(operation).map(inWords), ...hostOutputs],
  };
}

const credentialInput = ({ steps: _, isUrl = false, called, ...credential }: Credential): ActionInput => ({
  ...credential,
  isCredential: true,
  called: called ?? credential.name.replaceAll('-', ' '),
  type: isUrl ? 'url' : credential.choices ? 'enum' : 'string',
});

import { EngineError, quoteVendorText } from '@modelferry/http';
import type { ModelValidation, NewModel } from '../client/model-replacement.ts';
import { modelName } from './new-model.ts';

/** Whether the vendor says that the model is the one that is there (3.18). */
export const isCurrentModel = ({ checks }: ModelValidation): boolean =>
  wordOf(checks?.['notCurrentModel']?.status) === 'failing';

/** The checks that stand in the way, in the vendor's words. */
export function findings({ status, message, checks = {} }: ModelValidation): string {
  const open = Object.entries(checks).filter(([, check]) => !isPassing(check?.status));
  const said = open.map(([name, check]) => `${name} is ${check?.status}: ${clause(check?.message ?? '')}`);
  return said.length > 0 ? said.join('; ') : clause(message ?? status);
}

/**
 * Makes sure that a model may take the place of another. A word that nobody has documented is no yes.
 * @param allowWarning whether a warning is a yes
 * @throws EngineError with code `rejected`, naming the checks
 */
export function checkValidation(
  validation: ModelValidation,
  {
    deploymentId,
    model,
    allowWarning,
  }: { readonly deploymentId: string; readonly model: NewModel; readonly allowWarning: boolean },
): void {
  const word = wordOf(validation.status);
  if (isPassing(validation.status) || (allowWarning && word === 'warning')) return;
  throw new EngineError({
    code: 'rejected',
    message: `The model of deployment ${deploymentId} was not replaced: the check of ${modelName(model)} is ${validation.status} (${findings(validation)}).`,
    remedy:
      word === 'warning'
        ? 'Mend what the checks name; or switch Allow Warning on, to replace it in spite of them.'
        : 'Mend what the checks name, or choose another model.',
  });
}

/** The vendor's sentence as a part of ours, without a full stop in the middle. */
const clause = (text: string): string => quoteVendorText(text.trim().replace(/\.$/, ''));

const wordOf = (status: string | undefined): string | undefined => status?.trim().toLowerCase();
const isPassing = (status: string | undefined): boolean => wordOf(status) === 'passing';

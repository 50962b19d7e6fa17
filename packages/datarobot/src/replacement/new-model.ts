import type { Deployment } from '../client/deployments.ts';
import type { NewModel } from '../client/model-replacement.ts';

/** The inputs that name a model; which of them must be given, their schema has seen to. */
export interface ModelInputs {
  readonly modelFrom: 'package' | 'model';
  readonly modelPackageId?: string;
  readonly modelId?: string;
}

/** The same in the vendor's words: exactly one ID. */
export const newModelOf = ({ modelFrom, modelPackageId = '', modelId = '' }: ModelInputs): NewModel =>
  modelFrom === 'package' ? { modelPackageId } : { modelId };

/** Whether a deployment answers with this model already, as far as it shows. */
export const hasModel = ({ model, modelPackage }: Deployment, wanted: NewModel): boolean =>
  'modelPackageId' in wanted ? modelPackage?.id === wanted.modelPackageId : model?.id === wanted.modelId;

/** As sentences call it. */
export const modelName = (wanted: NewModel): string =>
  'modelPackageId' in wanted ? `model package ${wanted.modelPackageId}` : `model ${wanted.modelId}`;

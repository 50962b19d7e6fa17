import type { Catalog } from '../catalog/catalog.ts';
import type { Deployment } from '../deployment.ts';
import type { PlatformParts } from '../platform-parts.ts';
import type { NewModel, RegisteredModel } from '../registered-model.ts';

/** What retraining needs of the platform. */
export interface RetrainingGround {
  readonly parts: PlatformParts;
  readonly catalog: Catalog;
  readonly userId: string;
  register(model: NewModel): RegisteredModel;
  replaceModel(deployment: Deployment, model: RegisteredModel): void;
}

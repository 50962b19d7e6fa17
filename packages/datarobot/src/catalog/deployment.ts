import { getDeployment } from '../operations/deployment/get-deployment.ts';
import { getDeployments } from '../operations/deployment/get-deployments.ts';
import { getFeatures } from '../operations/deployment/get-features.ts';
import { replaceModel } from '../operations/deployment/replace-model.ts';
import { validateModel } from '../operations/deployment/validate-model.ts';

/** In the order in which they are shown. */
export const deploymentOperations = [getDeployment, getDeployments, getFeatures, validateModel, replaceModel];

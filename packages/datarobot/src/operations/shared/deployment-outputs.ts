import { link, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { Deployment } from '../../client/deployments.ts';

const health = (title: string, description: string) =>
  v.optional(
    text({ title, description: `${description}: passing, warning, failing or unknown`, advanced: true }),
  );

/** A deployment, and what answers behind it. The key of its prediction server is never told. */
export const deploymentOutputs = {
  deploymentId: text({ title: 'Deployment ID', description: 'ID of the deployment' }),
  label: v.optional(text({ title: 'Label', description: 'Name of the deployment' })),
  description: v.optional(
    text({ title: 'Description', description: 'What its owners say of it', advanced: true }),
  ),
  status: v.optional(
    text({
      title: 'Status',
      description: 'Active, inactive, replacingModel, errored or another word of the vendor',
    }),
  ),
  importance: v.optional(
    text({ title: 'Importance', description: 'LOW, MODERATE, HIGH or CRITICAL', advanced: true }),
  ),
  modelId: v.optional(text({ title: 'Model ID', description: 'ID of the model that answers' })),
  modelType: v.optional(
    text({ title: 'Model Type', description: 'What kind of model answers', advanced: true }),
  ),
  modelPackageId: v.optional(
    text({ title: 'Model Package ID', description: 'ID of the version in the registry that answers' }),
  ),
  modelPackageName: v.optional(
    text({ title: 'Model Package Name', description: 'Name of that version', advanced: true }),
  ),
  targetName: v.optional(text({ title: 'Target Name', description: 'Name of the column it predicts' })),
  targetType: v.optional(text({ title: 'Target Type', description: 'What kind of value it predicts' })),
  predictionServerUrl: v.optional(
    link({ title: 'Prediction Server URL', description: 'Where rows are scored at once', advanced: true }),
  ),
  platform: v.optional(
    text({ title: 'Platform', description: 'What kind of place it scores in', advanced: true }),
  ),
  serviceHealth: health('Service Health', 'How its service fares'),
  modelHealth: health('Model Health', 'How far its data have drifted'),
  accuracyHealth: health('Accuracy Health', 'How accurate it is'),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was made', advanced: true })),
  deployedAt: v.optional(
    moment({ title: 'Deployed At', description: 'When its model was put in place', advanced: true }),
  ),
};

export const deploymentOutput = (one: Deployment) => ({
  deploymentId: one.id,
  label: one.label,
  description: one.description,
  status: one.status,
  importance: one.importance,
  modelId: one.model?.id,
  modelType: one.model?.type,
  modelPackageId: one.modelPackage?.id,
  modelPackageName: one.modelPackage?.name,
  targetName: one.model?.targetName,
  targetType: one.model?.targetType,
  predictionServerUrl: one.defaultPredictionServer?.url,
  platform: one.predictionEnvironment?.platform,
  serviceHealth: one.serviceHealth?.status,
  modelHealth: one.modelHealth?.status,
  accuracyHealth: one.accuracyHealth?.status,
  createdAt: one.createdAt,
  deployedAt: one.model?.deployedAt,
});

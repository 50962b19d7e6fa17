import { choice, flag, text } from '@modelferry/operation';
import * as v from 'valibot';

const healthChoices = {
  passing: { title: 'Passing' },
  warning: { title: 'Warning' },
  failing: { title: 'Failing' },
  unavailable: { title: 'Unavailable' },
  unknown: { title: 'Unknown' },
} as const;

const health = (title: string, description: string) =>
  v.optional(choice({ title, description, choices: healthChoices, advanced: true }));

/** Which deployments to list (3.3). */
export const deploymentFilterInputs = {
  search: v.optional(
    text({
      title: 'Search',
      description: 'Only deployments with this in their name or description, in whatever case',
      placeholder: 'e.g. churn',
      advanced: true,
    }),
  ),
  status: v.optional(
    choice({
      title: 'Status',
      description: 'Only deployments with this status',
      choices: {
        active: { title: 'Active' },
        inactive: { title: 'Inactive' },
        launching: { title: 'Launching' },
        stopping: { title: 'Stopping' },
        replacingModel: { title: 'Replacing Model' },
        errored: { title: 'Errored' },
        archived: { title: 'Archived' },
      },
      advanced: true,
    }),
  ),
  importance: v.optional(
    choice({
      title: 'Importance',
      description: 'Only deployments of this importance',
      choices: {
        CRITICAL: { title: 'Critical' },
        HIGH: { title: 'High' },
        MODERATE: { title: 'Moderate' },
        LOW: { title: 'Low' },
      },
      advanced: true,
    }),
  ),
  predictionEnvironmentPlatform: v.optional(
    text({
      title: 'Platform',
      description: 'Only deployments that score on this platform, by its name in DataRobot',
      placeholder: 'e.g. datarobotServerless',
      advanced: true,
    }),
  ),
  serviceHealth: health('Service Health', 'Only deployments with this service health'),
  modelHealth: health('Model Health', 'Only deployments with this model health, which tells of data drift'),
  accuracyHealth: health('Accuracy Health', 'Only deployments with this accuracy health'),
  createdByMe: v.optional(
    flag({
      title: 'Created by Me',
      description: 'Whether to list only deployments that the owner of the API key has made',
      advanced: true,
    }),
  ),
  orderBy: v.optional(
    choice({
      title: 'Order By',
      description: 'Which deployments come first; without it, those with the newest predictions',
      choices: {
        label: { title: 'Name, A to Z' },
        '-label': { title: 'Name, Z to A' },
        '-createdAtTimestamp': { title: 'Newest First' },
        createdAtTimestamp: { title: 'Oldest First' },
        '-lastPredictionTimestamp': { title: 'Latest Prediction First' },
        '-currentModelDeployedTimestamp': { title: 'Latest Model First' },
        '-importance': { title: 'Most Important First' },
      },
      advanced: true,
    }),
  ),
};

import { anything, flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';

const time = (title: string, description: string) =>
  v.optional(moment({ title, description, advanced: true }));

/** A batch definition. */
export const definitionOutputs = {
  definitionId: text({ title: 'Definition ID', description: 'ID of the batch definition' }),
  name: v.optional(text({ title: 'Name', description: 'Name of the batch definition' })),
  enabled: v.optional(flag({ title: 'Enabled', description: 'Whether its schedule is followed' })),
  schedule: v.optional(
    text({
      title: 'Schedule',
      description: 'When it runs by itself, as cron writes it; where both days are named, either is enough',
    }),
  ),
  nextScheduledRunTime: v.optional(
    moment({
      title: 'Next Scheduled Run Time',
      description:
        'When it runs next by itself, as the server says it: in which time zone it reads schedules is not documented',
    }),
  ),
  lastStartedJobStatus: v.optional(
    text({ title: 'Last Started Job Status', description: 'How the job that was started last is doing' }),
  ),
  deploymentId: v.optional(
    text({ title: 'Deployment ID', description: 'ID of the deployment that it scores with' }),
  ),
  intakeType: v.optional(text({ title: 'Intake Type', description: 'Where its rows come from' })),
  outputType: v.optional(text({ title: 'Output Type', description: 'Where its results go' })),
  lastStartedJobTime: time('Last Started Job Time', 'When a job of it was started last'),
  lastScheduledRunTime: time('Last Scheduled Run Time', 'When it ran last by itself'),
  lastSuccessfulRunTime: time('Last Successful Run Time', 'When a job of it ended well last'),
  lastFailedRunTime: time('Last Failed Run Time', 'When a job of it ended badly last'),
  created: time('Created', 'When it was made'),
  updated: time('Updated', 'When it was changed last'),
  settings: v.optional(
    anything({
      title: 'Settings',
      description: 'What each job of it is told, in the words of DataRobot',
      advanced: true,
    }),
  ),
};

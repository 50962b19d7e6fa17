import { count, flag, link, moment, records, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { Classifier } from '../../client/classifiers.ts';
import { present } from './optional.ts';

/** A prediction API. Its key is there only where it was asked for. */
export const classifierOutputs = {
  classifierId: text({ title: 'Prediction API ID', description: 'ID of the prediction API' }),
  modelId: v.optional(text({ title: 'Model ID', description: 'ID of the model it runs on' })),
  status: text({
    title: 'Status',
    description: 'Building, running, updating, failed, terminating (stopping) or terminated (stopped)',
  }),
  url: v.optional(
    link({ title: 'Scoring URL', description: 'Where rows are sent to be scored, once it is there' }),
  ),
  active: v.optional(flag({ title: 'Active', description: 'Whether the prediction API is in operation' })),
  version: v.optional(
    text({ title: 'Version', description: 'Version, as the vendor gives it', advanced: true }),
  ),
  editable: v.optional(
    flag({
      title: 'Editable',
      description: 'The edit setting as the vendor gives it, whose meaning is not documented',
      advanced: true,
    }),
  ),
  createdDate: v.optional(
    moment({ title: 'Created Date', description: 'When it was created', advanced: true }),
  ),
  updatedDate: v.optional(
    moment({ title: 'Updated Date', description: 'When it was changed last', advanced: true }),
  ),
  rules: v.optional(
    records({
      title: 'Rules',
      description: 'Who may score',
      advanced: true,
      entries: {
        source: text({ title: 'Source', description: 'IP address or range' }),
        order: text({ title: 'Order', description: 'Allow or deny' }),
        priority: count({ title: 'Priority', description: 'Place among the rules' }),
      },
    }),
  ),
  predictionKey: v.optional(
    text({
      title: 'Prediction Key',
      description: 'The key for scoring, a secret; only where it was asked for',
    }),
  ),
};

export const classifierOutput = (one: Classifier, withKey: boolean) => ({
  classifierId: one.classifierId,
  modelId: present(one.modelId),
  status: one.status,
  url: present(one.url),
  active: present(one.active),
  version: present(one.version),
  editable: present(one.isEditable),
  createdDate: present(one.createDatetime),
  updatedDate: present(one.updateDatetime),
  rules: present(one.rules),
  predictionKey: withKey ? present(one.apiKey) : undefined,
});

import { anything, flag, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { Model } from '../../client/models.ts';
import { targetColumnOf } from '../../client/target-column-of.ts';
import { present } from './optional.ts';

/** A model in a list. */
export const modelOutputs = {
  modelId: text({ title: 'Model ID', description: 'ID of the model' }),
  name: v.optional(text({ title: 'Name', description: 'Name of the model' })),
  targetType: v.optional(text({ title: 'Target Type', description: 'What kind of value it predicts' })),
  targetColumn: v.optional(text({ title: 'Target Column', description: 'Name of the column it predicts' })),
  version: v.optional(text({ title: 'Version', description: 'Version, as the vendor gives it' })),
  apiOption: v.optional(flag({ title: 'API Option', description: 'Whether the paid API option is on' })),
  createdDate: v.optional(moment({ title: 'Created Date', description: 'When it was created' })),
  updatedDate: v.optional(moment({ title: 'Updated Date', description: 'When it was changed last' })),
  ownerUserId: v.optional(text({ title: 'Owner User ID', description: 'ID of the user it belongs to' })),
  config: v.optional(anything({ title: 'Config', description: 'Settings it was trained with' })),
};

export const modelOutput = (model: Model) => ({
  modelId: model.modelId,
  name: present(model.name),
  targetType: present(model.targetType),
  targetColumn: targetColumnOf(model),
  version: present(model.version),
  apiOption: present(model.isApiOption),
  createdDate: present(model.createdDate),
  updatedDate: present(model.updatedDate),
  ownerUserId: present(model.ownerUserId),
  config: present(model.config),
});

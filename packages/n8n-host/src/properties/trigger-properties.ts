import type { Catalog, Trigger } from '@modelferry/operation';
import type { INodeProperties } from 'n8n-workflow';
import { asDescription } from './as-description.ts';
import { byName } from './by-name.ts';
import { entryProperties, optionsProperty, withShow } from './entry-properties.ts';
import type { FormOwner } from './form-owner.ts';
import { operationForm } from './operation-form.ts';
import { property } from './property.ts';

/** Chooses among the events of a trigger node. */
export const eventParameter = 'event';

/** A trigger as the forms know it. */
export const triggerOwner = ({ name, inputFields }: Pick<Trigger, 'name' | 'inputFields'>): FormOwner => ({
  resource: 'trigger',
  name,
  inputFields,
});

/** Everything that a trigger node shows of a catalog: the event, and each event's form. */
export function triggerProperties<Client>({ triggers = [] }: Catalog<Client>): INodeProperties[] {
  const event = property({
    displayName: 'Trigger On',
    name: eventParameter,
    type: 'options',
    noDataExpression: true,
    options: byName(
      triggers.map(({ name, title, summary }) => ({
        name: title,
        value: name,
        description: asDescription(summary),
      })),
      ({ name }) => name,
    ),
    default: triggers[0]?.name ?? '',
  });
  return [event, ...triggers.flatMap(formProperties)];
}

function formProperties(trigger: Pick<Trigger, 'name' | 'inputFields'>): INodeProperties[] {
  const here = { [eventParameter]: [trigger.name] };
  const form = operationForm(triggerOwner(trigger));
  const main = form
    .filter(({ field }) => !field.advanced)
    .flatMap((entry) => entryProperties(entry, form, ''));
  const options = form
    .filter(({ field }) => field.advanced)
    .flatMap((entry) => entryProperties(entry, form, '/'));
  return [
    ...main.map((one) => withShow(one, here)),
    ...(options.length === 0 ? [] : [optionsProperty(options, here)]),
  ];
}

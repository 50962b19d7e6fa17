import type { INodeProperties } from 'n8n-workflow';
import { packedNode } from './packed.ts';

/** The operations of the packed node that offer an option, as `resource.operation`, sorted. */
export const operationsWithOption = (option: string): string[] =>
  packedNode()
    .description.properties.flatMap(({ name, displayOptions, options }) =>
      name === 'options' && ((options ?? []) as INodeProperties[]).some((one) => one.name === option)
        ? [`${String(displayOptions?.show?.['resource'])}.${String(displayOptions?.show?.['operation'])}`]
        : [],
    )
    .sort();

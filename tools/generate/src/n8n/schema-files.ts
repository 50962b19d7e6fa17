import { isSimplifiable } from '@modelferry/n8n-host/properties';
import type { Operation } from '@modelferry/operation';
import type { GeneratedFile } from '../generated-file.ts';
import { objectSchema } from './json-schema.ts';
import type { NodeModule } from './node-module.ts';

/** Where n8n looks for the shape of what each operation gives, for version 1 of the node. */
export const schemaFolder = '__schema__/v1.0.0';

/** One schema for each operation: of what it gives by default, which is simplified where it can be. */
export const schemaFiles = ({ nodeFolder, catalog }: NodeModule): GeneratedFile[] =>
  (catalog.operations as readonly Operation[]).map((operation) => {
    const fields = operation.outputFields.filter(({ advanced }) => !(advanced && isSimplifiable(operation)));
    const schema = { ...objectSchema(fields), version: 1 };
    return {
      path: `${nodeFolder}/${schemaFolder}/${operation.resource}/${operation.name}.json`,
      content: `${JSON.stringify(schema, null, 2)}\n`,
    };
  });

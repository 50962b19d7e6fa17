import { EngineError, isEngineError, messageOf } from '@modelferry/http';
import type { Column, Field, LookupContext } from '@modelferry/operation';
import type {
  FieldType,
  ILoadOptionsFunctions,
  INodeListSearchResult,
  ResourceMapperFields,
} from 'n8n-workflow';
import { enteredInEditor } from './inputs/entered-in-editor.ts';
import { columnsMethod, searchMethod } from './properties/index.ts';
import { clientAccess, readablesOf } from './run/client-access.ts';
import type { NodeHost } from './run/node-host.ts';
import { withDeadline } from './with-deadline.ts';

/** Longest time in milliseconds that a drop-down may take: n8n gives its methods no signal. */
const deadlineMs = 20_000;

/** The methods of a node class that fill its drop-downs. */
export interface CatalogMethods {
  readonly listSearch: Readonly<
    Record<
      string,
      (
        this: ILoadOptionsFunctions,
        filter?: string,
        paginationToken?: string,
      ) => Promise<INodeListSearchResult>
    >
  >;
  readonly resourceMapping: Readonly<
    Record<string, (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>>
  >;
}

const fieldTypes: Readonly<Record<Column['type'], FieldType>> = {
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  date: 'dateTime',
};

/** Makes the methods of all lookups of a catalog, under the names by which the properties call them. */
export function catalogMethods<Client>(host: NodeHost<Client>): CatalogMethods {
  const { catalog } = host;
  const listSearch = Object.entries(catalog.lookups).map(([name, lookup]) => [
    searchMethod(name),
    async function (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
      const isList = (field: Field) => field.kind === 'reference' && field.lookup === name;
      const { inputs, missing } = await enteredInEditor(host, this, isList);
      if (missing !== undefined) throw new Error(`${missing} is not given. Choose it first.`);
      const request = { filter: filter || undefined, next: paginationToken, inputs };
      const { entries, next } = await ask(host, this, (context) => lookup(context, request));
      const results = entries.map(({ title, value, url, description }) => ({
        name: title,
        value,
        ...(url === undefined ? {} : { url }),
        ...(description === undefined ? {} : { description }),
      }));
      return { results, ...(next === undefined ? {} : { paginationToken: next }) };
    },
  ]);
  const resourceMapping = Object.entries(catalog.columnLookups).map(([name, columnsOf]) => [
    columnsMethod(name),
    async function (this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
      const isList = (field: Field) => field.kind === 'rows' && field.columnsFrom === name;
      const { inputs, missing } = await enteredInEditor(host, this, isList);
      const columns = await ask(host, this, (context) => columnsOf(context, inputs));
      const fields = columns.map(({ name: column, type, required }) => ({
        id: column,
        displayName: column,
        type: fieldTypes[type],
        required,
        defaultMatch: false,
        display: true,
      }));
      // The editor shows a notice that is given even where there are columns, as long as none is mapped by hand
      return fields.length > 0 ? { fields } : { fields, emptyFieldsNotice: noColumns(missing) };
    },
  ]);
  return {
    listSearch: Object.fromEntries(listSearch) as CatalogMethods['listSearch'],
    resourceMapping: Object.fromEntries(resourceMapping) as CatalogMethods['resourceMapping'],
  };
}

async function ask<Client, T>(
  { createClient }: NodeHost<Client>,
  context: ILoadOptionsFunctions,
  lookup: (context: LookupContext<Client>) => Promise<T>,
): Promise<T> {
  const access = clientAccess(context, readablesOf(context), (message) => context.logger.warn(message));
  const { clock, secrets } = access;
  try {
    return await withDeadline(clock, deadlineMs, late(), async (signal) =>
      lookup({ client: await createClient(access), clock, signal }),
    );
  } catch (error) {
    throw new Error(secrets.redact(shownText(error)));
  }
}

/** The editor shows the message alone, so the remedy goes into it. */
function shownText(error: unknown): string {
  const message = messageOf(error);
  return isEngineError(error) && error.remedy !== undefined ? `${message} ${error.remedy}` : message;
}

const late = (): EngineError =>
  new EngineError({
    code: 'timeout',
    message: `The list did not come within ${deadlineMs / 1_000} s.`,
    remedy:
      'Check the address in the credential, and that the machine of n8n reaches it; then open it again.',
  });

/** Shown in every mapping mode. */
const noColumns = (missing: string | undefined): string =>
  (missing === undefined
    ? 'No columns were found.'
    : `${missing} is not given, so no columns can be listed.`) +
  ' Mapped automatically, every field of an item is sent as a column.';

import { fitModel } from '../models/fit-model.ts';
import type { FittedModel } from '../models/model.ts';
import type { Task } from '../models/task.ts';
import type { Table } from '../tables/table.ts';

/** A model that a deployment can answer with, as the registry knows it. */
export interface RegisteredModel {
  readonly id: string;
  /** The registry's id of this version. */
  readonly packageId: string;
  /** The registry's id of all versions together. */
  readonly registeredModelId: string;
  readonly name: string;
  readonly task: Task;
  /** The columns of its training data, the target among them. */
  readonly columns: readonly string[];
  /** It takes any bytes and answers with some, instead of scoring rows. */
  readonly isUnstructured: boolean;
  /** Its training data. */
  readonly table: Table;
  /** Fits on first use. */
  readonly fitted: () => Promise<FittedModel>;
}

/** A model that is to be known: a first version unless the registered model is named. */
export type NewModel = Pick<RegisteredModel, 'name' | 'task' | 'table'> & {
  readonly registeredModelId?: string;
  readonly isUnstructured?: boolean;
  readonly alreadyFitted?: FittedModel;
};

/** A model of a table, fitted when it is first asked. */
export function registeredModel(
  facts: NewModel & Pick<RegisteredModel, 'id' | 'packageId' | 'registeredModelId'>,
): RegisteredModel {
  const { alreadyFitted, isUnstructured = false, ...rest } = facts;
  const { table, task } = rest;
  let fitted = alreadyFitted === undefined ? undefined : Promise.resolve(alreadyFitted);
  return {
    ...rest,
    isUnstructured,
    columns: table.columns,
    fitted: () => (fitted ??= fitModel(table, task)),
  };
}

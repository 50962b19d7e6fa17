import * as v from 'valibot';
import { camelized, type Camelized } from '@modelferry/operation';
import { id } from './decode.ts';

const number = v.nullish(v.number());

const columnFields = {
  column_id: v.nullish(id),
  name: v.string(),
  /** The meaning of these numbers is not documented (specification, Q20): they are passed on. */
  initial_data_type: number,
  available_data_types: v.nullish(v.array(v.number())),
  unique_count: number,
  data_count: number,
  missing_count: number,
  cor_score: number,
  classify_value: v.nullish(v.array(v.nullable(v.object({ name: v.nullish(v.string()), value: number })))),
  numerical_value: v.nullish(
    v.array(
      v.nullable(
        camelized({ max_value: number, min_value: number, avg_value: number, median_value: number }),
      ),
    ),
  ),
  /** With the keys `numeric` and `date`, as the vendor spells what is in them. */
  range_pick_info: v.nullish(v.record(v.string(), v.unknown())),
};

const infoFields = {
  raw_column_names: v.nullish(v.array(v.string())),
  raw_training_data: v.nullish(v.array(v.unknown())),
  training_data_columns: v.array(camelized(columnFields)),
  useless_column_list: v.nullish(v.array(v.unknown())),
  trainingdata_row_count: number,
};

export const columnInfo = camelized(infoFields);

/** What the vendor found in a table (docs/vendors/prediction-one.md, 3.6). */
export type ColumnInfo = Camelized<v.InferOutput<v.ObjectSchema<typeof infoFields, undefined>>>;
/** What the vendor found in one column (docs/vendors/prediction-one.md, 3.6). */
export type ColumnDetails = ColumnInfo['trainingDataColumns'][number];

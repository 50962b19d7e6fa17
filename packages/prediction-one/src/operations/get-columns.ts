import { count, number, text } from '@modelferry/operation';
import * as v from 'valibot';
import { readColumns } from '../training/read-columns.ts';
import { defineOperation } from './shared/define-operation.ts';
import { present } from './shared/optional.ts';

export const getColumns = defineOperation({
  resource: 'dataSet',
  name: 'getColumns',
  title: 'Get Columns',
  action: 'Get data set columns',
  summary: 'Get the columns of data that was uploaded for a training, with what the vendor found in them',
  result: 'many',
  inputs: v.object({
    trainingProcessId: text({
      title: 'Training Process ID',
      description: 'The ID that Train gave; its columns are waited for up to two minutes',
      placeholder: 'e.g. 8f1d7c3e',
    }),
  }),
  outputs: v.object({
    name: text({ title: 'Name', description: 'Name of the column' }),
    columnId: v.optional(text({ title: 'Column ID', description: 'ID of the column', advanced: true })),
    dataType: v.optional(
      count({
        title: 'Data Type',
        description: "The vendor's number for the type, whose meaning is not documented",
        advanced: true,
      }),
    ),
    uniqueCount: v.optional(count({ title: 'Unique Count', description: 'Number of different values' })),
    dataCount: v.optional(count({ title: 'Data Count', description: 'Number of values' })),
    missingCount: v.optional(count({ title: 'Missing Count', description: 'Number of missing values' })),
    correlation: v.optional(
      number({ title: 'Correlation', description: 'Correlation score, as the vendor gives it' }),
    ),
    minimum: v.optional(number({ title: 'Minimum', description: 'Least value, of a numeric column' })),
    maximum: v.optional(number({ title: 'Maximum', description: 'Greatest value, of a numeric column' })),
    average: v.optional(number({ title: 'Average', description: 'Mean value, of a numeric column' })),
    median: v.optional(number({ title: 'Median', description: 'Median value, of a numeric column' })),
  }),
  async run(context, { trainingProcessId }) {
    const { trainingDataColumns } = await readColumns(context, trainingProcessId);
    return trainingDataColumns.map((column) => {
      const figures = column.numericalValue?.find((one) => one !== null);
      return {
        name: column.name,
        columnId: present(column.columnId),
        dataType: present(column.initialDataType),
        uniqueCount: present(column.uniqueCount),
        dataCount: present(column.dataCount),
        missingCount: present(column.missingCount),
        correlation: present(column.corScore),
        minimum: present(figures?.minValue),
        maximum: present(figures?.maxValue),
        average: present(figures?.avgValue),
        median: present(figures?.medianValue),
      };
    });
  },
});

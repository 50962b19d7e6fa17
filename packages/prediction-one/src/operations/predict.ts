import { InputError } from '@modelferry/http';
import { anything, choice, count, duration, flag, link, rows, text } from '@modelferry/operation';
import * as v from 'valibot';
import { expectedColumns } from '../scoring/expected-columns.ts';
import { recordsOf } from '../scoring/records-of.ts';
import { scoreRows, type ScoredRow } from '../scoring/score-rows.ts';
import { scoringTarget } from '../scoring/scoring-target.ts';
import { classifierInput } from './shared/classifier-input.ts';
import { defineOperation } from './shared/define-operation.ts';

const inputs = v.pipe(
  v.object({
    predictionApiFrom: v.optional(
      choice({
        title: 'Prediction API From',
        description: 'How to name the prediction API',
        choices: {
          url: {
            title: 'Scoring URL',
            description: 'By the URL that its screen shows; needs its prediction key',
          },
          list: { title: 'List', description: 'By its ID; needs a deploy key or the Secret Key' },
        },
      }),
      'url',
    ),
    scoringUrl: v.optional(
      link({
        title: 'Scoring URL',
        description: 'The whole URL, as the screen of the prediction API shows it',
        placeholder: 'e.g. https://user-api.predictionone.sony.biz/v1/groups/g/classifiers/c/inference',
        when: { predictionApiFrom: 'url' },
      }),
    ),
    classifierId: v.optional(
      classifierInput('The prediction API to score with', { predictionApiFrom: 'list' }),
    ),
    rows: rows({
      title: 'Rows',
      description: 'The rows to score, with the columns that the model was trained on, without its target',
      columnsFrom: 'trainingColumns',
      dependsOn: ['trainingProcessId', 'targetColumn'],
    }),
    reasons: v.optional(
      flag({ title: 'Include Reasons', description: 'Whether to return the reasons too, which is slower' }),
      false,
    ),
    maxRequests: v.optional(
      count({
        title: 'Max Requests',
        description:
          'Refuses to start with more rows than this, since each is a request and a trial API answers only 100 in all',
        min: 1,
        max: 1_000_000,
        advanced: true,
      }),
      100,
    ),
    concurrency: v.optional(
      count({
        title: 'Concurrency',
        description: 'How many rows are scored at the same time',
        min: 1,
        max: 32,
        advanced: true,
      }),
      4,
    ),
    probabilitiesOnly: v.optional(
      flag({
        title: 'Probabilities Only',
        description: 'Whether to leave the class label out of the prediction',
        advanced: true,
      }),
      false,
    ),
    waitUntilRunningMs: v.optional(
      duration({
        title: 'Wait Until Running',
        description:
          'How long to wait for a prediction API that does not run at the moment, for instance after a switch',
        minMs: 0,
        maxMs: 24 * 3_600_000,
        advanced: true,
      }),
      0,
    ),
    trainingProcessId: v.optional(
      text({
        title: 'Training Process ID',
        description:
          'The ID that Train gave, to check the columns of each row before it is sent; needs a train key',
        placeholder: 'e.g. 8f1d7c3e',
        advanced: true,
      }),
    ),
    targetColumn: v.optional(
      text({
        title: 'Target Column',
        description: 'The column that is predicted, which rows may leave out when their columns are checked',
        placeholder: 'e.g. bought',
        advanced: true,
      }),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['predictionApiFrom'], ['scoringUrl']],
      (given) => given.predictionApiFrom !== 'url' || given.scoringUrl !== undefined,
      'is required',
    ),
    ['scoringUrl'],
  ),
  v.forward(
    v.partialCheck(
      [['predictionApiFrom'], ['classifierId']],
      (given) => given.predictionApiFrom !== 'list' || given.classifierId !== undefined,
      'is required',
    ),
    ['classifierId'],
  ),
);

export const predict = defineOperation({
  resource: 'prediction',
  name: 'predict',
  title: 'Predict',
  action: 'Predict rows',
  summary: 'Score rows with a prediction API, one request for each row',
  result: 'rows',
  ciStep: 'predict',
  inputs,
  outputs: v.object({
    prediction: anything({
      title: 'Prediction',
      description: 'What the vendor answered for the row, by column, as text',
    }),
    reasons: v.optional(
      anything({
        title: 'Reasons',
        description: 'The reasons, as rows by column, where they were asked for',
      }),
    ),
    row: anything({ title: 'Row', description: 'The row that was scored' }),
  }),
  async run(context, given) {
    const { client, clock, signal } = context;
    if (given.rows.length > given.maxRequests) throw tooManyRows(given.rows.length, given.maxRequests);
    const byUrl = given.predictionApiFrom === 'url';
    const target = await scoringTarget(client, signal, {
      scoringUrl: byUrl ? given.scoringUrl : undefined,
      classifierId: byUrl ? undefined : given.classifierId,
    });
    const columns =
      given.trainingProcessId === undefined
        ? undefined
        : await expectedColumns(context, given.trainingProcessId, given.targetColumn);
    const waitUntilMs = clock.now() + given.waitUntilRunningMs;
    const outcomes = await scoreRows(context, target, { ...given, columns, waitUntilMs });
    return outcomes.map((outcome) =>
      outcome.ok ? { ok: true as const, output: predictionOf(outcome.output) } : outcome,
    );
  },
});

const tooManyRows = (rowCount: number, maxRequests: number): InputError =>
  new InputError([
    {
      field: 'rows',
      problem: `has ${rowCount} rows, and no more than ${maxRequests} requests are allowed`,
      remedy: 'Score fewer rows, or raise Max Requests where the contract allows as many.',
    },
  ]);

const predictionOf = ({ row, answer }: ScoredRow) => ({
  prediction: recordsOf(answer.prediction)[0] ?? {},
  reasons: answer.reasons && recordsOf(answer.reasons),
  row,
});

import { EngineError } from '@modelferry/http';

const again = 'Score the file again; if it stays so, with smaller slices.';

/** An answer without a prediction for each row. */
export const rowsDiffer = (sentRows: number, rows: number): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message: `Could not match the predictions to their rows: ${sentRows} rows were sent and ${rows} came back.`,
    remedy: again,
  });

/** Answers that do not make one table. */
export const columnsDiffer = (): EngineError =>
  new EngineError({
    code: 'unexpected-answer',
    message:
      'Could not join the predictions: the columns changed from one answer to the next, as they do when the model is replaced.',
    remedy: again,
  });

/** What only shows in the answer: the file should not have been cut. */
export const seriesWasSplit = (): EngineError =>
  new EngineError({
    code: 'unsupported',
    message:
      'Could not score the file: the model is one of time series, whose rows belong into one request, and the file takes several.',
    remedy: 'Raise Slice Size up to 50 MB, send less of the history, or score it as a batch.',
  });

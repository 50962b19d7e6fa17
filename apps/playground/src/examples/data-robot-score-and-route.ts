import { cars, cutTable } from '../data/tables.ts';
import { Unexpected, type Example } from './example.ts';

/** As the workflow has it, in miles per gallon. */
const threshold = 25;

export const dataRobotScoreAndRoute: Example = {
  file: 'datarobot-score-and-route.json',
  limitMs: 60_000,
  outcome(execution, { sandbox }) {
    const sent = cutTable(cars).toScore.length;
    const predicted = (node: string) => execution.items(node).map(({ json }) => Number(json.prediction));
    const [far, rest] = [predicted('Goes far'), predicted('The rest')];
    if (far.length + rest.length !== sent)
      throw new Unexpected(`${far.length + rest.length} rows were routed, not ${sent}`);
    if (!far.every((value) => value > threshold) || !rest.every((value) => value <= threshold))
      throw new Unexpected('a row went the wrong way');
    const requests = sandbox.requests().filter(({ operation }) => operation === 'predict').length;
    if (requests !== 1) throw new Unexpected(`${sent} rows took ${requests} requests`);
    return `${sent} rows scored in one request; ${far.length} of them go far`;
  },
};

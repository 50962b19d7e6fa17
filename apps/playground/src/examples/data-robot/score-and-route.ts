import { cutTable, penguinSexes } from '../../data/tables.ts';
import type { Item } from '../../n8n/execution.ts';
import { Unexpected, type Example } from '../example.ts';
import { writtenRows } from './written-rows.ts';

/** What the workflow calls sure. */
const threshold = 0.8;

export const scoreAndRoute: Example = {
  file: 'score-and-route.json',
  limitMs: 60_000,
  async outcome(execution, scene) {
    const known = cutTable(penguinSexes).evaluation.map((row) => row[penguinSexes.target]);
    const scored = execution.items('Predict');
    const sure = [...execution.items('Note as female'), ...execution.items('Note as male')];
    const doubtful = execution.items('Ask a person');
    if (scored.length !== known.length || sure.length + doubtful.length !== known.length)
      throw new Unexpected(`${scored.length} of ${known.length} rows came back`);
    if (sure.length === 0 || doubtful.length === 0)
      throw new Unexpected(`${sure.length} are sure and ${doubtful.length} in doubt`);
    if (doubtful.some((item) => surenessOf(item) >= threshold))
      throw new Unexpected('somebody was asked although the model was sure');
    const written = await writtenRows(scene, 'penguins-sexed.csv');
    if (written !== sure.length) throw new Unexpected(`${written} of ${sure.length} rows were written`);
    const requests = scene.sandbox.requests().filter(({ operation }) => operation === 'predict').length;
    if (requests !== 1) throw new Unexpected(`${requests} requests were sent for ${known.length} rows`);
    const right = scored.filter(
      ({ json }, index) => json.prediction === (known[index] === 'FEMALE' ? 1 : 0),
    ).length;
    if (right < 0.8 * known.length)
      throw new Unexpected(`only ${right} of ${known.length} were told rightly`);
    return `${known.length} items in one request: ${sure.length} sure ones written, ${doubtful.length} left to a person; ${right} told rightly`;
  },
};

const surenessOf = ({ json }: Item): number =>
  Math.max(...Object.values((json.probabilities ?? {}) as Readonly<Record<string, number>>));

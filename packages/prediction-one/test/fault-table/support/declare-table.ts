import { predictionOneFaultKinds, type PredictionOneFaultKind } from '@modelferry/sandbox';
import { faultTable, nameOfPoint, type Expectation, type FaultRow } from '@modelferry/testkit';
import { type Point } from './points.ts';
import { play, setUp, type Played } from './play.ts';
import { rules } from './rules.ts';
import { Stage, type Inputs } from './stage.ts';

export const allFaults = Object.keys(predictionOneFaultKinds) as PredictionOneFaultKind[];

/** What is expected where a fault strikes a call; undefined where no rule speaks of it. */
export function verdictOf(point: Point, fault: PredictionOneFaultKind): Expectation<Played> | undefined {
  const rule = rules[fault];
  return (
    rule?.points?.[nameOfPoint(point)] ??
    rule?.calls?.[point.call] ??
    rule?.natures?.[point.nature] ??
    rule?.others
  );
}

/** Declares a test for every fault at each of these calls. */
export function declareTable(points: readonly Point[]): void {
  let stage: Stage;
  let inputs: Inputs = {};
  const byName = new Map(points.map((point) => [nameOfPoint(point), point]));
  const pointOf = (name: string): Point => byName.get(name)!;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage.close());

  const rowOf = (fault: PredictionOneFaultKind): FaultRow<string, Played> =>
    Object.fromEntries(
      points.flatMap((point) => {
        const verdict = verdictOf(point, fault);
        return verdict ? [[nameOfPoint(point), verdict]] : [];
      }),
    );

  faultTable<string, PredictionOneFaultKind, Played>({
    operations: [...byName.keys()],
    faults: allFaults,
    expectations: Object.fromEntries(allFaults.map((fault) => [fault, rowOf(fault)])) as Readonly<
      Record<PredictionOneFaultKind, FaultRow<string, Played>>
    >,
    async planFault(name, fault) {
      const planned = await setUp(stage, pointOf(name), fault);
      inputs = planned.inputs;
      return planned;
    },
    run: (name) => play(stage, pointOf(name), inputs),
    always: () => stage.expectLaws(),
  });
}

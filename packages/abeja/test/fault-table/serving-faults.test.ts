import { modelScenarios } from './support/model-scenarios.ts';
import { playFaults } from './support/play-faults.ts';
import { servingScenarios } from './support/serving-scenarios.ts';

playFaults([...modelScenarios, ...servingScenarios]);

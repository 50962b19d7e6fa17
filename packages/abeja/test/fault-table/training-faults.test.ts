import { playFaults } from './support/play-faults.ts';
import { definitionScenarios, versionScenarios } from './support/training-scenarios.ts';

playFaults([...definitionScenarios, ...versionScenarios]);

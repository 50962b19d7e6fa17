import { dataScenarios } from './support/data-scenarios.ts';
import { playFaults } from './support/play-faults.ts';

playFaults(dataScenarios);

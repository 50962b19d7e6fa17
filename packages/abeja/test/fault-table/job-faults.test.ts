import { playFaults } from './support/play-faults.ts';
import { jobScenarios } from './support/training-scenarios.ts';

playFaults(jobScenarios);
